package org.feewise.assistant.chat.evaluation;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feewise.assistant.bills.BillLedger;
import org.feewise.assistant.bills.BillStore;
import org.feewise.assistant.bills.SurchargeRules;
import org.feewise.assistant.chat.evaluation.hostile.Household;
import org.feewise.assistant.chat.evaluation.hostile.ModelBench;
import org.feewise.assistant.chat.reply.Assistant;
import org.feewise.models.words.Words;

/** Puts the assistant behind models of every kind, with a household of each language on file. */
@Singleton
class ModelTrial {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** Forty days after a working day, so that a bill due then is forty days late. */
  private static final LocalDate HELD_ON = LocalDate.of(2026, 11, 25);

  private final DataSource database;
  private final BillLedger ledger;
  private final Optional<String> configured;

  ModelTrial(
      DataSource database,
      BillStore store,
      SurchargeRules rules,
      @ConfigProperty(name = "feewise.chat.model.url") Optional<String> configured) {
    this.database = database;
    this.configured = configured;
    Clock clock = Clock.fixed(HELD_ON.atTime(LocalTime.NOON).atZone(ZONE).toInstant(), ZONE);
    this.ledger = new BillLedger(store, rules, clock);
  }

  /**
   * Shares and times; of the configured model too, where one is.
   *
   * @param progress told how many turns have been answered
   */
  Map<String, Object> measures(Assistant assistant, IntConsumer progress)
      throws IOException, SQLException {
    Map<String, Household> households = new LinkedHashMap<>();
    for (Locale language : Words.languages()) {
      Household household =
          new Household(database, "demo-" + language.getLanguage(), ledger, language);
      household.moveOut();
      household.moveIn();
      households.put(language.getLanguage(), household);
    }
    Map<String, Object> measures = new LinkedHashMap<>();
    measures.put("cores", Runtime.getRuntime().availableProcessors());
    ModelBench bench = new ModelBench(assistant, households, progress);
    measures.putAll(bench.measures());
    if (configured.isPresent()) {
      measures.put("tasksDoneByConfiguredModel", bench.tasksOf(assistant));
    }
    return measures;
  }
}
