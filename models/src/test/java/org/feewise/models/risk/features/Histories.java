package org.feewise.models.risk.features;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Random histories of a few payers as bare facts, and the same histories with another future. */
record Histories(List<Payer> payers) {
  static final LocalDate START = LocalDate.of(2025, 1, 6);
  private static final String[] FEES = {"WATER", "GAS", "PARKING"};
  private static final String[] CHANNELS = {"APP", "WEB", "COUNTER"};

  record Payer(String name, String district, List<Fact> bills, InstalmentPlans plans) {
    List<BillStory> stories() {
      return bills.stream().map(bill -> bill.story(this)).toList();
    }
  }

  record Part(LocalDate on, double amount) {}

  /** A bill and all that ever happened to it; settledOn is null where it is never paid. */
  record Fact(
      int number,
      String feeType,
      double amount,
      LocalDate issuedOn,
      LocalDate dueOn,
      LocalDate settledOn,
      List<Part> parts,
      String channel,
      List<SentReminder> reminders) {

    boolean late() {
      return settledOn == null || settledOn.isAfter(dueOn);
    }

    LocalDate verdictOn() {
      return late() ? dueOn.plusDays(1) : settledOn;
    }

    BillStory story(Payer payer) {
      Settlement settlement = settledOn == null ? Settlement.notYet() : Settlement.on(settledOn);
      int payments = parts.size() + (settledOn == null ? 0 : 1 + number % 2);
      return new BillStory(
          payer.name() + number,
          payer.name(),
          payer.district(),
          issuedOn,
          dueOn,
          amount,
          feeType,
          settlement,
          new Payments(
              channel,
              payments,
              parts.stream().map(part -> new Payments.Part(part.on(), part.amount())).toList()),
          reminders,
          Verdict.byDates(dueOn, settlement).orElseThrow(),
          new double[0],
          new String[0]);
    }
  }

  static Histories random(long seed, int bills) {
    SplittableRandom random = new SplittableRandom(seed);
    return new Histories(
        Stream.of("north", "south", "north")
            .map(district -> payer("p" + random.nextInt(), district, bills, random))
            .toList());
  }

  private static Payer payer(String name, String district, int bills, SplittableRandom random) {
    List<Fact> facts = new ArrayList<>();
    LocalDate day = START;
    for (int i = 0; i < bills; i++) {
      day = day.plusDays(random.nextInt(25));
      facts.add(
          fate(
              new Fact(
                  i,
                  FEES[random.nextInt(FEES.length)],
                  random.nextInt(100, 90_000) / 100.0,
                  day,
                  day.plusDays(5 + random.nextInt(20)),
                  null,
                  List.of(),
                  "",
                  List.of()),
              day,
              random));
    }
    return new Payer(name, district, facts, plans(InstalmentPlans.NONE, START, random));
  }

  /** The same up to the end of a day; whatever came later comes otherwise. */
  Histories withAnotherFutureAfter(LocalDate today, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return new Histories(
        payers.stream()
            .map(
                payer ->
                    new Payer(
                        payer.name(),
                        payer.district(),
                        payer.bills().stream().map(bill -> fate(bill, today, random)).toList(),
                        plans(payer.plans(), today, random)))
            .toList());
  }

  private static Fact fate(Fact bill, LocalDate today, SplittableRandom random) {
    LocalDate from = today.isAfter(bill.issuedOn()) ? today : bill.issuedOn().minusDays(1);
    List<SentReminder> reminders = new ArrayList<>();
    for (SentReminder sent : bill.reminders()) {
      if (!sent.sentOn().isAfter(from)) {
        boolean readBefore = sent.readOn() != null && !sent.readOn().isAfter(from);
        reminders.add(readBefore ? sent : new SentReminder(sent.sentOn(), later(from, 20, random)));
      }
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      LocalDate sentOn = from.plusDays(1 + random.nextInt(25));
      reminders.add(new SentReminder(sentOn, later(sentOn, 9, random)));
    }
    reminders.sort(Comparator.comparing(SentReminder::sentOn));
    boolean settled = bill.settledOn() != null && !bill.settledOn().isAfter(from);
    LocalDate settledOn = settled ? bill.settledOn() : later(from, 50, random);
    List<Part> parts = new ArrayList<>(bill.parts());
    if (!settled) {
      parts.removeIf(part -> part.on().isAfter(from));
      for (int i = random.nextInt(3); i > 0; i--) {
        parts.add(
            new Part(
                from.plusDays(1 + random.nextInt(40)),
                Math.floor(bill.amount() * 100 / (3 + random.nextInt(5))) / 100));
      }
      parts.removeIf(part -> settledOn != null && !part.on().isBefore(settledOn));
      parts.sort(Comparator.comparing(Part::on));
    }
    return new Fact(
        bill.number(),
        bill.feeType(),
        bill.amount(),
        bill.issuedOn(),
        bill.dueOn(),
        settledOn,
        parts,
        settled ? bill.channel() : CHANNELS[random.nextInt(CHANNELS.length)],
        reminders);
  }

  private static InstalmentPlans plans(
      InstalmentPlans known, LocalDate today, SplittableRandom random) {
    return new InstalmentPlans(
        days(known.acceptedOn(), today, random),
        days(known.keptOn(), today, random),
        days(known.brokenOn(), today, random));
  }

  private static List<LocalDate> days(
      List<LocalDate> known, LocalDate today, SplittableRandom random) {
    List<LocalDate> days = new ArrayList<>(known);
    days.removeIf(day -> day.isAfter(today));
    for (int i = random.nextInt(4); i > 0; i--) {
      days.add(today.plusDays(1 + random.nextInt(300)));
    }
    return days;
  }

  private static LocalDate later(LocalDate than, int days, SplittableRandom random) {
    return random.nextInt(6) == 0 ? null : than.plusDays(1 + random.nextInt(days));
  }

  PopulationRates rates() {
    PopulationRates.Counts counts = new PopulationRates.Counts();
    payers.forEach(payer -> payer.stories().forEach(counts::add));
    return counts.rates();
  }

  /** The first payer's bills, described. */
  List<FeatureRow> described(FeatureSchema schema) {
    List<FeatureRow> rows = new ArrayList<>();
    Payer payer = payers.getFirst();
    new RiskFeatures(schema, rates())
        .describeAll(payer.stories(), payer.plans(), (_, row) -> rows.add(row));
    return rows;
  }
}
