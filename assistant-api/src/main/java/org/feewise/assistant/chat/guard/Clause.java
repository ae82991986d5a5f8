package org.feewise.assistant.chat.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a reply that says one thing.
 *
 * @param text in lower case and plain numbers
 * @param subject what it is about; where it names nothing, what the part before it in the sentence
 *     was about
 * @param names whether it names its subject itself
 */
record Clause(String text, Subject subject, boolean names) {
  private static final Pattern SENTENCE = Pattern.compile("[。！!？?\\n]|\\.(?=\\s|$)");
  private static final Pattern PART =
      Pattern.compile("[，；;]|(?<!\\d),|,(?!\\d{3}(?!\\d))|:(?=\\s*$)");

  /** Where what follows a figure begins to tell of another. */
  private static final Pattern NEXT_FIGURE =
      Pattern.compile(
          "[；;、]|(?:，|(?<!\\d),|,(?!\\d{3}(?!\\d)))(?! ?(?:(?:for|namely|which|that is|that's|this is|it is|it's|being|all for|on)\\b|[这那]?[笔项]?(?:是|为|属)|[要需应该]*[缴交付]的?[是为]|即|也就是|对应|用于|指))|[+=]|[(（](?=[^)）]*\\d)|:(?= ?[¥￥]?\\d)| [-–—] | and | plus |和|以及|及(?!时)|另|而|其[他余]");

  /** What holds once something is paid goes with that. */
  private static final Pattern ONCE_PAID =
      Pattern.compile(
          "((?:\\b(?:if|once|when) (?:you |it is |it's |they are )?(?:pay|paid|settle|clear)|如果|若|要是|只要)[^，,]*)[，,]");

  /** What is told of the others is not told of what was named before. */
  private static final Pattern OTHERS =
      Pattern.compile("另外?[一二两几\\d]|其[余他]|剩下|余下|\\bthe (?:other|rest|remain)|=");

  /** A sentence about what the one before was about. */
  private static final Pattern SAME =
      Pattern.compile(
          "这[笔张项条]|[该此]笔|^ ?(?:它|该)|\\b(?:on|for|about) (?:it|this|that|this one|that one)\\b|^ ?(?:it|this bill|this one|that one)\\b");

  private static final Pattern DIGIT = Pattern.compile("\\d");

  /** The sentences of a text. */
  static List<Clause> sentences(String text, Facts facts) {
    List<Clause> clauses = new ArrayList<>();
    for (String sentence : SENTENCE.split(text)) {
      add(sentence, Subject.NONE, facts, clauses);
    }
    return clauses;
  }

  /** Every part of a text, also one that no figure stands in. */
  static List<Clause> parts(String text, Facts facts) {
    List<Clause> clauses = new ArrayList<>();
    Subject before = Subject.NONE;
    for (String sentence : SENTENCE.split(text)) {
      boolean same = SAME.matcher(sentence).find() || sentence.startsWith("·");
      before = same ? before : Subject.NONE;
      for (String part : PART.split(ONCE_PAID.matcher(sentence).replaceAll("$1 "))) {
        before = add(part, before, facts, clauses);
      }
    }
    return clauses;
  }

  /** The parts of a text that tell of figures, each with few of them. */
  static List<Clause> figures(String text, Facts facts) {
    List<Clause> clauses = new ArrayList<>();
    for (String sentence : SENTENCE.split(text)) {
      Subject before = Subject.NONE;
      for (String part : figured(sentence)) {
        before = add(part, before, facts, clauses);
      }
    }
    return clauses;
  }

  /** Cuts where the piece so far has a figure and what follows tells of something else. */
  private static List<String> figured(String sentence) {
    List<String> parts = new ArrayList<>();
    Matcher cut = NEXT_FIGURE.matcher(sentence);
    int from = 0;
    while (cut.find()) {
      String piece = sentence.substring(from, cut.start());
      if (DIGIT.matcher(Subject.withoutBillNos(piece)).find()) {
        parts.add(piece);
        from = cut.start();
      }
    }
    parts.add(sentence.substring(from));
    return parts;
  }

  private static Subject add(String part, Subject before, Facts facts, List<Clause> clauses) {
    Subject own = Subject.in(part, facts);
    Subject subject = own.isNone() && !OTHERS.matcher(part).find() ? before : own;
    if (!part.isBlank()) {
      clauses.add(new Clause(part, subject, !own.isNone()));
    }
    return subject;
  }
}
