package org.feewise.assistant.pages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Moments as pages show them, in Asia/Shanghai; templates reach it as {@code inject:moments}. */
@ApplicationScoped
@Named("moments")
public class Moments {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  /** Day and minute. */
  public String minute(Instant moment) {
    return MINUTE.format(moment);
  }
}
