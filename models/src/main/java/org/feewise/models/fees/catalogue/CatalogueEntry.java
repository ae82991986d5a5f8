package org.feewise.models.fees.catalogue;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.feewise.models.money.Money;
import org.feewise.models.words.Bilingual;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping in a catalogue file whose every value knows its line. */
final class CatalogueEntry {
  private final String file;
  private final Node node;
  private final Map<String, Node> values = new LinkedHashMap<>();

  CatalogueEntry(String file, Node node) {
    this.file = file;
    this.node = node;
    if (!(node instanceof MappingNode mapping)) {
      throw refusal(node, "must have keys and values");
    }
    for (NodeTuple pair : mapping.getValue()) {
      String key = textOf(pair.getKeyNode());
      if (values.put(key, pair.getValueNode()) != null) {
        throw refusal(pair.getKeyNode(), key + ": stands twice");
      }
    }
  }

  SourceLine line() {
    return lineOf(node);
  }

  Set<String> keys() {
    return values.keySet();
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** Refuses keys that nobody reads, so that a misspelt rule is not silently lost. */
  void allowOnly(String... keys) {
    Set<String> unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(Set.of(keys));
    if (!unknown.isEmpty()) {
      String first = unknown.iterator().next();
      throw refusal(values.get(first), first + ": is not a key known here");
    }
  }

  Optional<String> optionalText(String key) {
    return Optional.ofNullable(values.get(key)).map(this::textOf);
  }

  String text(String key) {
    return required(key, optionalText(key));
  }

  /** An address that a browser opens without risk: absolute, and by https. */
  Optional<String> optionalAddress(String key) {
    return parsed(key, "an address that begins with https://", CatalogueEntry::address);
  }

  private static String address(String text) {
    URI address = URI.create(text);
    if (!"https".equals(address.getScheme()) || address.getHost() == null) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  Optional<LocalDate> optionalDate(String key) {
    return parsed(key, "a date such as 2026-01-01", LocalDate::parse);
  }

  LocalDate date(String key) {
    return required(key, optionalDate(key));
  }

  Optional<BigDecimal> optionalDecimal(String key) {
    return parsed(key, "a decimal number", BigDecimal::new);
  }

  BigDecimal decimal(String key) {
    return required(key, optionalDecimal(key));
  }

  Optional<Money> optionalMoney(String key) {
    return parsed(key, "an amount of yuan", Money::parse);
  }

  Optional<Integer> optionalInteger(String key) {
    return parsed(key, "a whole number", Integer::valueOf);
  }

  boolean truth(String key) {
    String text = text(key);
    if (!text.equals("true") && !text.equals("false")) {
      throw refusal(values.get(key), key + ": \"" + text + "\" is neither true nor false");
    }
    return text.equals("true");
  }

  /** A name of an enum, written in small letters with hyphens or as in the code. */
  <E extends Enum<E>> E choice(String key, Class<E> names) {
    return choiceOf(key, values.get(required(key, optionalText(key).map(text -> key))), names);
  }

  <E extends Enum<E>> Optional<List<E>> optionalChoices(String key, Class<E> names) {
    return Optional.ofNullable(values.get(key))
        .map(list -> elements(key, list).stream().map(n -> choiceOf(key, n, names)).toList());
  }

  /** A phrase in both languages: {@code {zh: ..., en: ...}}. */
  Optional<Bilingual> optionalBilingual(String key) {
    return optionalEntry(key)
        .map(
            entry -> {
              entry.allowOnly("zh", "en");
              return new Bilingual(entry.text("zh"), entry.text("en"));
            });
  }

  Bilingual bilingual(String key) {
    return required(key, optionalBilingual(key));
  }

  boolean isScalar(String key) {
    return values.get(key) instanceof ScalarNode;
  }

  Optional<CatalogueEntry> optionalEntry(String key) {
    return Optional.ofNullable(values.get(key)).map(value -> new CatalogueEntry(file, value));
  }

  CatalogueEntry entry(String key) {
    return required(key, optionalEntry(key));
  }

  /** The mappings of a list, empty when the key is absent. */
  List<CatalogueEntry> entries(String key) {
    List<CatalogueEntry> entries = new ArrayList<>();
    if (has(key)) {
      for (Node element : elements(key, values.get(key))) {
        entries.add(new CatalogueEntry(file, element));
      }
    }
    return entries;
  }

  CatalogueRefused refuse(String reason) {
    return refusal(node, reason);
  }

  private List<Node> elements(String key, Node list) {
    if (!(list instanceof SequenceNode sequence)) {
      throw refusal(list, key + ": must be a list");
    }
    return sequence.getValue();
  }

  private <E extends Enum<E>> E choiceOf(String key, Node value, Class<E> names) {
    String text = textOf(value);
    String wanted = text.replace('-', '_');
    return Arrays.stream(names.getEnumConstants())
        .filter(name -> name.name().equalsIgnoreCase(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                refusal(
                    value,
                    key
                        + ": \""
                        + text
                        + "\" is not one of "
                        + Arrays.toString(names.getEnumConstants())));
  }

  private <T> Optional<T> parsed(String key, String what, Function<String, T> parsing) {
    return optionalText(key)
        .map(
            text -> {
              try {
                return parsing.apply(text);
              } catch (DateTimeParseException | IllegalArgumentException e) {
                throw refusal(values.get(key), key + ": \"" + text + "\" is not " + what);
              }
            });
  }

  private <T> T required(String key, Optional<T> value) {
    return value.orElseThrow(() -> refusal(node, key + ": is missing"));
  }

  private String textOf(Node value) {
    if (!(value instanceof ScalarNode scalar)) {
      throw refusal(value, "must be a single value");
    }
    return scalar.getValue();
  }

  private CatalogueRefused refusal(Node at, String reason) {
    return new CatalogueRefused(List.of(new CatalogueRefused.Reason(lineOf(at), reason)));
  }

  private SourceLine lineOf(Node at) {
    return new SourceLine(file, at.getStartMark().getLine() + 1);
  }
}
