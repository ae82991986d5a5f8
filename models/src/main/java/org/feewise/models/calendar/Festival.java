package org.feewise.models.calendar;

import java.util.Locale;
import org.feewise.models.words.Words;

/** The festivals on which everybody has the day off. */
public enum Festival {
  NEW_YEAR,
  SPRING_FESTIVAL,
  QINGMING,
  LABOUR_DAY,
  DRAGON_BOAT,
  MID_AUTUMN,
  NATIONAL_DAY;

  /** The festival's name, such as 春节 or Spring Festival. */
  public String in(Locale locale) {
    return Words.of(Festival.class, "calendar", locale).say("festival." + name());
  }
}
