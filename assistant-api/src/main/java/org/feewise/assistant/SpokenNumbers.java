package org.feewise.assistant;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;

/**
 * Numbers that can be read out on the telephone: the day, then eight characters of which none looks
 * or sounds like another (Crockford's base 32). They cannot be guessed.
 */
public final class SpokenNumbers {
  private static final String CHARACTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 8;
  private static final RandomGenerator RANDOM = new SecureRandom();

  private SpokenNumbers() {}

  /** A number of a day, such as {@code 20261126-7K3M9QZD}. */
  public static String next(LocalDate day) {
    StringBuilder number =
        new StringBuilder(day.format(DateTimeFormatter.BASIC_ISO_DATE)).append('-');
    for (int i = 0; i < LENGTH; i++) {
      number.append(CHARACTERS.charAt(RANDOM.nextInt(CHARACTERS.length())));
    }
    return number.toString();
  }
}
