package org.feewise.analytics.history;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.feewise.models.risk.features.BillStory;
import org.feewise.models.risk.features.FeatureRow;
import org.feewise.models.risk.features.InstalmentPlans;
import org.feewise.models.risk.features.RiskFeatures;
import org.feewise.models.risk.features.Settlement;

/** Describes sorted rows of bills, holding one payer at a time. */
final class DescribedRows implements Iterator<Row> {
  /** Column that says whether a bill is described or history of others alone. */
  static final String WANTED = "wanted";

  private final Iterator<Row> rows;
  private final RiskFeatures definition;
  private final LocalDate asOf;
  private final Deque<Row> described = new ArrayDeque<>();
  private Row next;

  DescribedRows(Iterator<Row> rows, RiskFeatures definition, LocalDate asOf) {
    this.rows = rows;
    this.definition = definition;
    this.asOf = asOf;
    this.next = rows.hasNext() ? rows.next() : null;
  }

  @Override
  public boolean hasNext() {
    while (described.isEmpty() && next != null) {
      describeNextPayer();
    }
    return !described.isEmpty();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return described.remove();
  }

  private void describeNextPayer() {
    List<BillStory> payer = new ArrayList<>();
    Set<String> wanted = new HashSet<>();
    InstalmentPlans plans = HouseStory.plans(next);
    String citizen = HouseStory.citizen(next);
    while (next != null && HouseStory.citizen(next).equals(citizen)) {
      BillStory bill = HouseStory.bill(next);
      payer.add(bill);
      if (next.<Boolean>getAs(WANTED)) {
        wanted.add(bill.billNo());
      }
      next = rows.hasNext() ? rows.next() : null;
    }
    if (wanted.isEmpty()) {
      return;
    }
    definition.describeAll(
        payer,
        plans,
        (bill, features) -> {
          if (wanted.contains(bill.billNo())) {
            described.add(row(bill, features));
          }
        });
  }

  private Row row(BillStory bill, FeatureRow features) {
    boolean judged = bill.dueOn().isBefore(asOf);
    return RowFactory.create(
        bill.billNo(),
        bill.payer(),
        bill.feeType(),
        Math.round(bill.amount() * 100),
        bill.issuedOn(),
        bill.dueOn(),
        bill.settlement() instanceof Settlement.NotYet,
        judged ? bill.verdict().late() : null,
        bill.daysLate().map(Long::doubleValue).orElse(null),
        features.numbers(),
        features.categories());
  }
}
