package org.feewise.assistant.reports.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The tables {@code report.risk_*}, to which every analysis adds its run. */
@ApplicationScoped
class RiskTables {
  private final EntityManager entities;

  RiskTables(EntityManager entities) {
    this.entities = entities;
  }

  /** The newest runs first. */
  @Transactional
  List<Figures> runs(int most) {
    return rows("select * from report.risk_run order by run_id desc limit " + most);
  }

  Optional<Figures> newestRun() {
    return runs(1).stream().findFirst();
  }

  /** What was out of bounds. */
  @Transactional
  List<Figures> alarms(long run) {
    return ofRun("select * from report.risk_alarm where run_id = :run order by place", run);
  }

  /** The score first, then the features, the most moved first. */
  @Transactional
  List<Figures> drift(long run) {
    return ofRun(
        """
        select * from report.risk_drift where run_id = :run
        order by name = 'score' desc, bound is null, psi / bound desc, psi desc, name""",
        run);
  }

  /** By month; those held back when the model was made first. */
  @Transactional
  List<Figures> calibration(long run) {
    return ofRun(
        """
        select *, observed - expected as gap from report.risk_calibration
        where run_id = :run order by month, held_back desc""",
        run);
  }

  /** By attribute and group, small groups put together last. */
  @Transactional
  List<Figures> fairness(long run) {
    return ofRun(
        """
        select * from report.risk_fairness where run_id = :run
        order by position(attribute in 'district age_band income_band disabled'),
          group_name in ('OTHER', '-'), group_name""",
        run);
  }

  private List<Figures> ofRun(String sql, long run) {
    return entities
        .createNativeQuery(sql, Tuple.class)
        .setParameter("run", run)
        .getResultList()
        .stream()
        .map(row -> new Figures((Tuple) row))
        .toList();
  }

  private List<Figures> rows(String sql) {
    return entities.createNativeQuery(sql, Tuple.class).getResultList().stream()
        .map(row -> new Figures((Tuple) row))
        .toList();
  }
}
