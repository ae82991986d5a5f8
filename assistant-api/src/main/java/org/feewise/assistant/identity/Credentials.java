package org.feewise.assistant.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What somebody signs in with; 72 bytes are all that bcrypt looks at, so no more is taken. */
record Credentials(
    @NotBlank @Size(max = 64) String account, @NotBlank @Size(max = 72) String password) {
  /** Leaves the password out. */
  @Override
  public String toString() {
    return "Credentials[" + account + "]";
  }
}
