package org.feewise.assistant.problems;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Names the problem behind an exception that a framework threw. */
final class Diagnosis {
  private static final Map<Integer, String> NAMES =
      Map.of(
          400, "bad-request",
          401, "unauthorized",
          403, "forbidden",
          404, "not-found",
          405, "method-not-allowed",
          406, "not-acceptable",
          413, "too-large",
          415, "unsupported-media-type",
          429, "too-many-requests",
          503, "unavailable");

  /** Character not in repertoire, untranslatable character, date and time field overflow. */
  private static final Set<String> REFUSED_ARGUMENTS = Set.of("22021", "22P05", "22008");

  private Diagnosis() {}

  static Problem ofStatus(int status) {
    String name = NAMES.get(status);
    return name == null
        ? new Problem(Diagnosis.class, status, "other", Integer.toString(status))
        : new Problem(Diagnosis.class, status, name);
  }

  /** A body that could not be read, a parameter that could not be parsed, else the bare status. */
  static Problem of(WebApplicationException failure, Map<String, List<String>> parameters) {
    Optional<JsonProcessingException> json = cause(failure, JsonProcessingException.class);
    if (json.isPresent()) {
      return of(json.get());
    }
    int status = failure.getResponse().getStatus();
    if (status == 404 && failure.getCause() != null) {
      return ofParameter(failure, parameters);
    }
    return ofStatus(status);
  }

  static Problem of(JsonProcessingException failure) {
    return switch (failure) {
      case ZeroCharacter.InBody zero -> ZeroCharacter.problem(path(zero));
      case UnrecognizedPropertyException unknown ->
          new Problem(Diagnosis.class, 400, "unknown-field", unknown.getPropertyName())
              .at(path(unknown));
      case JsonMappingException mapping when !mapping.getPath().isEmpty() ->
          new Problem(Diagnosis.class, 400, "invalid-field", path(mapping)).at(path(mapping));
      case MismatchedInputException otherJson -> ofStatus(400);
      default -> malformed(failure.getLocation());
    };
  }

  private static Problem malformed(JsonLocation location) {
    return location == null
        ? ofStatus(400)
        : new Problem(
            Diagnosis.class,
            400,
            "malformed-json",
            Integer.toString(location.getLineNr()),
            Integer.toString(location.getColumnNr()));
  }

  private static String path(JsonMappingException failure) {
    return failure.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."))
        .replace(".[", "[");
  }

  /**
   * Whether PostgreSQL refused a character (zero) or a day (out of its range) that a caller sent as
   * an argument.
   */
  static boolean isTextNoDatabaseKeeps(Throwable failure) {
    return cause(failure, SQLException.class)
        .map(SQLException::getSQLState)
        .filter(REFUSED_ARGUMENTS::contains)
        .isPresent();
  }

  /** The framework says 404 for a parameter it cannot parse; the caller's mistake is a 400. */
  private static Problem ofParameter(
      WebApplicationException failure, Map<String, List<String>> parameters) {
    String parsed =
        cause(failure, DateTimeParseException.class)
            .map(DateTimeParseException::getParsedString)
            .orElse(String.valueOf(failure.getCause().getMessage()));
    for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
      if (parameter.getValue().stream().anyMatch(v -> !v.isEmpty() && parsed.contains(v))) {
        return new Problem(Diagnosis.class, 400, "invalid-parameter", parameter.getKey())
            .at(parameter.getKey());
      }
    }
    return ofStatus(400);
  }

  /** The first broken rule of a request, named by its field. */
  static Problem of(ConstraintViolationException failure) {
    return failure.getConstraintViolations().stream()
        .findFirst()
        .map(
            violation ->
                new Problem(
                        Diagnosis.class, 400, "violated", field(violation), violation.getMessage())
                    .at(field(violation)))
        .orElseGet(() -> ofStatus(400));
  }

  /**
   * The path below the method and its body parameter: {@code chat.request.text} is {@code text}.
   */
  private static String field(ConstraintViolation<?> violation) {
    String[] steps = violation.getPropertyPath().toString().split("\\.");
    int from = Math.min(steps.length - 1, 2);
    return String.join(".", List.of(steps).subList(from, steps.length));
  }

  private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return Optional.of(type.cast(at));
      }
    }
    return Optional.empty();
  }
}
