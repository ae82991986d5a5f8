package org.feewise.assistant.chat.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.feewise.assistant.chat.understanding.Intent;
import org.feewise.assistant.chat.understanding.IntentReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Not a check but the way to write docs/understanding.md anew, from the cases that ship. */
class UnderstandingTableTest {
  private static final Path TABLE = Path.of("../docs/understanding.md");
  private static final Dialogue DIALOGUE = new Dialogue(new IntentReader());
  private static final List<String> SETS = List.of("cases", "voices", "strangers");
  private static final int BINS = 5;

  @Test
  @EnabledIfSystemProperty(named = "feewise.write-understanding", matches = "true")
  void writeTheTable() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# What is understood");
    lines.add("");
    lines.add("Written by `./mvnw -pl assistant-api -am -Dtest=UnderstandingTableTest");
    lines.add(
        "-Dsurefire.failIfNoSpecifiedTests=false -Dfeewise.write-understanding=true test` from the");
    lines.add(
        "cases that ship. `cases` were used while building; `voices` and `strangers` were each");
    lines.add(
        "written before they were first run, and known since: what they gave at first stands in");
    lines.add("decisions 0094, 0097, 0098, 0099 and 0100.");
    for (String language : List.of("zh", "en")) {
      List<ScoredTurn> all = new ArrayList<>();
      lines.addAll(
          List.of(
              "",
              "## " + language,
              "",
              "| set | turns | intent right | all right |",
              "| --- | --- | --- | --- |"));
      for (String set : SETS) {
        List<ScoredTurn> turns = ScoredTurn.in(set + "." + language, DIALOGUE);
        all.addAll(turns);
        lines.add(
            "| %s | %d | %s | %s |"
                .formatted(
                    set,
                    turns.size(),
                    share(turns, ScoredTurn::isIntentRight),
                    share(turns, ScoredTurn::isExact)));
      }
      lines.addAll(byIntent(all));
      lines.addAll(reliability(all));
    }
    Files.write(TABLE, lines);
    assertThat(lines).noneMatch(line -> line.contains("NaN"));
  }

  private static List<String> byIntent(List<ScoredTurn> turns) {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        List.of("", "| intent | turns | found | right when said |", "| --- | --- | --- | --- |"));
    for (Intent intent : Intent.values()) {
      String name = intent.wireName();
      List<ScoredTurn> meant = turns.stream().filter(t -> t.intent().equals(name)).toList();
      List<ScoredTurn> said = turns.stream().filter(t -> t.read().equals(name)).toList();
      lines.add(
          "| %s | %d | %s | %s |"
              .formatted(
                  name,
                  meant.size(),
                  share(meant, ScoredTurn::isIntentRight),
                  share(said, ScoredTurn::isIntentRight)));
    }
    return lines;
  }

  /** How often a confidence was right, in parts of as many turns each. */
  private static List<String> reliability(List<ScoredTurn> turns) {
    List<ScoredTurn> sorted =
        turns.stream()
            .sorted(
                (a, b) -> Double.compare(a.understood().confidence(), b.understood().confidence()))
            .toList();
    List<String> lines = new ArrayList<>();
    lines.addAll(List.of("", "| confidence, mean | turns | intent right |", "| --- | --- | --- |"));
    double ece = 0;
    for (int bin = 0; bin < BINS; bin++) {
      List<ScoredTurn> part =
          sorted.subList(sorted.size() * bin / BINS, sorted.size() * (bin + 1) / BINS);
      double said =
          part.stream().mapToDouble(t -> t.understood().confidence()).average().orElseThrow();
      double right = (double) part.stream().filter(ScoredTurn::isIntentRight).count() / part.size();
      ece += Math.abs(said - right) * part.size() / sorted.size();
      lines.add("| %.1f %% | %d | %.1f %% |".formatted(100 * said, part.size(), 100 * right));
    }
    lines.addAll(List.of("", "Expected calibration error over these parts: %.3f.".formatted(ece)));
    return lines;
  }

  private static String share(List<ScoredTurn> turns, Predicate<ScoredTurn> right) {
    return "%.1f %%".formatted(100.0 * turns.stream().filter(right).count() / turns.size());
  }
}
