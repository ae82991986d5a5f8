package org.feewise.assistant.reports.risk;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** One row of a report table, read by the names of its columns. */
record Figures(Tuple row) {

  Object value(String column) {
    return row.get(column);
  }

  String text(String column) {
    return (String) row.get(column);
  }

  long count(String column) {
    return ((Number) row.get(column)).longValue();
  }

  boolean is(String column) {
    return (Boolean) row.get(column);
  }

  boolean has(String column) {
    return row.get(column) != null;
  }

  double number(String column) {
    return ((Number) row.get(column)).doubleValue();
  }

  LocalDate day(String column) {
    return switch (row.get(column)) {
      case java.sql.Date date -> date.toLocalDate();
      case LocalDate date -> date;
      case Object other -> throw new IllegalStateException(column + " is no day: " + other);
    };
  }

  Instant moment(String column) {
    return switch (row.get(column)) {
      case Instant instant -> instant;
      case OffsetDateTime time -> time.toInstant();
      case Object other -> throw new IllegalStateException(column + " is no moment: " + other);
    };
  }
}
