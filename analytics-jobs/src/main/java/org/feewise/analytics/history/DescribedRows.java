package org.feewise.analytics.history;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.feewise.models.risk.features.BillStory;
import org.feewise.models.risk.features.FeatureRow;
import org.feewise.models.risk.features.HouseFeatures;
import org.feewise.models.risk.features.RiskFeatures;
import org.feewise.models.risk.features.Settlement;
import org.feewise.models.risk.features.Verdict;

/** Describes sorted rows of bills, holding one payer at a time. */
final class DescribedRows implements Iterator<Row> {
  private final Iterator<Row> rows;
  private final RiskFeatures definition;
  private final LocalDate asOf;
  private final Deque<Row> described = new ArrayDeque<>();
  private BillStory next;

  DescribedRows(Iterator<Row> rows, RiskFeatures definition, LocalDate asOf) {
    this.rows = rows;
    this.definition = definition;
    this.asOf = asOf;
    this.next = rows.hasNext() ? story(rows.next()) : null;
  }

  @Override
  public boolean hasNext() {
    if (described.isEmpty() && next != null) {
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
    String name = next.payer();
    while (next != null && next.payer().equals(name)) {
      payer.add(next);
      next = rows.hasNext() ? story(rows.next()) : null;
    }
    definition.describeAll(payer, (bill, features) -> described.add(row(bill, features)));
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

  private static BillStory story(Row row) {
    LocalDate dueOn = row.<LocalDate>getAs("due_on");
    LocalDate settledOn = row.getAs("settled_on");
    LocalDate remindedOn = row.getAs("reminded_on");
    Settlement settlement = settledOn == null ? Settlement.notYet() : Settlement.on(settledOn);
    Number incomeDay = row.getAs("income_day");
    Integer payments = row.getAs("payments");
    String channel = row.getAs("channel");
    return new BillStory(
        row.getAs("bill_no"),
        row.getAs("citizen_id"),
        row.<LocalDate>getAs("issued_on"),
        dueOn,
        row.<Long>getAs("principal_fen") / 100.0,
        row.getAs("fee_type"),
        settlement,
        channel == null ? "" : channel,
        payments == null ? 0 : payments,
        remindedOn,
        Verdict.byDates(dueOn, settlement).orElseThrow(),
        HouseFeatures.numbers(dueOn, incomeDay == null ? 0 : incomeDay.intValue()),
        HouseFeatures.categories(row.getAs("payer_kind")));
  }
}
