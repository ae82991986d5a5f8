package org.feewise.assistant.pages;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * How easily pages are read: as they are, or with large type, large buttons, strong contrast and
 * less on each page (长辈模式).
 *
 * @param size of the type in pixels, 18 to 30; it counts only where this is on
 */
record Comfort(boolean on, int size) {
  static final String COOKIE = "comfort";
  private static final int SMALLEST = 18;
  private static final int LARGEST = 30;
  private static final int USUAL = 22;
  private static final int STEP = 4;
  private static final Comfort OFF = new Comfort(false, USUAL);

  Comfort {
    size = Math.clamp(size, SMALLEST, LARGEST);
  }

  /** What the visitor chose before; off where they did not. */
  static Comfort of(HttpHeaders headers) {
    Cookie cookie = headers.getCookies().get(COOKIE);
    return cookie == null ? OFF : of(cookie.getValue());
  }

  /** A size in pixels, {@code on} for the usual one; anything else is off. */
  static Comfort of(String chosen) {
    if (chosen == null || !chosen.matches("on|[0-9]{1,3}")) {
      return OFF;
    }
    return new Comfort(true, chosen.equals("on") ? USUAL : Integer.parseInt(chosen));
  }

  String chosen() {
    return on ? Integer.toString(size) : "off";
  }

  public boolean canGrow() {
    return size < LARGEST;
  }

  public boolean canShrink() {
    return size > SMALLEST;
  }

  public int larger() {
    return Math.min(LARGEST, size + STEP);
  }

  public int smaller() {
    return Math.max(SMALLEST, size - STEP);
  }
}
