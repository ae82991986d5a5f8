package org.feewise.models.risk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which columns of somebody else's table of bills mean what; read from the YAML of a mapping file.
 *
 * <pre>
 * bill: invoiceNumber
 * payer: customerID
 * issuedOn: {column: InvoiceDate, format: M/d/yyyy}
 * dueOn: DueDate                      # without a format: ISO-8601
 * settledOn: {column: SettledDate, format: M/d/yyyy}
 * amount: InvoiceAmount
 * feeType: kind                       # a column, or one of the fee types for the whole file
 * label: {late: "DaysLate &gt; 0"}       # or the expression alone
 * attributes: [countryCode, PaperlessBill]
 * forbidden: [DaysToSettle, DaysLate]
 * </pre>
 *
 * <p>Read one with {@code BillMapping.read(path)}, ask {@link #missingFrom} whether a table's
 * header has every column, and turn a cell into a day with {@link DateColumn#parse}. Every entry
 * may be absent.
 *
 * @param lateExpression a Spark SQL boolean expression over the table's columns, instead of {@code
 *     settledOn > dueOn}
 * @param attributes columns known when the bill is issued, usable as features
 * @param forbidden columns that are never a feature, even where they are named above
 * @param unknownKeys entries of the file that mean nothing here
 */
public record BillMapping(
    Optional<String> bill,
    Optional<String> payer,
    Optional<DateColumn> issuedOn,
    Optional<DateColumn> dueOn,
    Optional<DateColumn> settledOn,
    Optional<String> amount,
    Optional<String> feeType,
    Optional<String> lateExpression,
    List<String> attributes,
    List<String> forbidden,
    List<String> unknownKeys) {

  private static final ObjectMapper YAML =
      YAMLMapper.builder(new YAMLFactory())
          .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
          .build();
  private static final List<String> KEYS =
      List.of(
          "bill",
          "payer",
          "issuedOn",
          "dueOn",
          "settledOn",
          "amount",
          "feeType",
          "label",
          "attributes",
          "forbidden");

  public BillMapping {
    attributes = List.copyOf(attributes);
    forbidden = List.copyOf(forbidden);
    unknownKeys = List.copyOf(unknownKeys);
  }

  /**
   * Reads a mapping file.
   *
   * @throws IOException when the file cannot be read
   * @throws IllegalArgumentException when it is not a mapping; the message names the entry at fault
   */
  public static BillMapping read(Path file) throws IOException {
    return parse(Files.readString(file, StandardCharsets.UTF_8));
  }

  /**
   * Reads the text of a mapping.
   *
   * @throws IllegalArgumentException when it is not a mapping; the message names the entry at fault
   */
  public static BillMapping parse(String yaml) {
    JsonNode root;
    try {
      root = YAML.readTree(yaml.startsWith("\uFEFF") ? yaml.substring(1) : yaml);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("mapping is not YAML: " + e.getOriginalMessage(), e);
    }
    if (root == null || !root.isObject()) {
      throw new IllegalArgumentException("mapping has no entries such as \"issuedOn: column\"");
    }
    return new BillMapping(
        column(root, "bill"),
        column(root, "payer"),
        date(root, "issuedOn"),
        date(root, "dueOn"),
        date(root, "settledOn"),
        column(root, "amount"),
        column(root, "feeType"),
        label(root.path("label")),
        columns(root, "attributes"),
        columns(root, "forbidden"),
        unknown(root));
  }

  /** The mapped columns that a header does not have, in the order of the mapping. */
  public List<String> missingFrom(List<String> header) {
    return Stream.concat(mappedColumns().stream(), attributes.stream())
        .filter(column -> !header.contains(column))
        .distinct()
        .toList();
  }

  /** The columns that have a meaning of their own, without the attributes. */
  public List<String> mappedColumns() {
    List<String> mapped = new ArrayList<>();
    bill.ifPresent(mapped::add);
    payer.ifPresent(mapped::add);
    issuedOn.ifPresent(date -> mapped.add(date.column()));
    dueOn.ifPresent(date -> mapped.add(date.column()));
    settledOn.ifPresent(date -> mapped.add(date.column()));
    amount.ifPresent(mapped::add);
    return mapped;
  }

  private static Optional<String> column(JsonNode root, String key) {
    JsonNode node = root.path(key);
    JsonNode name = node.isObject() ? node.path("column") : node;
    if (isBlank(name)) {
      return Optional.empty();
    }
    if (!name.isValueNode()) {
      throw new IllegalArgumentException("mapping: " + key + " must be the name of a column");
    }
    return Optional.of(name.asText());
  }

  private static Optional<DateColumn> date(JsonNode root, String key) {
    JsonNode format = root.path(key).path("format");
    try {
      return column(root, key)
          .map(
              name ->
                  isBlank(format) ? DateColumn.iso(name) : DateColumn.of(name, format.asText()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("mapping: " + key + ": " + e.getMessage(), e);
    }
  }

  private static Optional<String> label(JsonNode node) {
    JsonNode expression = node.isObject() ? node.path("late") : node;
    if (node.isObject() && !node.isEmpty() && !node.has("late")) {
      throw new IllegalArgumentException(
          "mapping: label must be {late: \"an expression\"}, and has no late but "
              + String.join(", ", node.propertyStream().map(Map.Entry::getKey).toList()));
    }
    if (isBlank(expression)) {
      return Optional.empty();
    }
    if (!expression.isValueNode()) {
      throw new IllegalArgumentException("mapping: label must be {late: \"an expression\"}");
    }
    return Optional.of(expression.asText());
  }

  private static List<String> columns(JsonNode root, String key) {
    JsonNode node = root.path(key);
    List<String> names = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(name -> names.add(name.asText()));
    } else if (!isBlank(node)) {
      names.add(node.asText());
    }
    return names.stream().filter(name -> !name.isBlank()).distinct().toList();
  }

  private static List<String> unknown(JsonNode root) {
    TreeSet<String> names = new TreeSet<>();
    root.fieldNames().forEachRemaining(names::add);
    KEYS.forEach(names::remove);
    return List.copyOf(names);
  }

  private static boolean isBlank(JsonNode node) {
    return node.isMissingNode() || node.isNull() || (node.isTextual() && node.asText().isBlank());
  }
}
