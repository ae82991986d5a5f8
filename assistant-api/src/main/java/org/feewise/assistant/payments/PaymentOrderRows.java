package org.feewise.assistant.payments;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.feewise.assistant.reminders.ListPage;

/** Payment orders, always of one citizen. */
@ApplicationScoped
class PaymentOrderRows implements PanacheRepositoryBase<PaymentOrderRow, String> {

  List<PaymentOrderRow> of(String citizenId, int page) {
    return find("citizenId", Sort.descending("startedAt").and("orderNo"), citizenId)
        .range(ListPage.first(page), ListPage.last(page))
        .list();
  }

  Optional<PaymentOrderRow> of(String citizenId, String orderNo) {
    return find("citizenId = ?1 and orderNo = ?2", citizenId, orderNo).firstResultOptional();
  }

  /** Until the end of the transaction no other makes an order of this citizen. */
  void hold(String citizenId) {
    getEntityManager()
        .createNativeQuery(
            "select citizen_id from citizen where citizen_id = :citizen for no key update")
        .setParameter("citizen", citizenId)
        .getResultList();
  }

  /** Those that are still valid. */
  List<PaymentOrderRow> validAt(String citizenId, Instant now) {
    return list("citizenId = ?1 and validUntil > ?2", citizenId, now);
  }
}
