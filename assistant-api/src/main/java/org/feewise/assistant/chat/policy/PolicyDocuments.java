package org.feewise.assistant.chat.policy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.feewise.assistant.chat.understanding.Language;
import org.feewise.assistant.chat.understanding.NormalText;
import org.feewise.models.fees.FeeType;

/**
 * The documents of the library in one language: a file of paragraphs for each topic in {@code
 * library/}, the laws they cite in {@code laws.yaml}, and in {@code unanswered.yaml} questions near
 * the subject that no paragraph answers.
 *
 * @param unanswered in normal form
 */
record PolicyDocuments(Language language, List<Paragraph> paragraphs, List<String> unanswered) {
  static final List<String> TOPICS =
      List.of(
          "taxes",
          "income-tax",
          "property-vehicle-deed",
          "social-insurance",
          "medical-insurance",
          "fines",
          "utilities",
          "education-charges",
          "receipts",
          "paying",
          "rights");

  private static final YAMLMapper YAML = new YAMLMapper();

  private record Told(String title, String text, String asked) {}

  private record Entry(String id, List<String> laws, List<FeeType> fees, Told zh, Told en) {
    Told in(Language language) {
      return language == Language.CHINESE ? zh : en;
    }
  }

  private record Unanswered(String zh, String en) {}

  private record Law(String zh, String en, String url, String called) {
    Paragraph.Cited cited(Language language, List<String> articles) {
      List<String> names = new ArrayList<>();
      names.addAll(shortNames(language));
      if (called != null) {
        names.addAll(List.of(called.split(" ?, ?")));
      }
      return new Paragraph.Cited(citation(language, articles), names, articles);
    }

    /** Names that translators use side by side stand apart by " / " in English. */
    private List<String> shortNames(Language language) {
      if (language == Language.CHINESE) {
        return List.of(zh.replace("中华人民共和国", "").replaceAll("（.*", ""));
      }
      return Stream.of(en.split(" / "))
          .map(name -> name.replaceAll(" \\(.*", "").toLowerCase(Locale.ROOT))
          .toList();
    }

    private String citation(Language language, List<String> articles) {
      if (language == Language.ENGLISH) {
        return articles.isEmpty() ? en : en + ", art. " + String.join(", ", articles);
      }
      return "《"
          + zh
          + "》"
          + String.join("、", articles.stream().map(article -> "第" + article + "条").toList());
    }
  }

  /**
   * Reads the documents that ship, in every language.
   *
   * @throws UncheckedIOException where a file is not as described, naming it
   */
  static Map<Language, PolicyDocuments> all() {
    Map<String, Law> laws = read("laws.yaml", new TypeReference<>() {});
    Unanswered unanswered = read("unanswered.yaml", new TypeReference<>() {});
    Map<Language, List<Paragraph>> paragraphs = new EnumMap<>(Language.class);
    for (String topic : TOPICS) {
      List<Entry> entries = read("library/" + topic + ".yaml", new TypeReference<>() {});
      for (Language language : Language.values()) {
        List<Paragraph> own = paragraphs.computeIfAbsent(language, l -> new ArrayList<>());
        entries.forEach(entry -> own.add(paragraph(language, topic, entry, laws)));
      }
    }
    Map<Language, PolicyDocuments> documents = new EnumMap<>(Language.class);
    paragraphs.forEach(
        (language, own) ->
            documents.put(
                language,
                new PolicyDocuments(
                    language,
                    List.copyOf(own),
                    questions(language == Language.CHINESE ? unanswered.zh : unanswered.en))));
    return documents;
  }

  static PolicyDocuments of(Language language) {
    return all().get(language);
  }

  /** Every question: paragraph by paragraph, then those that none answers. */
  List<String> questions() {
    return Stream.concat(
            paragraphs.stream().flatMap(paragraph -> paragraph.asked().stream()),
            unanswered.stream())
        .toList();
  }

  /** A fingerprint of the questions. */
  String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      questions()
          .forEach(question -> digest.update((question + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  private static Paragraph paragraph(
      Language language, String topic, Entry entry, Map<String, Law> laws) {
    Told told = entry.in(language);
    Map<String, List<String>> articles = new LinkedHashMap<>();
    for (String reference : entry.laws) {
      String[] parts = reference.split(" ");
      List<String> of = articles.computeIfAbsent(parts[0], law -> new ArrayList<>());
      if (parts.length > 1) {
        of.add(parts[1]);
      }
    }
    List<Paragraph.Cited> cited = new ArrayList<>();
    articles.forEach(
        (law, of) -> {
          Law text = laws.get(law);
          if (text == null) {
            throw new IllegalArgumentException(
                "paragraph " + entry.id + " cites " + law + ", which laws.yaml does not have");
          }
          cited.add(text.cited(language, List.copyOf(of)));
        });
    Set<FeeType> fees = EnumSet.noneOf(FeeType.class);
    fees.addAll(entry.fees);
    return new Paragraph(
        topic,
        entry.id,
        told.title,
        told.text,
        List.copyOf(cited),
        articles.keySet().stream()
            .map(law -> laws.get(law).url)
            .filter(Objects::nonNull)
            .findFirst(),
        fees,
        questions(told.asked));
  }

  private static List<String> questions(String lines) {
    return lines.lines().map(NormalText::of).filter(line -> !line.isEmpty()).toList();
  }

  private static <T> T read(String file, TypeReference<T> type) {
    try (InputStream stream = PolicyDocuments.class.getResourceAsStream(file)) {
      return YAML.readValue(stream, type);
    } catch (IOException e) {
      throw new UncheckedIOException("policy documents in " + file + " cannot be read", e);
    }
  }
}
