package org.feewise.models.risk.features;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Prints how many bills a second one core describes: 2,000 payers with 60 bills each. */
public final class DescribingBench {
  private static final int PAYERS = 2_000;
  private static final int BILLS = 60;
  private static final int ROUNDS = 15;
  private static final String[] FEES = {"WATER", "GAS", "PARKING", "HEATING", "PROPERTY_TAX"};

  private DescribingBench() {}

  public static void main(String[] arguments) {
    SplittableRandom random = new SplittableRandom(1);
    List<List<BillStory>> payers = new ArrayList<>();
    PopulationRates.Counts counts = new PopulationRates.Counts();
    for (int payer = 0; payer < PAYERS; payer++) {
      List<BillStory> bills = payer(payer, random);
      bills.forEach(counts::add);
      payers.add(bills);
    }
    RiskFeatures definition = new RiskFeatures(HouseFeatures.SCHEMA, counts.rates());
    double[] perSecond = new double[ROUNDS];
    double[] seen = new double[1];
    for (int round = 0; round < ROUNDS; round++) {
      long from = System.nanoTime();
      payers.forEach(
          bills -> definition.describeAll(bills, (_, row) -> seen[0] += row.numbers()[0]));
      perSecond[round] = PAYERS * BILLS / ((System.nanoTime() - from) / 1e9);
    }
    Arrays.sort(perSecond);
    System.out.printf(
        "%d features, bills/s: median %.0f, best %.0f (%.0f)%n",
        HouseFeatures.SCHEMA.numbers().size(),
        perSecond[ROUNDS / 2],
        perSecond[ROUNDS - 1],
        seen[0]);
  }

  private static List<BillStory> payer(int number, SplittableRandom random) {
    List<BillStory> bills = new ArrayList<>();
    LocalDate day = LocalDate.of(2024, 1, 1);
    for (int i = 0; i < BILLS; i++) {
      day = day.plusDays(random.nextInt(25));
      LocalDate due = day.plusDays(20);
      Settlement settlement =
          random.nextInt(30) == 0
              ? Settlement.notYet()
              : Settlement.on(day.plusDays(1 + random.nextInt(26)));
      LocalDate reminded = random.nextInt(3) == 0 ? due.minusDays(3) : null;
      bills.add(
          new BillStory(
              number + "-" + i,
              "C" + number,
              "D" + number % 8,
              day,
              due,
              50 + random.nextInt(200),
              new String(FEES[random.nextInt(FEES.length)]),
              settlement,
              new Payments(new String(random.nextBoolean() ? "APP" : "WEB"), 1, List.of()),
              reminded == null ? List.of() : List.of(new SentReminder(reminded, reminded)),
              Verdict.byDates(due, settlement).orElseThrow(),
              new double[7],
              new String[1]));
    }
    return bills;
  }
}
