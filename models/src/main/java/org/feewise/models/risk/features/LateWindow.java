package org.feewise.models.risk.features;

import java.util.Arrays;

/** How many bills were judged within the last days, and how many of them late. */
final class LateWindow {
  private final int windowDays;
  private int[] days = new int[16];
  private boolean[] lates = new boolean[16];
  private int oldest;
  private int end;
  private int late;

  LateWindow(int windowDays) {
    this.windowDays = windowDays;
  }

  /** Adds a verdict; days never go back. */
  void add(int day, boolean wasLate) {
    if (end == days.length) {
      makeRoom();
    }
    days[end] = day;
    lates[end++] = wasLate;
    late += wasLate ? 1 : 0;
  }

  /** Forgets what lies so many days back or more. */
  void advanceTo(int day) {
    while (oldest < end && days[oldest] <= day - windowDays) {
      late -= lates[oldest++] ? 1 : 0;
    }
  }

  int judged() {
    return end - oldest;
  }

  int late() {
    return late;
  }

  private void makeRoom() {
    int kept = end - oldest;
    int length = 2 * kept > days.length ? 2 * days.length : days.length;
    int[] roomierDays = Arrays.copyOfRange(days, oldest, oldest + length);
    boolean[] roomierLates = Arrays.copyOfRange(lates, oldest, oldest + length);
    days = roomierDays;
    lates = roomierLates;
    oldest = 0;
    end = kept;
  }
}
