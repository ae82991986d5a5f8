package org.feewise.models.words;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * The sentences of one room in one language, read from a bundle of UTF-8 properties.
 *
 * <p>The root bundle ({@code fees.properties}) is zh-CN; {@code fees_en.properties} stands beside
 * it. Placeholders follow {@link MessageFormat}; an apostrophe in a sentence is written twice. Give
 * amounts, rates and days as text, so that no locale reformats them.
 */
public final class Words {
  public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
  public static final Locale ENGLISH = Locale.ENGLISH;

  private final ResourceBundle bundle;
  private final Locale locale;

  private Words(ResourceBundle bundle, Locale locale) {
    this.bundle = bundle;
    this.locale = locale;
  }

  /**
   * The words beside a class, in the language nearest to the one asked for.
   *
   * @param room a class of the room; the bundle lies in its package
   * @param name name of the bundle, such as {@code "fees"}
   * @throws MissingResourceException when there is no such bundle
   */
  public static Words of(Class<?> room, String name, Locale locale) {
    Locale supported = supported(locale);
    Locale lookup = supported.equals(CHINESE) ? Locale.ROOT : supported;
    ResourceBundle.Control noSystemFallback =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    String baseName = room.getPackageName() + "." + name;
    return new Words(
        ResourceBundle.getBundle(baseName, lookup, room.getClassLoader(), noSystemFallback),
        supported);
  }

  /** English for English, zh-CN for any other language. */
  public static Locale supported(Locale locale) {
    return locale.getLanguage().equals("en") ? ENGLISH : CHINESE;
  }

  /** The languages every sentence exists in, the first one being the default. */
  public static List<Locale> languages() {
    return List.of(CHINESE, ENGLISH);
  }

  /**
   * The sentence with its places filled.
   *
   * @throws MissingResourceException when the bundle has no such key
   */
  public String say(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }

  /**
   * The name of one of a set of things: {@code sayKey("status", PAID)} says {@code status.PAID}.
   */
  public String sayKey(String set, Object which) {
    return say(set + "." + which);
  }

  /** The keys of every sentence. */
  public Set<String> keys() {
    return bundle.keySet();
  }

  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  public Locale locale() {
    return locale;
  }
}
