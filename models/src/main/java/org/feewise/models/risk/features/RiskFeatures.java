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
  private final int sourceNumbers;

  public RiskFeatures(FeatureSchema schema, PopulationRates rates) {
    this.schema = Objects.requireNonNull(schema, "schema");
    this.rates = Objects.requireNonNull(rates, "rates");
    this.sourceNumbers = schema.numbers().size() - FeatureSchema.NUMBERS_OF_ANY_BILL.size();
  }

  public FeatureSchema schema() {
    return schema;
  }

  /**
   * Describes every bill of one payer who has no plans.
   *
   * @param bills in order of {@link BillStory#issuedOn}; bills of one day do not see each other
   * @param sink receives each bill with its features, in the given order
   */
  public void describeAll(Iterable<BillStory> bills, BiConsumer<BillStory, FeatureRow> sink) {
    describeAll(bills, InstalmentPlans.NONE, sink);
  }

  /**
   * Describes every bill of one payer.
   *
   * @param bills in order of {@link BillStory#issuedOn}; bills of one day do not see each other
   * @param plans all that the payer ever accepted
   * @param sink receives each bill with its features, in the given order
   */
  public void describeAll(
      Iterable<BillStory> bills, InstalmentPlans plans, BiConsumer<BillStory, FeatureRow> sink) {
    PayerHistory history = new PayerHistory();
    history.remember(plans);
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

  /**
   * Describes one bill of a payer whose history was advanced to the day of its issue.
   *
   * @throws IllegalArgumentException when the bill has more or fewer numbers than the schema
   */
  public FeatureRow describe(BillStory bill, PayerHistory history) {
    if (bill.numbers().length != sourceNumbers) {
      throw new IllegalArgumentException(
          "bill %s has %d numbers of its source, the schema %d"
              .formatted(bill.billNo(), bill.numbers().length, sourceNumbers));
    }
    LocalDate day = bill.issuedOn();
    double everybody = day == null ? Double.NaN : rates.lateShare(day);
    double feeType = day == null ? Double.NaN : rates.ofFeeType(day, bill.feeType());
    NumberWriter numbers = new NumberWriter(schema.numbers().size());
    BillTerms.describe(bill, numbers);
    if (bill.hasHistory()) {
      history.describe(bill, everybody, feeType, numbers);
    } else {
      numbers.writeMissing(PayerHistory.NAMES.size());
    }
    rates.describe(bill, everybody, feeType, numbers);
    numbers.write(bill.numbers());
    String[] categories = new String[2 + bill.categories().length];
    categories[0] = bill.feeType().isBlank() ? null : bill.feeType();
    categories[1] = history.lastChannel().isBlank() ? null : history.lastChannel();
    System.arraycopy(bill.categories(), 0, categories, 2, bill.categories().length);
    return new FeatureRow(numbers.finish(), categories);
  }

  /** Describes a bill of nobody in particular. */
  public FeatureRow describe(BillStory bill) {
    return describe(bill, new PayerHistory());
  }
}
