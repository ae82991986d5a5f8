package org.feewise.assistant.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Locale;

/** Finds out how and in which language a citizen is reached. */
@ApplicationScoped
class Recipients {
  private final EntityManager entities;

  Recipients(EntityManager entities) {
    this.entities = entities;
  }

  /** The citizen, locked: what is sent to one citizen is counted and sent one after another. */
  @Transactional(Transactional.TxType.MANDATORY)
  Recipient lock(String citizenId) {
    Object[] row =
        (Object[])
            entities
                .createNativeQuery(
                    "select locale, email_cipher from citizen where citizen_id = ?1"
                        + " for no key update",
                    Object[].class)
                .setParameter(1, citizenId)
                .getSingleResult();
    return new Recipient(citizenId, Locale.forLanguageTag((String) row[0]), (byte[]) row[1]);
  }
}
