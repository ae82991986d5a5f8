package org.feewise.models.risk.features;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known about one payer on a day: bills are given in order of issue, and what became of
 * them waits in a queue until the day it becomes known.
 */
public final class PayerHistory {
  /** How many days back the counts reach that people are told: half a year. */
  public static final int WINDOW_DAYS = 180;

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
          "amount_against_usual",
          "amount_against_usual_fee_type",
          "payer_late_bills_180d",
          "payer_judged_bills_180d",
          "payer_partly_paid_bills",
          "payer_parts_share",
          "payer_open_paid_share",
          "payer_late_share_reminded",
          "payer_days_after_reminder",
          "payer_reminders_read_share",
          "payer_plans_accepted",
          "payer_plans_kept",
          "payer_plans_broken");

  private static final double PRIOR_BILLS = 4;
  private static final double RECENT_WEIGHT = 0.25;
  private static final FeeTypeHistory NEW_FEE_TYPE = new FeeTypeHistory();

  /** What can become known, in the order in which it counts within a day. */
  private enum Kind {
    PLAN_ACCEPTED,
    PLAN_KEPT,
    PLAN_BROKEN,
    REMINDED,
    REMINDED_AGAIN,
    READ,
    PART_PAID,
    JUDGED,
    OVERDUE,
    SETTLED;

    private static final Kind[] ALL = values();
  }

  private final EventQueue pending = new EventQueue();
  private final List<BillStory> bills = new ArrayList<>();
  private final Map<String, FeeTypeHistory> byFeeType = new HashMap<>();
  private final Map<String, LateCount> byChannel = new HashMap<>();
  private final FeeTypeHistory all = new FeeTypeHistory();
  private final LateWindow window = new LateWindow(WINDOW_DAYS);
  private final DelayRecord delays = new DelayRecord();
  private final OpenBills open = new OpenBills();
  private final ReminderRecord reminders = new ReminderRecord();
  private final int[] plans = new int[Kind.PLAN_BROKEN.ordinal() + 1];
  private LocalDate today = LocalDate.MIN;
  private int day = Integer.MIN_VALUE;
  private LocalDate lastIssuedOn;
  private int lastLateDay = Integer.MIN_VALUE;
  private String lastChannel = "";
  private LateCount throughLastChannel = LateCount.NONE;
  private int counted;
  private int split;
  private boolean settlementTracked;
  private int streak;
  private double recentLate = Double.NaN;

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
    this.day = epochDay(day);
    while (!pending.isEmpty() && EventQueue.day(pending.first()) <= this.day) {
      long event = pending.first();
      pending.removeFirst();
      learn(Kind.ALL[EventQueue.kind(event)], EventQueue.bill(event), EventQueue.day(event));
    }
    window.advanceTo(this.day);
  }

  /** Remembers the payer's plans; what became of each stays unknown until its day. */
  public void remember(InstalmentPlans plans) {
    plans.acceptedOn().forEach(on -> expect(on, Kind.PLAN_ACCEPTED, 0));
    plans.keptOn().forEach(on -> expect(on, Kind.PLAN_KEPT, 0));
    plans.brokenOn().forEach(on -> expect(on, Kind.PLAN_BROKEN, 0));
  }

  /**
   * Remembers a bill that was issued; what became of it stays unknown until its day, and until this
   * one.
   */
  public void remember(BillStory story) {
    int bill = bills.size();
    bills.add(story);
    lastIssuedOn = story.issuedOn();
    double logAmount = BillTerms.logOf(story.amount());
    all.addAmount(logAmount);
    byFeeType.computeIfAbsent(story.feeType(), _ -> new FeeTypeHistory()).addAmount(logAmount);
    List<SentReminder> sent = story.reminders();
    for (int i = 0; i < sent.size(); i++) {
      expect(sent.get(i).sentOn(), i == 0 ? Kind.REMINDED : Kind.REMINDED_AGAIN, bill);
      if (sent.get(i).readOn() != null) {
        expect(sent.get(i).readOn(), Kind.READ, bill);
      }
    }
    if (story.verdict() != null) {
      expect(story.verdict().knownOn(), Kind.JUDGED, bill);
    }
    switch (story.settlement()) {
      case Settlement.On(LocalDate on) -> {
        expectOpen(story, bill, on);
        expect(on, Kind.SETTLED, bill);
      }
      case Settlement.NotYet _ -> expectOpen(story, bill, LocalDate.MAX);
      case Settlement.Untracked _ -> settlementTracked = false;
    }
  }

  /** The channel of the newest payment known, blank where there is none. */
  String lastChannel() {
    return lastChannel;
  }

  /** Writes the features of a bill issued today, in the order of {@link #NAMES}. */
  void describe(BillStory bill, double populationShare, double feeTypeShare, NumberWriter into) {
    double share = all.late().share(populationShare, PRIOR_BILLS);
    FeeTypeHistory ofFeeType = byFeeType.getOrDefault(bill.feeType(), NEW_FEE_TYPE);
    double logAmount = BillTerms.logOf(bill.amount());
    into.write(Math.log1p(bills.size()));
    into.write(Math.log1p(all.late().judged()));
    into.write(share);
    into.write(Double.isNaN(recentLate) ? share : recentLate);
    into.write(ofFeeType.late().share((share + feeTypeShare) / 2, PRIOR_BILLS));
    into.write(throughLastChannel.share(share, PRIOR_BILLS));
    into.write(streak);
    into.write(lastLateDay == Integer.MIN_VALUE ? Double.NaN : day - lastLateDay);
    into.write(delays.mean());
    into.write(delays.recent());
    into.write(delays.last());
    into.write(delays.quantile80());
    into.write(delays.spread());
    into.write(lastIssuedOn == null ? Double.NaN : day - epochDay(lastIssuedOn));
    into.write(ifTracked(open.count()));
    into.write(ifTracked(open.overdue()));
    into.write(ifTracked(open.longestOverdueDays(day)));
    into.write(reminders.remindedShare(bills.size()));
    into.write(counted == 0 ? Double.NaN : (double) split / counted);
    into.write(all.againstUsual(logAmount));
    into.write(bill.feeType().isBlank() ? Double.NaN : ofFeeType.againstUsual(logAmount));
    into.write(window.late());
    into.write(window.judged());
    into.write(ifTracked(open.partlyPaid()));
    into.write(open.inPartsShare());
    into.write(open.paidShare());
    into.write(reminders.lateShare(share, PRIOR_BILLS));
    into.write(reminders.meanDaysToPayment());
    into.write(reminders.readShare());
    into.write(plans[Kind.PLAN_ACCEPTED.ordinal()]);
    into.write(plans[Kind.PLAN_KEPT.ordinal()]);
    into.write(plans[Kind.PLAN_BROKEN.ordinal()]);
  }

  private double ifTracked(int count) {
    return settlementTracked ? count : Double.NaN;
  }

  private void expectOpen(BillStory story, int bill, LocalDate settledOn) {
    settlementTracked = true;
    open.open(bill, story);
    if (story.dueOn() != null && settledOn.isAfter(story.dueOn())) {
      expect(story.dueOn().plusDays(1), Kind.OVERDUE, bill);
    }
    for (Payments.Part part : story.payments().parts()) {
      expect(part.on(), Kind.PART_PAID, bill);
    }
  }

  private void expect(LocalDate on, Kind kind, int bill) {
    pending.add(Math.max(epochDay(on), day), kind.ordinal(), bill);
  }

  private void learn(Kind kind, int bill, int on) {
    switch (kind) {
      case PLAN_ACCEPTED, PLAN_KEPT, PLAN_BROKEN -> plans[kind.ordinal()]++;
      case REMINDED -> reminders.send(true);
      case REMINDED_AGAIN -> reminders.send(false);
      case READ -> reminders.read();
      case PART_PAID -> open.payPart(bill, bills.get(bill));
      case JUDGED -> judge(bills.get(bill), on);
      case OVERDUE -> open.fallOverdue(bill, epochDay(bills.get(bill).dueOn()));
      case SETTLED -> settle(bill, bills.get(bill), on);
    }
  }

  private void settle(int bill, BillStory story, int on) {
    open.settle(bill, story);
    if (story.dueOn() != null && story.settlement() instanceof Settlement.On(LocalDate settledOn)) {
      delays.add(epochDay(settledOn) - epochDay(story.dueOn()));
    }
    counted += story.payments().count() > 0 ? 1 : 0;
    split += story.payments().count() > 1 ? 1 : 0;
    if (!story.reminders().isEmpty() && epochDay(story.reminders().getFirst().sentOn()) <= on) {
      reminders.pay(on - epochDay(story.reminders().getFirst().sentOn()));
    }
    if (!story.payments().channel().isBlank()) {
      settleThrough(story, on);
    }
  }

  private void settleThrough(BillStory story, int on) {
    lastChannel = story.payments().channel();
    throughLastChannel = byChannel.computeIfAbsent(lastChannel, _ -> new LateCount());
    if (story.verdict() != null && epochDay(story.verdict().knownOn()) <= on) {
      throughLastChannel.add(story.verdict().late());
    }
  }

  private void judge(BillStory story, int on) {
    boolean late = story.verdict().late();
    all.late().add(late);
    byFeeType.get(story.feeType()).late().add(late);
    window.add(on, late);
    if (wasRemindedInTime(story)) {
      reminders.judge(late);
    }
    double value = late ? 1 : 0;
    recentLate =
        Double.isNaN(recentLate) ? value : recentLate + RECENT_WEIGHT * (value - recentLate);
    streak = late ? Math.max(streak, 0) + 1 : Math.min(streak, 0) - 1;
    if (late) {
      lastLateDay = on;
    }
  }

  /** Whether a reminder was sent while the bill was open and not yet overdue. */
  private static boolean wasRemindedInTime(BillStory story) {
    if (story.reminders().isEmpty()) {
      return false;
    }
    LocalDate sentOn = story.reminders().getFirst().sentOn();
    return !sentOn.isAfter(story.verdict().knownOn())
        && (story.dueOn() == null || !sentOn.isAfter(story.dueOn()));
  }

  private static int epochDay(LocalDate day) {
    return (int) day.toEpochDay();
  }
}
