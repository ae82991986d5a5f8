package org.feewise.assistant.reminders;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import org.feewise.models.reminders.ReminderChannel;

/** Reminders by mail, over SMTP. */
@ApplicationScoped
class MailDelivery implements Delivery {
  private final Mailer mailer;

  MailDelivery(Mailer mailer) {
    this.mailer = mailer;
  }

  @Override
  public ReminderChannel channel() {
    return ReminderChannel.EMAIL;
  }

  @Override
  public boolean reaches(Recipient recipient) {
    return recipient.email().isPresent();
  }

  @Override
  public void deliver(Recipient recipient, ReminderMessage message) {
    mailer.send(Mail.withText(recipient.email().orElseThrow(), message.subject(), message.body()));
  }
}
