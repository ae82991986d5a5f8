package org.feewise.assistant.reminders;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feewise.models.reminders.ReminderChannel;

/** Chooses the first of a citizen's channels that reaches them; the inbox always does. */
@ApplicationScoped
class Routes {
  private final Map<ReminderChannel, Delivery> deliveries = new EnumMap<>(ReminderChannel.class);

  Routes(@All List<Delivery> known) {
    known.stream()
        .filter(Delivery::connected)
        .forEach(delivery -> deliveries.put(delivery.channel(), delivery));
  }

  Route of(Recipient recipient, List<ReminderChannel> channels) {
    String detour = null;
    for (ReminderChannel channel : channels) {
      Delivery delivery = deliveries.get(channel);
      if (channel == ReminderChannel.APP) {
        return new Route(channel, Optional.empty(), detour);
      } else if (delivery != null && delivery.reaches(recipient)) {
        return new Route(channel, Optional.of(delivery), detour);
      } else if (detour == null) {
        detour = delivery == null ? "detail.not-connected" : "detail.no-address";
      }
    }
    return inbox(detour);
  }

  static Route inbox(String detour) {
    return new Route(ReminderChannel.APP, Optional.empty(), detour);
  }
}
