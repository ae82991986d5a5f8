package org.feewise.models.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.feewise.models.money.Money;

/**
 * The fields of a JSON object, each read as what it must be. An absent field and a {@code null} are
 * the same; every refusal is a {@link MalformedCase} that names the field with its path.
 */
public final class CaseFields {
  private final JsonNode object;
  private final String path;

  private CaseFields(JsonNode object, String path) {
    this.object = object;
    this.path = path;
  }

  /**
   * The fields of one line.
   *
   * @throws MalformedCase when the line is not a JSON object
   */
  public static CaseFields of(JsonNode line) {
    return objectAt(line, "");
  }

  private static CaseFields objectAt(JsonNode node, String path) {
    if (!node.isObject()) {
      throw new MalformedCase(path, "is not a JSON object");
    }
    return new CaseFields(node, path);
  }

  public boolean has(String field) {
    return object.hasNonNull(field);
  }

  /** The value as it stands, for what no other method reads. */
  public Optional<JsonNode> json(String field) {
    return has(field) ? Optional.of(object.get(field)) : Optional.empty();
  }

  public String text(String field) {
    return required(field, optionalText(field));
  }

  public Optional<String> optionalText(String field) {
    return json(field).map(node -> textOf(node, at(field)));
  }

  /** An ISO-8601 date. */
  public LocalDate date(String field) {
    return required(field, optionalDate(field));
  }

  public Optional<LocalDate> optionalDate(String field) {
    return json(field).map(node -> dateOf(node, at(field)));
  }

  /** A list of ISO-8601 dates, empty when the field is absent. */
  public List<LocalDate> dates(String field) {
    return each(field, CaseFields::dateOf);
  }

  /** A list of texts, empty when the field is absent. */
  public List<String> texts(String field) {
    return each(field, CaseFields::textOf);
  }

  /** An amount of yuan, a decimal string or a number, with at most two decimal places. */
  public Money money(String field) {
    return required(field, optionalMoney(field));
  }

  public Optional<Money> optionalMoney(String field) {
    return readable(field, Money::parse);
  }

  /** A decimal number, as a string or a number. */
  public BigDecimal decimal(String field) {
    return required(field, optionalDecimal(field));
  }

  public Optional<BigDecimal> optionalDecimal(String field) {
    return readable(
        field,
        text -> {
          try {
            return new BigDecimal(text);
          } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a decimal number", e);
          }
        });
  }

  public int integer(String field) {
    return required(field, optionalInteger(field));
  }

  public Optional<Integer> optionalInteger(String field) {
    return json(field)
        .map(
            node -> {
              if (!node.isIntegralNumber() || !node.canConvertToInt()) {
                throw new MalformedCase(at(field), node + " is not a whole number");
              }
              return node.intValue();
            });
  }

  public boolean truth(String field) {
    return required(field, optionalTruth(field));
  }

  public Optional<Boolean> optionalTruth(String field) {
    return json(field)
        .map(
            node -> {
              if (!node.isBoolean()) {
                throw new MalformedCase(at(field), node + " is neither true nor false");
              }
              return node.booleanValue();
            });
  }

  /** One of the names of an enum. */
  public <E extends Enum<E>> E choice(String field, Class<E> names) {
    return required(field, optionalChoice(field, names));
  }

  public <E extends Enum<E>> Optional<E> optionalChoice(String field, Class<E> names) {
    return optionalText(field)
        .map(
            text ->
                Arrays.stream(names.getEnumConstants())
                    .filter(name -> name.name().equals(text))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new MalformedCase(
                                at(field),
                                "\""
                                    + text
                                    + "\" is not one of "
                                    + Arrays.toString(names.getEnumConstants()))));
  }

  /** The object in a field. */
  public CaseFields object(String field) {
    return required(field, optionalObject(field));
  }

  public Optional<CaseFields> optionalObject(String field) {
    return json(field).map(node -> objectAt(node, at(field)));
  }

  /** The objects of a list. */
  public List<CaseFields> objects(String field) {
    if (!has(field)) {
      throw missing(field);
    }
    return each(field, CaseFields::objectAt);
  }

  /** A refusal of one of these fields, for rules that this class cannot know. */
  public MalformedCase refuse(String field, String reason) {
    return new MalformedCase(at(field), reason);
  }

  private <T> List<T> each(String field, Element<T> element) {
    List<T> elements = new ArrayList<>();
    JsonNode list = object.path(field);
    if (has(field) && !list.isArray()) {
      throw new MalformedCase(at(field), "is not a list");
    }
    for (int i = 0; i < list.size(); i++) {
      elements.add(element.of(list.get(i), at(field) + "[" + i + "]"));
    }
    return elements;
  }

  private <T> Optional<T> readable(String field, Function<String, T> reading) {
    return json(field)
        .map(
            node -> {
              if (!node.isTextual() && !node.isNumber()) {
                throw new MalformedCase(at(field), node + " is not a decimal string");
              }
              String text =
                  node.isNumber() ? node.decimalValue().toPlainString() : node.textValue();
              try {
                return reading.apply(text);
              } catch (IllegalArgumentException e) {
                throw new MalformedCase(at(field), e.getMessage());
              }
            });
  }

  private static String textOf(JsonNode node, String path) {
    if (!node.isTextual()) {
      throw new MalformedCase(path, node + " is not a text");
    }
    return node.textValue();
  }

  private static LocalDate dateOf(JsonNode node, String path) {
    try {
      return LocalDate.parse(textOf(node, path));
    } catch (DateTimeParseException e) {
      throw new MalformedCase(path, node + " is not a date such as \"2026-11-23\"");
    }
  }

  private <T> T required(String field, Optional<T> value) {
    return value.orElseThrow(() -> missing(field));
  }

  private MalformedCase missing(String field) {
    return new MalformedCase(at(field), "is missing");
  }

  private String at(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  private interface Element<T> {
    T of(JsonNode node, String path);
  }
}
