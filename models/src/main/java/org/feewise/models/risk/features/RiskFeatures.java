package org.feewise.models.risk.features;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * Describes bills as they were known on the day they were issued: the same code for training, for
 * batches in Spark and for a single bill.
 */
public final class RiskFeatures implements Serializable {
  private final FeatureSchema schema;
  private final PopulationRates rates;

  public RiskFeatures(FeatureSchema schema, PopulationRates rates) {
    this.schema = Objects.requireNonNull(schema, "schema");
    this.rates = Objects.requireNonNull(rates, "rates");
  }

  public FeatureSchema schema() {
    return schema;
  }

  /**
   * Describes every bill of one payer.
   *
   * @param bills in order of {@link BillStory#issuedOn}; bills of one day do not see each other
   * @param sink receives each bill with its features, in the given order
   */
  public void describeAll(Iterable<BillStory> bills, BiConsumer<BillStory, FeatureRow> sink) {
    PayerHistory history = new PayerHistory();
    List<BillStory> sameDay = new ArrayList<>();
    Iterator<BillStory> rest = bills.iterator();
    while (rest.hasNext()) {
      BillStory bill = rest.next();
      if (!sameDay.isEmpty() && !sameDay.getFirst().issuedOn().equals(bill.issuedOn())) {
        describeDay(history, sameDay, sink);
        sameDay.clear();
      }
      sameDay.add(bill);
    }
    if (!sameDay.isEmpty()) {
      describeDay(history, sameDay, sink);
    }
  }

  private void describeDay(
      PayerHistory history, List<BillStory> bills, BiConsumer<BillStory, FeatureRow> sink) {
    history.advanceTo(bills.getFirst().issuedOn());
    for (BillStory bill : bills) {
      sink.accept(bill, describe(bill, history));
    }
    bills.forEach(history::remember);
  }

  /** Describes one bill of a payer whose history was advanced to the day of its issue. */
  public FeatureRow describe(BillStory bill, PayerHistory history) {
    LocalDate day = bill.issuedOn();
    double feeTypeShare = day == null ? Double.NaN : rates.lateShare(day, bill.feeType());
    double[] ofPayer =
        bill.hasHistory()
            ? history.describe(bill, rates.lateShare(day), feeTypeShare)
            : missing(PayerHistory.NAMES.size());
    double[] numbers =
        concat(
            BillTerms.of(bill),
            ofPayer,
            new double[] {bill.feeType().isBlank() ? Double.NaN : feeTypeShare},
            bill.numbers());
    String[] categories = new String[2 + bill.categories().length];
    categories[0] = bill.feeType().isBlank() ? null : bill.feeType();
    categories[1] = history.lastChannel().isBlank() ? null : history.lastChannel();
    System.arraycopy(bill.categories(), 0, categories, 2, bill.categories().length);
    return new FeatureRow(numbers, categories);
  }

  /** Describes a bill of nobody in particular. */
  public FeatureRow describe(BillStory bill) {
    return describe(bill, new PayerHistory());
  }

  private static double[] missing(int count) {
    double[] values = new double[count];
    java.util.Arrays.fill(values, Double.NaN);
    return values;
  }

  private static double[] concat(double[]... parts) {
    int length = 0;
    for (double[] part : parts) {
      length += part.length;
    }
    double[] all = new double[length];
    int at = 0;
    for (double[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}
