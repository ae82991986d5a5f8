package org.feewise.assistant.paper.notice;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds who wants the money: the name of an office or a company, and nothing else. */
final class Payees {
  private static final Pattern OFFICE =
      Pattern.compile(
          "[\\p{IsHan}()]{2,30}(?:公司|局|中心|学校|中学|小学|大学|学院|幼儿园|支队|大队|总队|委员会|办公室|税务所|事务所"
              + "|管理处|管理所|管理站|集团|医院|厅|街道办事处|人民政府)");
  private static final Pattern ENGLISH_OFFICE =
      Pattern.compile(
          "[a-z&,.'()-]{3,60}(?:company|co\\.,?ltd\\.?|limited|ltd\\.?|corporation|bureau|authority|school"
              + "|university|college|police|office|department|council|administration|centre|center"
              + "|court|agency|academy)");
  private static final double NAMED = 1;
  private static final double BY_ITS_NAME = 0.85;

  private Payees() {}

  static Optional<ReadField> find(List<Passage> passages, List<NameList.Found> labels) {
    return labels.stream()
        .filter(label -> label.code().equals("PAYEE"))
        .map(label -> by(label.spot(), passages))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> alone(passages));
  }

  private static Optional<ReadField> by(Spot label, List<Passage> passages) {
    Passage own = label.passage();
    Spot rest = new Spot(own, label.end(), own.text().length());
    if (rest.end() > rest.start() && isOffice(rest.text())) {
      return Optional.of(field(rest, own.original(label.start(), rest.end()), NAMED));
    }
    return passages.stream()
        .map(passage -> new Spot(passage, 0, passage.text().length()))
        .filter(spot -> spot.passage() != own && isOffice(spot.text()) && isBy(label, spot))
        .findFirst()
        .map(spot -> field(spot, label.original() + " " + spot.original(), NAMED));
  }

  private static boolean isBy(Spot label, Spot office) {
    boolean beside = label.isOnRowOf(office) && office.left() > label.right() - label.height();
    boolean beneath =
        office.y() > label.y()
            && office.y() - label.y() < 2 * label.height()
            && Math.abs(office.left() - label.left()) < 2 * label.height();
    return beside || beneath;
  }

  /** An office whose name is all a line has: the largest. */
  private static Optional<ReadField> alone(List<Passage> passages) {
    return passages.stream()
        .map(passage -> new Spot(passage, 0, passage.text().length()))
        .filter(spot -> isOffice(spot.text()))
        .max(Comparator.comparingDouble(spot -> Math.round(spot.height() / 4)))
        .map(spot -> field(spot, spot.original(), BY_ITS_NAME));
  }

  private static boolean isOffice(String text) {
    return OFFICE.matcher(text).matches() || ENGLISH_OFFICE.matcher(text).matches();
  }

  private static ReadField field(Spot spot, String line, double factor) {
    return new ReadField(Field.PAYEE, spot.original(), line, factor * spot.line().sure());
  }
}
