package org.feewise.assistant.bills;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.jpa.HibernateHints;

/** Rows of the table of payments, always of one citizen. */
@ApplicationScoped
class PaymentRows implements PanacheRepositoryBase<PaymentRow, String> {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  List<PaymentRow> of(
      String citizenId, PaymentQuery query, Optional<PagePosition<Instant>> after, int limit) {
    Conditions conditions = new Conditions().where("p.citizenId = :citizen", "citizen", citizenId);
    if (!query.feeTypes().isEmpty()) {
      conditions.where("b.feeType in :feeTypes", "feeTypes", query.feeTypes());
    }
    query
        .paidIn()
        .ifPresent(
            days ->
                conditions
                    .where("p.paidAt >= :from and p.paidAt < :until")
                    .with("from", days.from().atStartOfDay(ZONE).toInstant())
                    .with("until", days.to().plusDays(1).atStartOfDay(ZONE).toInstant()));
    after.ifPresent(
        last ->
            conditions
                .where("p.paidAt < :at or (p.paidAt = :at and p.paymentId > :id)", "at", last.at())
                .with("id", last.id()));
    return find(
            "from Payment p join fetch p.bill b where "
                + conditions.clause()
                + " order by p.paidAt desc, p.paymentId",
            conditions.values())
        .withHint(HibernateHints.HINT_READ_ONLY, true)
        .page(Page.ofSize(limit))
        .list();
  }

  List<PaymentRow> towards(String citizenId, Set<String> billNos) {
    return find(
            "from Payment p join fetch p.bill b"
                + " where p.citizenId = ?1 and b.billNo in ?2 order by p.paidAt, p.paymentId",
            citizenId,
            billNos)
        .withHint(HibernateHints.HINT_READ_ONLY, true)
        .list();
  }
}
