package org.feewise.models.risk.features;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * What is known about one payer on a day: bills are given in order of issue, and what became of
 * them waits in a queue until the day it becomes known.
 */
public final class PayerHistory {
  static final List<String> NAMES =
      List.of(
          "payer_bills",
          "payer_judged_bills",
          "payer_late_share",
          "payer_late_share_recent",
          "payer_late_share_fee_type",
          "payer_late_share_channel",
          "payer_streak",
          "payer_days_since_late",
          "payer_days_late_mean",
          "payer_days_late_recent",
          "payer_days_late_last",
          "payer_days_late_p80",
          "payer_days_late_spread",
          "payer_days_since_bill",
          "payer_open_bills",
          "payer_overdue_bills",
          "payer_overdue_days",
          "payer_reminded_share",
          "payer_split_share",
          "amount_against_usual");

  private static final double PRIOR_BILLS = 4;
  private static final double RECENT_WEIGHT = 0.25;

  private enum Kind {
    REMINDED,
    JUDGED,
    OVERDUE,
    SETTLED
  }

  private record Pending(LocalDate on, Kind kind, BillStory bill) {}

  private final PriorityQueue<Pending> pending =
      new PriorityQueue<>(
          Comparator.comparing(Pending::on)
              .thenComparing(Pending::kind)
              .thenComparing(event -> event.bill().billNo()));
  private final Map<String, LateCount> byFeeType = new HashMap<>();
  private final Map<String, LateCount> byChannel = new HashMap<>();
  private final Map<String, LocalDate> overdueSince = new HashMap<>();
  private final LateCount all = new LateCount();
  private final DelayRecord delays = new DelayRecord();
  private LocalDate today = LocalDate.MIN;
  private LocalDate lastIssuedOn;
  private LocalDate lastLateOn;
  private String lastChannel = "";
  private int bills;
  private int open;
  private int reminded;
  private int counted;
  private int split;
  private boolean settlementTracked;
  private int streak;
  private double recentLate = Double.NaN;
  private double logAmountSum;
  private int amounts;

  /**
   * Learns what became known up to and including a day.
   *
   * @throws IllegalArgumentException when the day is before one already reached
   */
  public void advanceTo(LocalDate day) {
    if (day.isBefore(today)) {
      throw new IllegalArgumentException("day " + day + " is before " + today);
    }
    today = day;
    while (!pending.isEmpty() && !pending.peek().on().isAfter(day)) {
      learn(pending.remove());
    }
  }

  /** Remembers a bill that was issued; what became of it stays unknown until its day. */
  public void remember(BillStory bill) {
    bills++;
    lastIssuedOn = bill.issuedOn();
    if (!Double.isNaN(bill.amount())) {
      logAmountSum += BillTerms.logOf(bill.amount());
      amounts++;
    }
    if (bill.remindedOn() != null) {
      expect(bill.remindedOn(), Kind.REMINDED, bill);
    }
    if (bill.verdict() != null) {
      expect(bill.verdict().knownOn(), Kind.JUDGED, bill);
    }
    switch (bill.settlement()) {
      case Settlement.On(LocalDate day) -> {
        settlementTracked = true;
        open++;
        expect(day, Kind.SETTLED, bill);
        if (bill.dueOn() != null && day.isAfter(bill.dueOn())) {
          expect(bill.dueOn().plusDays(1), Kind.OVERDUE, bill);
        }
      }
      case Settlement.NotYet _ -> {
        settlementTracked = true;
        open++;
        if (bill.dueOn() != null) {
          expect(bill.dueOn().plusDays(1), Kind.OVERDUE, bill);
        }
      }
      case Settlement.Untracked _ -> settlementTracked = false;
    }
  }

  /** The channel of the newest payment known, blank where there is none. */
  String lastChannel() {
    return lastChannel;
  }

  /** The features of a bill issued today, in the order of {@link #NAMES}. */
  double[] describe(BillStory bill, double populationShare, double feeTypeShare) {
    double share = all.share(populationShare, PRIOR_BILLS);
    return new double[] {
      Math.log1p(bills),
      Math.log1p(all.judged()),
      share,
      Double.isNaN(recentLate) ? share : recentLate,
      byFeeType
          .getOrDefault(bill.feeType(), LateCount.NONE)
          .share((share + feeTypeShare) / 2, PRIOR_BILLS),
      byChannel.getOrDefault(lastChannel, LateCount.NONE).share(share, PRIOR_BILLS),
      streak,
      daysSince(lastLateOn),
      delays.mean(),
      delays.recent(),
      delays.last(),
      delays.quantile80(),
      delays.spread(),
      daysSince(lastIssuedOn),
      settlementTracked ? open : Double.NaN,
      settlementTracked ? overdueSince.size() : Double.NaN,
      settlementTracked ? longestOverdueDays() : Double.NaN,
      bills == 0 ? Double.NaN : (double) reminded / bills,
      counted == 0 ? Double.NaN : (double) split / counted,
      amounts == 0 ? Double.NaN : BillTerms.logOf(bill.amount()) - logAmountSum / amounts,
    };
  }

  private void expect(LocalDate on, Kind kind, BillStory bill) {
    pending.add(new Pending(on, kind, bill));
  }

  private void learn(Pending event) {
    BillStory bill = event.bill();
    switch (event.kind()) {
      case REMINDED -> reminded++;
      case JUDGED -> judge(bill, event.on());
      case OVERDUE -> overdueSince.put(bill.billNo(), bill.dueOn());
      case SETTLED -> {
        open--;
        overdueSince.remove(bill.billNo());
        bill.daysLate().ifPresent(delays::add);
        counted += bill.payments() > 0 ? 1 : 0;
        split += bill.payments() > 1 ? 1 : 0;
        if (!bill.channel().isBlank()) {
          settleThrough(bill);
        }
      }
    }
  }

  private void settleThrough(BillStory bill) {
    lastChannel = bill.channel();
    if (bill.verdict() != null) {
      byChannel.computeIfAbsent(lastChannel, _ -> new LateCount()).add(bill.verdict().late());
    }
  }

  private void judge(BillStory bill, LocalDate on) {
    boolean late = bill.verdict().late();
    all.add(late);
    byFeeType.computeIfAbsent(bill.feeType(), _ -> new LateCount()).add(late);
    double value = late ? 1 : 0;
    recentLate =
        Double.isNaN(recentLate) ? value : recentLate + RECENT_WEIGHT * (value - recentLate);
    streak = late ? Math.max(streak, 0) + 1 : Math.min(streak, 0) - 1;
    if (late) {
      lastLateOn = on;
    }
  }

  private double daysSince(LocalDate day) {
    return day == null ? Double.NaN : today.toEpochDay() - day.toEpochDay();
  }

  private double longestOverdueDays() {
    return overdueSince.values().stream().mapToDouble(this::daysSince).max().orElse(0);
  }
}
