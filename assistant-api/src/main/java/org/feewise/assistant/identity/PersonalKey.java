package org.feewise.assistant.identity;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feewise.assistant.embedded.Secret;

/** Finds the key of personal data: configured, else kept owner-only in the data folder. */
@Singleton
class PersonalKey {
  @Produces
  @Singleton
  PersonalCipher cipher(
      @ConfigProperty(name = "feewise.identity.personal-key") Optional<String> configured,
      @ConfigProperty(name = "feewise.data") Path data)
      throws IOException {
    if (configured.isPresent()) {
      return PersonalCipher.of(configured.get());
    }
    Path file = data.resolve("keys").resolve("personal-data.json");
    return PersonalCipher.of(new Secret(file, PersonalCipher::newKeyset).value());
  }
}
