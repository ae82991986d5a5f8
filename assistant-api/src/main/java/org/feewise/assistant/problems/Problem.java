package org.feewise.assistant.problems;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.feewise.models.words.Words;

/**
 * An error that a caller is told about: a stable type, an HTTP status, a sentence in the caller's
 * language and, where there is one, the field at fault.
 *
 * <p>The sentence is the key of the same name in the bundle {@code problems} beside the room's
 * class: {@code throw new Problem(BillResource.class, 404, "bill-not-found").at("billNo")}.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final String BUNDLE = "problems";

  private final transient Class<?> room;
  private final int status;
  private final String name;
  private final transient Object[] arguments;
  private String field;
  private Duration retryAfter;

  /**
   * @param room a class of the room whose bundle {@code problems} has the sentence
   * @param status HTTP status from 400 to 599
   * @param name kebab-case name, the last part of the type and the key of the sentence
   * @param arguments texts for the places of the sentence; no personal data
   */
  public Problem(Class<?> room, int status, String name, Object... arguments) {
    super(name, null, false, false);
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("status " + status + " is not an error");
    }
    this.room = room;
    this.status = status;
    this.name = name;
    this.arguments = arguments.clone();
  }

  /** The same problem, blamed on a field or parameter of the request. */
  public Problem at(String faultyField) {
    this.field = faultyField;
    return this;
  }

  /** The same problem, which goes away by itself after this time. */
  public Problem retryAfter(Duration wait) {
    this.retryAfter = wait;
    return this;
  }

  /** Null when waiting does not help. */
  public Duration retryAfter() {
    return retryAfter;
  }

  public int status() {
    return status;
  }

  /** Null when no single field is at fault. */
  public String field() {
    return field;
  }

  /** The stable identifier of this kind of problem. */
  public URI type() {
    return typeOf(name);
  }

  static URI typeOf(String name) {
    return URI.create("urn:feewise:problem:" + name);
  }

  /** The sentence, in the language nearest to the one asked for. */
  public String sentence(Locale locale) {
    return Words.of(room, BUNDLE, locale).say(name, arguments);
  }
}
