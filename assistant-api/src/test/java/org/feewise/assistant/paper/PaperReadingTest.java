package org.feewise.assistant.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feewise.assistant.paper.notice.Field;
import org.feewise.assistant.paper.notice.Notice;
import org.feewise.assistant.paper.notice.NoticeReader;
import org.feewise.assistant.paper.ocr.Deadline;
import org.feewise.assistant.paper.ocr.PictureReader;
import org.junit.jupiter.api.Test;

/**
 * Reads made notices, clean and worn, and compares each field with what was printed. By default a
 * part of the set; {@code -Dfeewise.papers=whole} reads all of it in some minutes.
 */
class PaperReadingTest {
  private static final int LAYOUTS = 12;
  private static final int WHOLE = 6;

  /** A margin below what was measured on the whole set, see docs/paper-bills.md. */
  private static final double FLOOR_CLEAN = 0.97;

  private static final double FLOOR_WORN = 0.95;
  private static final double MOST_INVENTED = 0.02;

  private record Count(int right, int printed, int invented) {
    static final Count NONE = new Count(0, 0, 0);

    Count plus(Count other) {
      return new Count(right + other.right, printed + other.printed, invented + other.invented);
    }

    double share() {
      return printed == 0 ? 1 : right / (double) printed;
    }
  }

  private final Map<Wear, Map<Field, Count>> counts = new EnumMap<>(Wear.class);
  private final PictureReader reader = new PictureReader();

  @Test
  void whatIsPrintedIsRead() {
    if ("whole".equals(System.getProperty("feewise.papers"))) {
      whole();
    } else {
      part();
    }
    System.out.println(table());
    Count clean = sum(counts.get(Wear.CLEAN));
    Count worn =
        counts.entrySet().stream()
            .filter(entry -> entry.getKey() != Wear.CLEAN)
            .map(entry -> sum(entry.getValue()))
            .reduce(Count.NONE, Count::plus);
    assertThat(clean.share()).isGreaterThanOrEqualTo(FLOOR_CLEAN);
    assertThat(worn.share()).isGreaterThanOrEqualTo(FLOOR_WORN);
    assertThat(clean.plus(worn).invented())
        .isLessThanOrEqualTo((int) (MOST_INVENTED * clean.plus(worn).printed()));
  }

  /** All as printed, and two of each layout worn in every way. */
  private void whole() {
    List<PaperNotice> notices = PaperNotices.all(WHOLE);
    assertThat(notices).hasSizeGreaterThan(60);
    notices.forEach(notice -> count(notice, Wear.CLEAN));
    notices
        .subList(0, 2 * LAYOUTS)
        .forEach(
            notice ->
                Stream.of(Wear.values())
                    .filter(wear -> wear != Wear.CLEAN)
                    .forEach(wear -> count(notice, wear)));
  }

  /** Each layout once as printed and once worn, the ways of wear taking turns. */
  private void part() {
    List<PaperNotice> notices = PaperNotices.all(2);
    Wear[] ways = Wear.values();
    for (int i = 0; i < notices.size(); i++) {
      count(notices.get(i), i < LAYOUTS ? Wear.CLEAN : ways[1 + i % (ways.length - 1)]);
    }
  }

  private void count(PaperNotice notice, Wear wear) {
    Notice read =
        NoticeReader.read(
            reader.read(
                wear.of(notice.image(), notice.name().hashCode()),
                Deadline.in(Duration.ofMinutes(1))));
    for (Field field : Field.values()) {
      counts
          .computeIfAbsent(wear, any -> new EnumMap<>(Field.class))
          .merge(field, count(notice, read, field), Count::plus);
    }
  }

  private static Count count(PaperNotice notice, Notice read, Field field) {
    String printed = spaceless(notice.truth().get(field.wireName()), field);
    String found = spaceless(read.text(field).orElse(null), field);
    if (printed == null) {
      return new Count(0, 0, found == null ? 0 : 1);
    }
    return new Count(printed.equals(found) ? 1 : 0, 1, 0);
  }

  /** Pictures lose the spaces in names; nothing depends on them. */
  private static String spaceless(String value, Field field) {
    return value == null || field != Field.PAYEE ? value : value.replace(" ", "");
  }

  private static Count sum(Map<Field, Count> fields) {
    return fields.values().stream().reduce(Count.NONE, Count::plus);
  }

  private String table() {
    String head =
        Stream.of(Field.values())
            .map(Field::wireName)
            .collect(Collectors.joining(" | ", "| wear | ", " | all | invented |\n"));
    return counts.entrySet().stream()
        .map(entry -> row(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining("\n", head, ""));
  }

  private static String row(Wear wear, Map<Field, Count> fields) {
    Count sum = sum(fields);
    return Stream.concat(
            Stream.of(Field.values())
                .map(fields::get)
                .map(count -> count.right + "/" + count.printed),
            Stream.of("%.1f %%".formatted(100 * sum.share()), Integer.toString(sum.invented)))
        .collect(Collectors.joining(" | ", "| " + wear + " | ", " |"));
  }
}
