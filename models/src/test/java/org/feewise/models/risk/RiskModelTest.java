package org.feewise.models.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.feewise.models.risk.features.FeatureRow;
import org.feewise.models.risk.features.FeatureSchema;
import org.feewise.models.risk.measures.Predictions;
import org.feewise.models.risk.trees.TreeShap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A world whose true probabilities are known is the oracle. */
class RiskModelTest {
  private static final FeatureSchema SCHEMA =
      new FeatureSchema(
          FeatureSchema.CURRENT_VERSION, List.of("strain", "noise", "gaps"), List.of("district"));
  private static final String[] TOWNS = {"east", "west", "mid", null};
  private static TrainingSet training;
  private static RiskTrainer.Learnt learnt;
  private static RiskModel model;
  @TempDir Path folder;

  private record World(FeatureRow row, double probability) {
    static World draw(SplittableRandom random) {
      double strain = random.nextDouble() * 4;
      double gaps = random.nextInt(3) == 0 ? Double.NaN : random.nextDouble();
      String town = TOWNS[random.nextInt(TOWNS.length)];
      double logOdds =
          strain - 2.5 + ("east".equals(town) ? 1.2 : 0) + (Double.isNaN(gaps) ? 0.8 : 0);
      double[] numbers = {strain, random.nextDouble(), gaps};
      return new World(new FeatureRow(numbers, new String[] {town}), 1 / (1 + Math.exp(-logOdds)));
    }
  }

  @BeforeAll
  static void learn() {
    SplittableRandom random = new SplittableRandom(5);
    int rows = 3000;
    FeatureRow[] features = new FeatureRow[rows];
    boolean[] late = new boolean[rows];
    double[] days = new double[rows];
    for (int i = 0; i < rows; i++) {
      World world = World.draw(random);
      features[i] = world.row();
      late[i] = random.nextDouble() < world.probability();
      days[i] = late[i] ? 2 + 6 * world.row().numbers()[0] : -3;
    }
    training = new TrainingSet(SCHEMA, features, late, days, true);
    RiskTrainer trainer = new RiskTrainer(new RiskTrainer.Options(7, 2, 10_000, true), _ -> {});
    learnt = trainer.learn(training);
    model = trainer.model("risk-test", training, learnt.fitted());
  }

  @Test
  void probabilitiesAreCloseToTheTruth() {
    SplittableRandom random = new SplittableRandom(77);
    double error = 0;
    for (int i = 0; i < 2000; i++) {
      World world = World.draw(random);
      error += Math.abs(model.probability(world.row()) - world.probability()) / 2000;
    }
    assertThat(error).isLessThan(0.06);
  }

  @Test
  void heldBackProbabilitiesAreCalibrated() {
    HeldBack held = learnt.heldBack();
    Predictions predictions = new Predictions(held.probability(), held.late());
    assertThat(predictions.ece()).isLessThan(predictions.eceIfCalibrated(1) * 1.3);
    assertThat(predictions.auc()).isGreaterThan(0.75);
    for (int i = 0; i < held.rows().length; i++) {
      assertThat(held.late()[i]).isEqualTo(training.late()[held.rows()[i]]);
    }
  }

  @Test
  void learningTwiceGivesTheSameModel() {
    RiskTrainer again = new RiskTrainer(new RiskTrainer.Options(7, 2, 10_000, true), _ -> {});
    FittedModel fitted = again.learn(training).fitted();
    for (int i = 0; i < 50; i++) {
      assertThat(fitted.probability(training.rows()[i]))
          .isEqualTo(learnt.fitted().probability(training.rows()[i]));
    }
  }

  @Test
  void theStrongestReasonIsWhatDrivesTheBill() {
    FeatureRow strained = new FeatureRow(new double[] {3.9, 0.5, 0.5}, new String[] {"west"});
    Assessment assessment = model.assess(strained);
    RiskReason first = assessment.reasons().getFirst();
    assertThat(first.feature()).isEqualTo("strain");
    assertThat(first.value()).isEqualTo("3.9");
    assertThat(first.contribution()).isPositive();
    assertThat(assessment.reasons()).hasSizeLessThanOrEqualTo(3);
    assertThat(assessment.expectedDaysLate()).isBetween(8.0, 30.0);
  }

  @Test
  void contributionsAddUpToTheCalibratedLogOdds() {
    FittedModel fitted =
        new FittedModel(
            learnt.fitted().encoder(),
            learnt.fitted().trees(),
            learnt.fitted().linear(),
            0.3,
            new Calibration(0.9, -0.1));
    TreeShap shap = new TreeShap(fitted.trees(), fitted.encoder().columns());
    for (int i = 0; i < 50; i++) {
      double[] columns = fitted.encoder().encode(training.rows()[i]);
      double sum = fitted.expected(shap);
      for (double contribution : fitted.contributions(columns, shap)) {
        sum += contribution;
      }
      double probability = fitted.probability(training.rows()[i]);
      assertThat(sum).isCloseTo(Math.log(probability / (1 - probability)), within(1e-9));
    }
  }

  @Test
  void aFileReadsBackAsTheSameModel() throws IOException {
    Path file = written();
    ModelFile read = ModelFile.read(file);
    for (int i = 0; i < 200; i++) {
      assertThat(read.model().assess(training.rows()[i]))
          .isEqualTo(model.assess(training.rows()[i]));
    }
    assertThat(read.card()).isEqualTo(card());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aCutFileIsRefused() throws IOException {
    Path file = written();
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> ModelFile.read(file))
        .isInstanceOf(UnusableModel.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void aFileThatIsNoZipIsRefused() throws IOException {
    Path file = folder.resolve("model.zip");
    Files.writeString(file, "hello");
    assertThatThrownBy(() -> ModelFile.read(file))
        .isInstanceOf(UnusableModel.class)
        .hasMessageContaining("no manifest.json");
  }

  @Test
  void aChangedPartIsRefusedByName() throws IOException {
    Path file = written();
    replace(file, "calibration.json", "{\"slope\":2.0,\"shift\":0.0}");
    assertThatThrownBy(() -> ModelFile.read(file))
        .isInstanceOf(UnusableModel.class)
        .hasMessageContaining("calibration.json is not what was written");
  }

  @Test
  void anotherFeatureVersionIsRefusedWithBoth() throws IOException {
    Path file = written();
    replace(
        file,
        "manifest.json",
        "{\"format\":1,\"version\":\"x\",\"featureVersion\":99,\"sha256\":{}}");
    assertThatThrownBy(() -> ModelFile.read(file))
        .isInstanceOf(UnusableModel.class)
        .hasMessageContaining(
            "features of version 99, this program has version " + FeatureSchema.CURRENT_VERSION);
  }

  @Test
  void oneOutcomeAloneTeachesNothing() {
    TrainingSet punctual =
        new TrainingSet(
            SCHEMA, training.rows(), new boolean[training.size()], training.daysLate(), true);
    RiskTrainer trainer = new RiskTrainer(new RiskTrainer.Options(7, 1, 100, true), _ -> {});
    assertThatThrownBy(() -> trainer.learn(punctual))
        .hasMessageContaining("too little to learn from");
  }

  @Test
  void aBaseRateIsTheSameForEveryBill() {
    RiskModel base = RiskModel.baseRate("base", SCHEMA, 0.2, 9);
    Assessment assessment = base.assess(training.rows()[0]);
    assertThat(assessment.probabilityLate()).isCloseTo(0.2, within(1e-12));
    assertThat(assessment.expectedDaysLate()).isCloseTo(1.8, within(1e-9));
    assertThat(assessment.reasons()).isEmpty();
  }

  private Path written() throws IOException {
    Path file = folder.resolve("model.zip");
    new ModelFile(model, card()).write(file);
    return file;
  }

  private static void replace(Path file, String part, String text) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      Files.writeString(zip.getPath(part), text);
    }
  }

  private static ModelCard card() {
    return new ModelCard(
        "risk-test",
        FeatureSchema.CURRENT_VERSION,
        Instant.parse("2026-03-20T04:00:00Z"),
        LocalDate.of(2026, 3, 20),
        LocalDate.of(2025, 1, 1),
        LocalDate.of(2026, 3, 1),
        training.size(),
        0.4,
        training.sha256(),
        model.features(),
        Map.of("growth", "x"),
        Map.of("auc", 0.9),
        List.of(
            GroupFairness.of(
                "district",
                "east",
                new int[] {0, 1},
                new double[] {0.9, 0.1},
                new boolean[] {true, false},
                0.5)),
        List.of());
  }
}
