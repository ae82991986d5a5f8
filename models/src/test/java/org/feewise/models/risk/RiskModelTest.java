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
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.feewise.models.risk.features.FeatureRow;
import org.feewise.models.risk.features.FeatureSchema;
import org.feewise.models.risk.measures.ByPayer;
import org.feewise.models.risk.measures.Predictions;
import org.feewise.models.risk.measures.Skill;
import org.feewise.models.risk.trees.TreeShap;
import org.feewise.models.risk.watch.Contest;
import org.feewise.models.risk.watch.JudgedBills;
import org.feewise.models.risk.watch.Reference;
import org.feewise.models.risk.watch.Succession;
import org.feewise.models.risk.watch.Trial;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void manyBillsHaveTheProbabilitiesOfEach() {
    List<FeatureRow> bills = Arrays.asList(training.rows()).subList(0, 300);
    assertThat(model.probabilities(bills))
        .isEqualTo(bills.stream().mapToDouble(model::probability).toArray());
    assertThat(model.probabilities(List.of())).isEmpty();
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
    assertThat(read.reference()).usingRecursiveComparison().isEqualTo(reference());
    assertThat(read.reference().features())
        .hasSameSizeAs(model.features())
        .allMatch(shape -> shape.usual() != null);
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

  /** A byte is flipped in every stretch of the file, its directory included. */
  @Test
  void noFlippedByteIsReadAsAnotherModel() throws IOException {
    Path file = written();
    byte[] whole = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(11);
    int refused = 0;
    int tried = 0;
    for (int at = 0; at < whole.length; at += strideAt(at, whole.length)) {
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      tried++;
      try {
        ModelFile read = ModelFile.read(file);
        assertThat(read.card()).as("byte %d", at).isEqualTo(card());
        assertThat(read.model().assess(training.rows()[0]))
            .isEqualTo(model.assess(training.rows()[0]));
      } catch (UnusableModel e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(tried / 2, tried - 10);
  }

  /** The manifest at the head and the directory at the end are tried more closely. */
  private static int strideAt(int at, int length) {
    return at < 400 ? 2 : at > length - 900 ? 3 : length / 100;
  }

  @Test
  void aFileCutAnywhereIsRefused() throws IOException {
    Path file = written();
    byte[] whole = Files.readAllBytes(file);
    int entries = whole.length - directoryLength(whole);
    for (int length = 0; length < entries; length += Math.max(1, entries / 60)) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> ModelFile.read(file)).isInstanceOf(UnusableModel.class);
    }
  }

  private static int directoryLength(byte[] zip) {
    int end = zip.length - 22;
    return 22
        + java.nio.ByteBuffer.wrap(zip, end + 12, 4)
            .order(java.nio.ByteOrder.LITTLE_ENDIAN)
            .getInt();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "manifest.json",
        "card.json",
        "schema.json",
        "encoder.json",
        "trees.json",
        "linear.json",
        "calibration.json",
        "delay.json",
        "reference.json"
      })
  void aMissingPartIsRefused(String part) throws IOException {
    Path file = written();
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      Files.delete(zip.getPath(part));
    }
    assertThatThrownBy(() -> ModelFile.read(file))
        .isInstanceOf(UnusableModel.class)
        .hasMessageContaining("damaged: ")
        .hasMessageContaining(part);
  }

  @Test
  void aManifestThatNamesNoPartIsRefused() throws IOException {
    Path file = written();
    replace(
        file,
        "manifest.json",
        "{\"format\":3,\"version\":\"risk-test\",\"featureVersion\":%d,\"sha256\":{}}"
            .formatted(FeatureSchema.CURRENT_VERSION));
    assertThatThrownBy(() -> ModelFile.read(file))
        .hasMessageContaining("manifest.json does not name the parts");
  }

  @Test
  void aPartThatDoesNotBelongIsRefused() throws IOException {
    Path file = written();
    replace(file, "more.json", "{}");
    assertThatThrownBy(() -> ModelFile.read(file)).hasMessageContaining("does not belong");
  }

  @Test
  void aSmallFileThatSwellsIsRefusedWithoutReadingItWhole() throws IOException {
    Path file = written();
    replace(file, "trees.json", " ".repeat(5_000_000));
    assertThat(Files.size(file)).isLessThan(1_000_000);
    assertThatThrownBy(() -> ModelFile.read(file, 4_000_000))
        .isInstanceOf(UnusableModel.class)
        .hasMessageContaining("4000000 bytes long or longer");
  }

  @Test
  void anotherFeatureVersionIsRefusedWithBoth() throws IOException {
    Path file = written();
    replace(
        file,
        "manifest.json",
        "{\"format\":3,\"version\":\"x\",\"featureVersion\":99,\"sha256\":{}}");
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
    new ModelFile(model, reference(), card()).write(file);
    return file;
  }

  private static void replace(Path file, String part, String text) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      Files.writeString(zip.getPath(part), text);
    }
  }

  private static ModelCard card() {
    boolean[] late = training.subset(rows(400)).late();
    double[] probability =
        IntStream.range(0, 400).mapToDouble(i -> model.probability(training.rows()[i])).toArray();
    ByPayer payers = ByPayer.of(IntStream.range(0, 400).mapToObj(i -> "c" + i % 50).toList());
    LocalDate day = LocalDate.of(2026, 3, 1);
    JudgedBills judged = new JudgedBills(Collections.nCopies(400, day), payers, probability, late);
    Contest contest = Contest.of(judged, probability.clone());
    return new ModelCard(
        "risk-test",
        FeatureSchema.CURRENT_VERSION,
        Instant.parse("2026-03-20T04:00:00Z"),
        LocalDate.of(2026, 3, 20),
        LocalDate.of(2025, 1, 1),
        LocalDate.of(2026, 3, 1),
        LocalDate.of(2026, 2, 18),
        training.size(),
        0.4,
        training.sha256(),
        model.features(),
        Map.of("growth", "x"),
        Map.of("auc", 0.9),
        new Trial(day, day, 400, 50, Skill.of(probability, late), 0.6, Double.NaN),
        new Succession(Succession.Reason.CHALLENGER_WON, "risk-test", "risk-before", contest, null),
        new FairnessAudit(payers, probability, late)
            .of("district", IntStream.range(0, 400).mapToObj(i -> TOWNS[i % 50 % 3]).toList()),
        List.of());
  }

  private static int[] rows(int count) {
    return IntStream.range(0, count).toArray();
  }

  private static Reference reference() {
    int[] newest = learnt.heldBack().rows();
    LocalDate first = LocalDate.of(2025, 1, 1);
    JudgedBills held =
        new JudgedBills(
            IntStream.of(newest).mapToObj(i -> first.plusDays(i / 7)).toList(),
            ByPayer.of(IntStream.of(newest).mapToObj(i -> "c" + i % 200).toList()),
            learnt.heldBack().probability(),
            learnt.heldBack().late());
    return Reference.learn(
        SCHEMA,
        model.features(),
        new Reference.Issued(
            training.rows(),
            IntStream.range(0, training.size()).mapToObj(i -> first.plusDays(i / 7)).toList(),
            java.util.Arrays.stream(training.rows()).mapToDouble(model::probability).toArray()),
        held,
        learnt.heldBack().probability());
  }
}
