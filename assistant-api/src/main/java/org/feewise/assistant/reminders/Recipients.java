package org.feewise.assistant.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Locale;
import java.util.Optional;
import org.feewise.assistant.identity.PersonalCipher;

/** Finds out how and in which language a citizen is reached. */
@ApplicationScoped
class Recipients {
  private final EntityManager entities;
  private final PersonalCipher cipher;

  Recipients(EntityManager entities, PersonalCipher cipher) {
    this.entities = entities;
    this.cipher = cipher;
  }

  Recipient of(String citizenId) {
    Object[] row =
        (Object[])
            entities
                .createNativeQuery(
                    "select locale, email_cipher from citizen where citizen_id = ?1",
                    Object[].class)
                .setParameter(1, citizenId)
                .getSingleResult();
    return new Recipient(
        citizenId,
        Locale.forLanguageTag((String) row[0]),
        Optional.ofNullable(cipher.decrypt((byte[]) row[1], citizenId)));
  }
}
