package org.feewise.assistant.identity;

import java.time.OffsetDateTime;

/**
 * A successful sign-in.
 *
 * @param token bearer token
 * @param role lower-case name of the role
 * @param name what to call the person
 */
record SignedIn(String token, String role, String name, OffsetDateTime expiresAt) {
  /** Leaves the token out. */
  @Override
  public String toString() {
    return "SignedIn[" + role + "]";
  }
}
