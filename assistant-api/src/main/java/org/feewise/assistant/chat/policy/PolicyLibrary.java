package org.feewise.assistant.chat.policy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feewise.assistant.chat.tools.Found;
import org.feewise.assistant.chat.understanding.IntentReader;
import org.feewise.assistant.chat.understanding.Language;
import org.feewise.models.fees.FeeType;

/**
 * Short paragraphs of rules, each with its law, found by meaning. A file per language has blocks of
 * {@code # title | law and article | url | fee types | questions it answers} and a text.
 */
public final class PolicyLibrary {
  private static final double LEAST_LIKENESS = 0.5;
  private static final double SAME_FEE = 0.06;
  private static final double OTHER_FEE = -0.15;

  private final IntentReader meanings;
  private final Map<Language, List<Paragraph>> paragraphs = new EnumMap<>(Language.class);

  private record Paragraph(Found.Passage passage, List<FeeType> fees, List<float[]> meanings) {}

  public PolicyLibrary(IntentReader meanings) {
    this.meanings = meanings;
    for (Language language : Language.values()) {
      paragraphs.put(language, read(language));
    }
  }

  /** At most two paragraphs that answer a question, the best first; none when nothing fits. */
  public List<Found.Passage> passages(Language language, String question, Optional<FeeType> fee) {
    float[] asked = meanings.meaning(language, question);
    record Scored(Found.Passage passage, double score) {}
    List<Scored> best =
        paragraphs.get(language).stream()
            .map(p -> new Scored(p.passage, score(p, asked, fee)))
            .filter(scored -> scored.score >= LEAST_LIKENESS)
            .sorted(Comparator.comparingDouble(Scored::score).reversed())
            .limit(2)
            .toList();
    return best.stream()
        .filter(scored -> scored.score >= best.getFirst().score - 0.05)
        .map(Scored::passage)
        .toList();
  }

  private static double score(Paragraph paragraph, float[] asked, Optional<FeeType> fee) {
    double likeness = paragraph.meanings.stream().mapToDouble(m -> dot(m, asked)).max().orElse(0);
    if (fee.isEmpty() || paragraph.fees.isEmpty()) {
      return likeness;
    }
    return likeness + (paragraph.fees.contains(fee.get()) ? SAME_FEE : OTHER_FEE);
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private List<Paragraph> read(Language language) {
    String file = language == Language.CHINESE ? "policies.zh.txt" : "policies.en.txt";
    List<Paragraph> read = new ArrayList<>();
    try (InputStream stream = PolicyLibrary.class.getResourceAsStream(file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      String[] head = null;
      for (String line : reader.lines().toList()) {
        if (line.startsWith("# ")) {
          head = line.substring(2).split(" \\| ", -1);
        } else if (!line.isBlank()) {
          read.add(paragraph(language, head, line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("policies in " + file + " cannot be read", e);
    }
    return List.copyOf(read);
  }

  private Paragraph paragraph(Language language, String[] head, String text) {
    List<FeeType> fees = new ArrayList<>();
    for (String code : head[3].split("[ ,]+")) {
      if (!code.isEmpty()) {
        fees.add(FeeType.valueOf(code));
      }
    }
    List<float[]> vectors = new ArrayList<>();
    vectors.add(meanings.meaning(language, head[0]));
    for (String question : head[4].split(" ?; ?")) {
      vectors.add(meanings.meaning(language, question));
    }
    String url = head[2].isBlank() ? null : head[2];
    return new Paragraph(
        new Found.Passage(head[0], head[1], url, text), List.copyOf(fees), vectors);
  }
}
