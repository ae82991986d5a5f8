package org.feewise.assistant.bills;

import static org.feewise.assistant.bills.BillStatus.OVERDUE;
import static org.feewise.assistant.bills.BillStatus.UNPAID;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.jpa.HibernateHints;

/** Rows of the table of bills, always of one citizen and only to be read. */
@ApplicationScoped
class BillRows implements PanacheRepositoryBase<BillRow, String> {

  private static final String COVERING =
      "coalesce(b.periodFrom, b.issuedOn) <= :to"
          + " and coalesce(b.periodTo, b.periodFrom, b.issuedOn) >= :from";

  List<BillRow> of(
      String citizenId,
      BillQuery query,
      LocalDate today,
      Optional<PagePosition<LocalDate>> after,
      int limit) {
    Conditions conditions = new Conditions().where("b.citizenId = :citizen", "citizen", citizenId);
    if (!query.statuses().isEmpty()) {
      conditions.where(anyStatus(query));
    }
    if (query.statuses().contains(UNPAID) || query.statuses().contains(OVERDUE)) {
      conditions.with("today", today);
    }
    if (!query.feeTypes().isEmpty()) {
      conditions.where("b.feeType in :feeTypes", "feeTypes", query.feeTypes());
    }
    query
        .covering()
        .ifPresent(days -> conditions.where(COVERING, "from", days.from()).with("to", days.to()));
    after.ifPresent(
        last ->
            conditions
                .where("b.issuedOn < :on or (b.issuedOn = :on and b.billNo > :no)", "on", last.at())
                .with("no", last.id()));
    return find(
            "from Bill b where " + conditions.clause() + " order by b.issuedOn desc, b.billNo",
            conditions.values())
        .withHint(HibernateHints.HINT_READ_ONLY, true)
        .page(Page.ofSize(limit))
        .list();
  }

  Optional<BillRow> of(String citizenId, String billNo) {
    return find("citizenId = ?1 and billNo = ?2", citizenId, billNo)
        .withHint(HibernateHints.HINT_READ_ONLY, true)
        .firstResultOptional();
  }

  private static String anyStatus(BillQuery query) {
    return query.statuses().stream().map(BillRows::condition).collect(Collectors.joining(" or "));
  }

  private static String condition(BillStatus status) {
    return switch (status) {
      case PAID -> "b.settledOn is not null";
      case UNPAID -> "b.settledOn is null and b.effectiveDueOn >= :today";
      case OVERDUE -> "b.settledOn is null and b.effectiveDueOn < :today";
    };
  }
}
