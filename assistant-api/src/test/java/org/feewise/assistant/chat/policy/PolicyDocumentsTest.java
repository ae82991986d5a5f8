package org.feewise.assistant.chat.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.feewise.assistant.chat.understanding.Language;
import org.feewise.models.fees.FeeType;
import org.feewise.models.fees.catalogue.FeeCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyDocumentsTest {
  private static final Path FOLDER =
      Path.of("src/main/resources/org/feewise/assistant/chat/policy");
  private static final PolicyDocuments CHINESE = PolicyDocuments.of(Language.CHINESE);
  private static final PolicyDocuments ENGLISH = PolicyDocuments.of(Language.ENGLISH);
  private static final Pattern RATE_OR_TELEPHONE =
      Pattern.compile("\\d+(?:\\.\\d+)?%|\\b(?:12123|12[34]\\d{2}|95598|96110)\\b");

  @Test
  void everyFileOfTheFolderIsRead() throws IOException {
    try (var files = Files.list(FOLDER.resolve("library"))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
          .containsExactlyInAnyOrderElementsOf(PolicyDocuments.TOPICS);
    }
  }

  @Test
  void everyParagraphHasAnIdOfItsOwn() {
    assertThat(CHINESE.paragraphs()).extracting(Paragraph::id).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void whatAParagraphIsCitedByLeadsBackToItInEveryLanguage(Language language) {
    Quotations quotations = new Quotations(PolicyDocuments.all());
    for (Paragraph paragraph : PolicyDocuments.of(language).paragraphs()) {
      for (Language page : Language.values()) {
        assertThat(quotations.of(paragraph.title(), paragraph.citation(), page))
            .get()
            .extracting(Paragraph::id, Paragraph::text)
            .containsExactly(paragraph.id(), text(page, paragraph.id()));
      }
    }
    assertThat(quotations.of("no such title", "no such law", language)).isEmpty();
  }

  private static String text(Language language, String id) {
    return (language == Language.CHINESE ? CHINESE : ENGLISH)
        .paragraphs().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow().text();
  }

  @ParameterizedTest
  @EnumSource
  void noQuestionBelongsToTwoParagraphs(Language language) {
    assertThat(PolicyDocuments.of(language).questions()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void everyFeeHasParagraphs(Language language) {
    Set<FeeType> covered = EnumSet.noneOf(FeeType.class);
    PolicyDocuments.of(language).paragraphs().forEach(p -> covered.addAll(p.fees()));
    assertThat(covered).containsExactly(FeeType.values());
  }

  @Test
  void bothLanguagesNameTheSameRatesAndTelephoneNumbers() {
    Map<String, Set<String>> chinese = figures(CHINESE);
    assertThat(figures(ENGLISH))
        .containsOnlyKeys(chinese.keySet())
        .allSatisfy((id, figures) -> assertThat(figures).as(id).isEqualTo(chinese.get(id)));
  }

  @Test
  void lawsThatTheFeeCatalogueHasTooAreTheSameThere() throws IOException {
    Map<String, Map<String, String>> own =
        new YAMLMapper().readValue(FOLDER.resolve("laws.yaml").toFile(), new TypeReference<>() {});
    JsonNode catalogue =
        new YAMLMapper()
            .readTree(FeeCatalogue.class.getResourceAsStream("fees.yaml"))
            .required("laws");
    for (Map.Entry<String, JsonNode> law : catalogue.properties()) {
      if (own.containsKey(law.getKey())) {
        assertThat(own.get(law.getKey()))
            .as(law.getKey())
            .containsEntry("zh", law.getValue().get("zh").asText())
            .extracting(names -> names.get("en").split(" / ")[0])
            .isEqualTo(law.getValue().get("en").asText());
        assertThat(own.get(law.getKey()).get("url"))
            .as("url of " + law.getKey())
            .isEqualTo(law.getValue().path("url").asText(null));
      }
    }
  }

  private static Map<String, Set<String>> figures(PolicyDocuments documents) {
    Map<String, Set<String>> figures = new HashMap<>();
    for (Paragraph paragraph : documents.paragraphs()) {
      figures.put(
          paragraph.id(),
          RATE_OR_TELEPHONE
              .matcher(paragraph.text().replaceAll("(?<=\\p{IsHan})|(?=\\p{IsHan})", " "))
              .results()
              .map(MatchResult::group)
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    return figures;
  }

  /** What the library is measured by must not stand in it. */
  @ParameterizedTest
  @CsvSource({
    "CHINESE, questions.zh.jsonl",
    "ENGLISH, questions.en.jsonl",
    "CHINESE, heldout.zh.jsonl",
    "ENGLISH, heldout.en.jsonl",
    "CHINESE, fresh.zh.jsonl",
    "ENGLISH, fresh.en.jsonl",
    "CHINESE, strangers.zh.jsonl",
    "ENGLISH, strangers.en.jsonl",
    "CHINESE, callers.zh.jsonl",
    "ENGLISH, callers.en.jsonl",
    "CHINESE, askers.zh.jsonl",
    "ENGLISH, askers.en.jsonl",
    "CHINESE, visitors.zh.jsonl",
    "ENGLISH, visitors.en.jsonl",
    "CHINESE, guests.zh.jsonl",
    "ENGLISH, guests.en.jsonl",
    "CHINESE, newcomers.zh.jsonl",
    "ENGLISH, newcomers.en.jsonl",
    "CHINESE, passers.zh.jsonl",
    "ENGLISH, passers.en.jsonl"
  })
  void noQuestionItIsMeasuredByIsCopied(Language language, String file) throws IOException {
    Set<String> own = new HashSet<>();
    PolicyDocuments.of(language).questions().forEach(question -> own.add(plain(question)));
    assertThat(PolicyQuestion.in(file).stream().filter(q -> own.contains(plain(q.text()))))
        .isEmpty();
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\p{P}\\s]", "");
  }
}
