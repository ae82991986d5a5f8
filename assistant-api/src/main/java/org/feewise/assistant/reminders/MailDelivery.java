package org.feewise.assistant.reminders;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feewise.assistant.identity.PersonalCipher;
import org.feewise.models.reminders.ReminderChannel;

/**
 * Reminders by mail, over SMTP. Each attempt at one reminder carries the same Message-ID, so that a
 * mail server can drop one that comes twice.
 */
@ApplicationScoped
class MailDelivery implements Delivery {
  private final Mailer mailer;
  private final PersonalCipher cipher;
  private final boolean connected;

  MailDelivery(
      Mailer mailer,
      PersonalCipher cipher,
      @ConfigProperty(name = "feewise.reminders.smtp-host") Optional<String> host) {
    this.mailer = mailer;
    this.cipher = cipher;
    this.connected = host.isPresent();
  }

  @Override
  public ReminderChannel channel() {
    return ReminderChannel.EMAIL;
  }

  @Override
  public boolean connected() {
    return connected;
  }

  @Override
  public boolean reaches(Recipient recipient) {
    return recipient.sealedEmail() != null;
  }

  @Override
  public void deliver(Recipient recipient, ReminderMessage message) {
    String address = cipher.decrypt(recipient.sealedEmail(), recipient.citizenId());
    mailer.send(
        Mail.withText(address, oneLine(message.subject()), message.body())
            .addHeader("Message-ID", messageId(message.reminderId())));
  }

  private static String messageId(String reminderId) {
    return "<" + UUID.nameUUIDFromBytes(reminderId.getBytes(StandardCharsets.UTF_8)) + "@feewise>";
  }

  /** A title comes from a file of bills: it must not begin another header. */
  private static String oneLine(String subject) {
    return subject.replaceAll("\\p{Cntrl}+", " ");
  }
}
