package org.feewise.assistant.cases;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.feewise.assistant.reminders.ListPage;

@ApplicationScoped
class CaseRows implements PanacheRepositoryBase<CaseRow, String> {

  List<CaseRow> of(String citizenId, int page) {
    return find("citizenId", Sort.descending("openedAt").and("caseId"), citizenId)
        .range(ListPage.first(page), ListPage.last(page))
        .list();
  }

  List<CaseRow> open(int page) {
    return find("closedAt is null", Sort.ascending("openedAt").and("caseId"))
        .range(ListPage.first(page), ListPage.last(page))
        .list();
  }

  Optional<CaseRow> locked(String caseId) {
    return find("caseId", caseId).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }
}
