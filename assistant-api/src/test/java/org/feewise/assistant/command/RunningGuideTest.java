package org.feewise.assistant.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RunningGuideTest {
  private static final Path HOUSE = Path.of("..");
  private static final Pattern KEY = Pattern.compile("\\$\\{?(FEEWISE_[A-Z_]*[A-Z])");

  /** Set by {@code ./feewise} for the programs it starts, not by people. */
  private static final Set<String> INTERNAL = Set.of("FEEWISE_BUILT", "FEEWISE_COMMAND");

  @Test
  void everyKeyThatTheServiceOrTheCommandReadsIsDocumented() throws IOException {
    Set<String> keys = keys(HOUSE.resolve("feewise"));
    keys.addAll(keys(Path.of("src/main/resources/application.properties")));
    keys.removeAll(INTERNAL);
    assertThat(keys).hasSizeGreaterThan(15);
    assertThat(Files.readString(HOUSE.resolve("docs/running.md"))).contains(keys);
  }

  private static Set<String> keys(Path file) throws IOException {
    Set<String> keys = new TreeSet<>();
    KEY.matcher(Files.readString(file))
        .results()
        .map((MatchResult found) -> found.group(1))
        .forEach(keys::add);
    return keys;
  }
}
