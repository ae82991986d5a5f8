package org.feewise.models.risk;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.feewise.models.risk.features.FeatureSchema;
import org.feewise.models.risk.trees.CompiledTrees;
import org.feewise.models.risk.watch.Reference;

/**
 * A model on disk: a zip of plain JSON with its card, never Java objects. It appears under its name
 * complete or not at all.
 *
 * @param model what scores
 * @param reference what newer bills are compared with
 * @param card what a reader must know
 */
public record ModelFile(RiskModel model, Reference reference, ModelCard card) {
  private static final int FORMAT = 3;
  private static final int LARGEST_FILE = 256 << 20;
  private static final String MANIFEST = "manifest.json";
  private static final Set<String> PARTS =
      Set.of(
          "card.json",
          "schema.json",
          "encoder.json",
          "trees.json",
          "linear.json",
          "calibration.json",
          "delay.json",
          "reference.json");
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .build();

  private record LinearPart(LinearOdds odds, double share) {}

  /** The parts and their hashes, the first thing that is checked. */
  private record Manifest(
      int format, String version, int featureVersion, Map<String, String> sha256) {}

  /**
   * Writes the file, replacing an older one in one step.
   *
   * @throws IOException when it cannot be written; what stood there stays
   */
  public void write(Path target) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("card.json", JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(card));
    parts.put("schema.json", JSON.writeValueAsBytes(model.schema()));
    parts.put("encoder.json", JSON.writeValueAsBytes(model.fitted().encoder()));
    parts.put("trees.json", JSON.writeValueAsBytes(model.fitted().trees()));
    parts.put(
        "linear.json",
        JSON.writeValueAsBytes(
            new LinearPart(model.fitted().linear(), model.fitted().linearShare())));
    parts.put("calibration.json", JSON.writeValueAsBytes(model.fitted().calibration()));
    parts.put("delay.json", JSON.writeValueAsBytes(model.delay()));
    parts.put("reference.json", JSON.writeValueAsBytes(reference));
    Map<String, String> hashes = new TreeMap<>();
    parts.forEach((name, bytes) -> hashes.put(name, sha256(bytes)));
    Manifest manifest = new Manifest(FORMAT, model.version(), model.schema().version(), hashes);

    Path absolute = target.toAbsolutePath();
    Files.createDirectories(absolute.getParent());
    Path draft = Files.createTempFile(absolute.getParent(), ".model", ".part");
    try {
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(draft))) {
        add(zip, MANIFEST, JSON.writeValueAsBytes(manifest));
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
          add(zip, part.getKey(), part.getValue());
        }
      }
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(
          draft, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /**
   * Reads a model of this program's features.
   *
   * @throws IOException when the file cannot be read at all
   * @throws UnusableModel when it is damaged or of another version, with the reason
   */
  public static ModelFile read(Path file) throws IOException {
    return read(file, LARGEST_FILE);
  }

  /** Reads a model whose parts are together at most so many bytes long. */
  static ModelFile read(Path file, int largest) throws IOException {
    Map<String, byte[]> parts = parts(file, largest);
    Manifest manifest = part(file, parts, MANIFEST, Manifest.class);
    if (manifest.format() != FORMAT) {
      throw new UnusableModel(
          file + ": format " + manifest.format() + ", this program reads " + FORMAT);
    }
    if (manifest.featureVersion() != FeatureSchema.CURRENT_VERSION) {
      throw new UnusableModel(
          "%s: features of version %d, this program has version %d: train it again"
              .formatted(file, manifest.featureVersion(), FeatureSchema.CURRENT_VERSION));
    }
    requireWhole(file, parts, manifest);
    return assembled(file, parts, manifest);
  }

  private static void requireWhole(Path file, Map<String, byte[]> parts, Manifest manifest) {
    if (manifest.sha256() == null || !manifest.sha256().keySet().equals(PARTS)) {
      throw new UnusableModel(file + ": damaged: " + MANIFEST + " does not name the parts");
    }
    manifest
        .sha256()
        .forEach(
            (name, hash) -> {
              if (!parts.containsKey(name) || !sha256(parts.get(name)).equals(hash)) {
                throw new UnusableModel(file + ": damaged: " + name + " is not what was written");
              }
            });
  }

  private static ModelFile assembled(Path file, Map<String, byte[]> parts, Manifest manifest) {
    LinearPart linear = part(file, parts, "linear.json", LinearPart.class);
    RiskModel model =
        new RiskModel(
            manifest.version(),
            part(file, parts, "schema.json", FeatureSchema.class),
            new FittedModel(
                part(file, parts, "encoder.json", FeatureEncoder.class),
                part(file, parts, "trees.json", CompiledTrees.class),
                linear.odds(),
                linear.share(),
                part(file, parts, "calibration.json", Calibration.class)),
            part(file, parts, "delay.json", Delay.class));
    ModelCard card = part(file, parts, "card.json", ModelCard.class);
    if (!model.version().equals(card.version())
        || model.schema().version() != manifest.featureVersion()) {
      throw new UnusableModel(file + ": damaged: its parts are of different models");
    }
    return new ModelFile(model, part(file, parts, "reference.json", Reference.class), card);
  }

  /** Reads no more than {@code largest} bytes, however far a small file would swell. */
  private static Map<String, byte[]> parts(Path file, int largest) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    int left = largest;
    try (InputStream in = Files.newInputStream(file);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        if (!name.equals(MANIFEST) && !PARTS.contains(name) || parts.containsKey(name)) {
          throw new UnusableModel(file + ": damaged: it has a part that does not belong to it");
        }
        byte[] bytes = zip.readNBytes(left);
        left -= bytes.length;
        if (left == 0) {
          throw new UnusableModel(
              "%s: damaged: its parts are %d bytes long or longer".formatted(file, largest));
        }
        parts.put(name, bytes);
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw new UnusableModel(file + ": damaged: " + e.getMessage(), e);
    }
    return parts;
  }

  private static <T> T part(Path file, Map<String, byte[]> parts, String name, Class<T> type) {
    byte[] bytes = parts.get(name);
    if (bytes == null) {
      throw new UnusableModel(file + ": damaged: it has no " + name);
    }
    try {
      return JSON.readValue(bytes, type);
    } catch (IOException | IllegalArgumentException e) {
      throw new UnusableModel(file + ": damaged: " + name + " cannot be read", e);
    }
  }

  private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setLastModifiedTime(FileTime.fromMillis(0));
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
