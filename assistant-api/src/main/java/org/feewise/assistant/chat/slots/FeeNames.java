package org.feewise.assistant.chat.slots;

import java.util.Comparator;
import java.util.List;
import org.feewise.models.fees.FeeType;

/** Finds the fees that a text in lower case names, in Chinese or English. */
public final class FeeNames {
  private static final List<Names<FeeType>> ALL =
      List.of(Names.read("fees.zh.txt", FeeType.class), Names.read("fees.en.txt", FeeType.class));

  private FeeNames() {}

  /** A fee, and the place in the text where its name begins. */
  public record Named(FeeType fee, int at) {}

  /** The fees named, from left to right. */
  public static List<Named> in(String text) {
    return ALL.stream()
        .flatMap(names -> names.in(text).stream())
        .flatMap(found -> found.things().stream().map(fee -> new Named(fee, found.start())))
        .sorted(Comparator.comparingInt(Named::at))
        .toList();
  }
}
