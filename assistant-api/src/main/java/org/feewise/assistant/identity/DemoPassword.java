package org.feewise.assistant.identity;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feewise.assistant.embedded.Secret;

/** The password of the demo accounts: configured, else made once and kept in the data folder. */
@Singleton
public class DemoPassword {
  private final Optional<String> configured;
  private final Secret kept;

  DemoPassword(
      @ConfigProperty(name = "feewise.identity.demo-password") Optional<String> configured,
      @ConfigProperty(name = "feewise.data") Path data) {
    this.configured = configured;
    this.kept = new Secret(data.resolve("demo-password"));
  }

  /**
   * The password.
   *
   * @throws IOException when it could not be kept
   */
  public String value() throws IOException {
    return configured.isPresent() ? configured.get() : kept.value();
  }
}
