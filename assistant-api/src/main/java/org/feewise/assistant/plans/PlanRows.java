package org.feewise.assistant.plans;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The plans that were proposed, always of one citizen. */
@ApplicationScoped
class PlanRows implements PanacheRepositoryBase<PlanRow, String> {

  Optional<PlanRow> of(String citizenId, String planId) {
    return find("citizenId = ?1 and planId = ?2", citizenId, planId).firstResultOptional();
  }
}
