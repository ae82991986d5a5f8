package org.feewise.assistant.paper.notice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feewise.assistant.paper.ocr.TextLine;

/**
 * Turns the lines of a paper bill into its fields. The text is only searched for names and values
 * of a known form; nothing it says is carried out.
 */
public final class NoticeReader {
  private static final double NAMED = 1;
  private static final double BESIDE = 0.97;
  private static final double BENEATH = 0.92;
  private static final double GUESSED = 0.7;
  private static final double MENDED = 0.9;

  /** More text than a page has, and more names and values, is not a bill. */
  private static final int MOST_TEXT = 8_000;

  private static final int MOST_FOUND = 300;

  private static final Pattern HOUSE_NUMBER = Pattern.compile("[A-Z]{2}\\d{12,17}");
  private static final Pattern BY_THEN = Pattern.compile("^(?:\\(含.*?\\))?(?:之前|以前|前)");

  private static final NameList LABELS = new NameList("labels.txt");
  private static final NameList FEES = new NameList("fees.txt");

  private final List<Passage> passages;
  private final List<NameList.Found> labels = new ArrayList<>();
  private final List<Value> values = new ArrayList<>();
  private final List<NameList.Found> fees = new ArrayList<>();
  private final Map<Field, ReadField> read = new EnumMap<>(Field.class);

  private NoticeReader(List<TextLine> lines) {
    passages = Passage.of(bounded(lines));
    for (Passage passage : passages) {
      if (labels.size() + values.size() > MOST_FOUND) {
        break;
      }
      List<NameList.Found> names = LABELS.in(passage);
      labels.addAll(names);
      values.addAll(Values.in(passage, names.stream().map(NameList.Found::spot).toList()));
      fees.addAll(FEES.in(passage));
    }
  }

  private static List<TextLine> bounded(List<TextLine> lines) {
    List<TextLine> kept = new ArrayList<>();
    int length = 0;
    for (TextLine line : lines) {
      length += line.text().length();
      if (length > MOST_TEXT) {
        break;
      }
      kept.add(line);
    }
    return kept;
  }

  /**
   * @param lines from top to bottom
   */
  public static Notice read(List<TextLine> lines) {
    return new NoticeReader(lines).read();
  }

  private Notice read() {
    new Pairing(labels, values).pairs().forEach(this::named);
    feeType();
    Payees.find(passages, labels).ifPresent(this::add);
    guesses();
    List<String> codes =
        values.stream()
            .filter(value -> value.kind() == Value.Kind.NUMBER)
            .map(Value::text)
            .distinct()
            .toList();
    return new Notice(List.copyOf(read.values()), codes);
  }

  private void named(Pairing.Pair pair) {
    double factor = pair.cost() < 0.5 ? NAMED : pair.cost() < 1 ? BESIDE : BENEATH;
    Spot value = pair.value().spot();
    boolean oneStretch = value.passage() == pair.label().passage();
    String line =
        oneStretch
            ? value.passage().original(pair.label().start(), value.end())
            : pair.label().original() + " " + value.original();
    add(new ReadField(pair.field(), pair.value().text(), line, factor * sure(pair.value())));
  }

  private static double sure(Value value) {
    return value.spot().line().sure() * (value.mended() ? MENDED : 1);
  }

  private void add(ReadField field) {
    read.putIfAbsent(field.field(), field);
  }

  /** The fee named most, what is printed large counting more. */
  private void feeType() {
    Map<String, Double> votes = new HashMap<>();
    for (NameList.Found fee : fees) {
      double height = fee.spot().height();
      double weight = fee.code().equals("NON_TAX") ? 0.1 : 1;
      votes.merge(fee.code(), weight * height * height, Double::sum);
    }
    votes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .ifPresent(
            most -> {
              Spot spot = largest(most.getKey());
              double share = most.getValue() / votes.values().stream().mapToDouble(v -> v).sum();
              add(
                  new ReadField(
                      Field.FEE_TYPE,
                      most.getKey(),
                      spot.original(),
                      spot.line().sure() * (0.6 + 0.4 * share)));
            });
  }

  private Spot largest(String fee) {
    return fees.stream()
        .filter(found -> found.code().equals(fee))
        .map(NameList.Found::spot)
        .max(Comparator.comparingDouble(Spot::height))
        .orElseThrow();
  }

  /** What is printed without a name but can be nothing else. */
  private void guesses() {
    values.stream()
        .filter(value -> value.kind() == Value.Kind.DAY && isFollowedByBefore(value.spot()))
        .findFirst()
        .ifPresent(value -> guess(Field.DUE_ON, value));
    values.stream()
        .filter(value -> value.kind() == Value.Kind.NUMBER)
        .filter(value -> HOUSE_NUMBER.matcher(value.text()).matches())
        .findFirst()
        .ifPresent(value -> guess(Field.NUMBER, value));
    values.stream()
        .filter(value -> value.kind() == Value.Kind.PERIOD && value.text().contains("/"))
        .findFirst()
        .ifPresent(value -> guess(Field.PERIOD, value));
    dateAlone().ifPresent(value -> guess(Field.ISSUED_ON, value));
    amountOfTheFee();
  }

  private static boolean isFollowedByBefore(Spot day) {
    String rest = day.passage().text().substring(day.end());
    return BY_THEN.matcher(rest).find();
  }

  /** The last day that has a line of its own, as under a letter. */
  private Optional<Value> dateAlone() {
    return values.stream()
        .filter(value -> value.kind() == Value.Kind.DAY)
        .filter(value -> !isRead(Field.DUE_ON, value))
        .filter(value -> value.spot().text().length() == value.spot().passage().text().length())
        .max(Comparator.comparingDouble(value -> value.spot().y()));
  }

  private boolean isRead(Field field, Value value) {
    return read.containsKey(field) && read.get(field).value().equals(value.text());
  }

  /** An amount by the fee's own name, or the only amount there is. */
  private void amountOfTheFee() {
    List<Value> free =
        values.stream()
            .filter(value -> value.kind() == Value.Kind.AMOUNT)
            .filter(value -> read.values().stream().noneMatch(field -> isOf(field, value)))
            .filter(value -> !isOther(value))
            .toList();
    Field wanted = read.containsKey(Field.AMOUNT_DUE) ? Field.PRINCIPAL : Field.AMOUNT_DUE;
    Optional<Value> byTheName =
        free.stream()
            .filter(value -> fees.stream().anyMatch(fee -> standsBy(fee.spot(), value.spot())))
            .findFirst();
    if (byTheName.isPresent()) {
      guess(wanted, byTheName.get());
    } else if (wanted == Field.AMOUNT_DUE
        && free.size() == 1
        && !read.containsKey(Field.PRINCIPAL)) {
      guess(wanted, free.getFirst());
    }
  }

  private static boolean isOf(ReadField field, Value value) {
    return field.field().isAmount() && field.value().equals(value.text());
  }

  private boolean isOther(Value value) {
    return labels.stream()
        .filter(label -> label.code().equals("OTHER"))
        .anyMatch(label -> standsBy(label.spot(), value.spot()));
  }

  private static boolean standsBy(Spot name, Spot value) {
    boolean behind =
        name.passage() == value.passage()
            && value.start() >= name.end()
            && value.start() - name.end() <= 10;
    boolean beside =
        name.passage() != value.passage()
            && name.isOnRowOf(value)
            && value.left() > name.right() - name.height();
    boolean beneath =
        value.y() > name.y()
            && value.y() - name.y() < 2 * name.height()
            && Math.abs(value.left() - name.left()) < name.height();
    return behind || beside || beneath;
  }

  private void guess(Field field, Value value) {
    add(new ReadField(field, value.text(), value.spot().original(), GUESSED * sure(value)));
  }
}
