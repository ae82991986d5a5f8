package org.feewise.assistant.bills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.Startup;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.feewise.models.fees.Surcharges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BillLedgersTest {
  @TempDir Path folder;

  @Test
  void withoutARulesFolderTheBuiltInRulesHold() {
    assertThat(BillLedgers.surcharges(Optional.empty())).isSameAs(Surcharges.builtIn());
  }

  @Test
  void aRulesFolderThatIsNotGoodStopsTheServiceAtStartWithFileLineAndReason()
      throws IOException, ReflectiveOperationException {
    Path regions = Files.createDirectories(folder.resolve("regions"));
    Files.writeString(
        regions.resolve("river.yaml"),
        """
        region: river
        title: {zh: 江城, en: River City}
        fees:
          WATER:
            surcharge: [{daily: 0.001, basis: law, confidence: A, term: surcharge}]
        """);
    Optional<String> configured = Optional.of(folder.toString());
    assertThatThrownBy(() -> BillLedgers.surcharges(configured))
        .hasMessage("river.yaml, line 5: law: a rule without a law is not shipped");
    Method producer = BillLedgers.class.getDeclaredMethod("surcharges", Optional.class);
    assertThat(producer.isAnnotationPresent(Startup.class)).isTrue();
  }
}
