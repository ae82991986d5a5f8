package org.feewise.assistant.chat.policy;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a question names exactly: an article, laws by name, figures. */
record ExactWords(String question, Set<String> articles, Set<String> figures) {
  private static final Pattern ARTICLE =
      Pattern.compile("(?:第? ?(\\d{1,4}) ?条)|(?:\\b(?:article|art\\.?|section) ?(\\d{1,4}))");
  private static final Pattern CHINESE_ARTICLE = Pattern.compile("第([一二三四五六七八九十百千零]+)条");
  private static final Pattern FIGURE =
      Pattern.compile("\\d+(?:\\.\\d+)?[%‰]?|[万千百]分之[一二三四五六七八九十]+");
  private static final String DIGITS = "零一二三四五六七八九";

  static ExactWords of(String question) {
    String lower = question.toLowerCase(Locale.ROOT);
    Set<String> articles = new LinkedHashSet<>();
    Matcher article = ARTICLE.matcher(lower);
    while (article.find()) {
      articles.add(article.group(1) != null ? article.group(1) : article.group(2));
    }
    Matcher chinese = CHINESE_ARTICLE.matcher(lower);
    while (chinese.find()) {
      articles.add(Integer.toString(number(chinese.group(1))));
    }
    Set<String> figures = figures(lower);
    figures.removeAll(articles);
    return new ExactWords(lower, articles, figures);
  }

  /** Whether an article is named or one of the laws. */
  boolean namesArticleOrAny(Set<String> laws) {
    return !articles.isEmpty() || laws.stream().anyMatch(question::contains);
  }

  /** 1 where a paragraph cites the article and law named, less where it cites only one of them. */
  double cited(Paragraph paragraph) {
    double best = 0;
    for (Paragraph.Cited cited : paragraph.cited()) {
      boolean law = cited.names().stream().anyMatch(question::contains);
      boolean article = cited.articles().stream().anyMatch(articles::contains);
      best = Math.max(best, law && article ? 1 : article ? 0.08 : law ? 0.04 : 0);
    }
    return best;
  }

  /** The numbers and shares in a text. */
  static Set<String> figures(String text) {
    Set<String> figures = new LinkedHashSet<>();
    FIGURE.matcher(text).results().map(MatchResult::group).forEach(figures::add);
    return figures;
  }

  /** The share of the figures named that are among those of a text. */
  double figured(Set<String> ofText) {
    return figures.isEmpty()
        ? 0
        : (double) figures.stream().filter(ofText::contains).count() / figures.size();
  }

  private static int number(String chinese) {
    int total = 0;
    int digit = 0;
    for (char c : chinese.toCharArray()) {
      int unit = c == '千' ? 1000 : c == '百' ? 100 : c == '十' ? 10 : 0;
      if (unit > 0) {
        total += (digit == 0 ? 1 : digit) * unit;
        digit = 0;
      } else {
        digit = DIGITS.indexOf(c);
      }
    }
    return total + digit;
  }
}
