package org.feewise.assistant.plans;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The plans that were proposed, always of one citizen. */
@ApplicationScoped
class PlanRows implements PanacheRepositoryBase<PlanRow, String> {

  Optional<PlanRow> of(String citizenId, String planId) {
    return find("citizenId = ?1 and planId = ?2", citizenId, planId).firstResultOptional();
  }

  /** The plan that the citizen lives by. */
  Optional<PlanRow> inForce(String citizenId) {
    return find(
            "citizenId = ?1 and acceptedAt is not null and replacedAt is null",
            Sort.descending("acceptedAt"),
            citizenId)
        .firstResultOptional();
  }

  /** Ids of the plans that citizens live by. */
  List<PlanRow> allInForce() {
    return list("acceptedAt is not null and replacedAt is null", Sort.ascending("planId"));
  }

  /** What was proposed last in the place of a plan. */
  List<PlanRow> proposedFor(String citizenId, String planId) {
    List<PlanRow> rows =
        list(
            "citizenId = ?1 and replaces = ?2 and acceptedAt is null",
            Sort.descending("createdAt"),
            citizenId,
            planId);
    return rows.stream().filter(row -> row.createdAt.equals(rows.getFirst().createdAt)).toList();
  }

  void replaceOthers(String citizenId, String planId, Instant now) {
    update(
        "replacedAt = ?1 where citizenId = ?2 and planId <> ?3"
            + " and acceptedAt is not null and replacedAt is null",
        now,
        citizenId,
        planId);
  }

  /** Removes proposals that nobody accepted. */
  long forgetUnaccepted(Instant before) {
    return delete("acceptedAt is null and createdAt < ?1", before);
  }
}
