package org.feewise.assistant.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.Locale;
import org.feewise.models.words.Words;

/**
 * The problem+json of an error, after RFC 9457.
 *
 * @param type stable identifier of the kind of problem
 * @param title short name of the kind, in the caller's language
 * @param detail what happened this time and what to do, in the caller's language
 * @param field the field or parameter at fault, or null
 * @param errorId names the entry in the operator's log, or null when there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemBody(
    URI type, String title, int status, String detail, String field, String errorId) {
  /** Media type of every error. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** The body that tells of a problem. */
  public static ProblemBody of(Problem problem, Locale locale) {
    return of(problem, locale, null);
  }

  static ProblemBody of(Problem problem, Locale locale, String errorId) {
    Words words = Words.of(ProblemBody.class, "problems", locale);
    String titleKey = "title." + problem.status();
    String title = words.say(words.has(titleKey) ? titleKey : "title.other");
    return new ProblemBody(
        problem.type(),
        title,
        problem.status(),
        problem.sentence(locale),
        problem.field(),
        errorId);
  }
}
