package org.feewise.assistant;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the live OpenAPI document says the service answers. */
public final class ApiOperations {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private ApiOperations() {}

  /** One call, with the names of its parameters. */
  record Operation(
      String method,
      String path,
      List<String> pathParameters,
      List<String> queryParameters,
      boolean hasBody,
      boolean statesSecurity) {

    boolean isApi() {
      return path.startsWith("/api/");
    }

    boolean isPage() {
      return !isApi() && !path.startsWith("/q/") && !path.startsWith("/test-");
    }

    List<String> parameters() {
      List<String> all = new ArrayList<>(pathParameters);
      all.addAll(queryParameters);
      return all;
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static List<Operation> all() {
    JsonPath document = given().accept("application/json").get("/q/openapi").jsonPath();
    List<Operation> found = new ArrayList<>();
    document
        .<String, Map<String, Object>>getMap("paths")
        .forEach((path, item) -> item.forEach((key, value) -> add(found, path, item, key, value)));
    return found;
  }

  private static void add(
      List<Operation> found, String path, Map<String, Object> item, String key, Object value) {
    if (!METHODS.contains(key)) {
      return;
    }
    Map<?, ?> operation = (Map<?, ?>) value;
    List<Map<?, ?>> parameters = new ArrayList<>(parameters(item));
    parameters.addAll(parameters(operation));
    found.add(
        new Operation(
            key.toUpperCase(Locale.ROOT),
            path,
            names(parameters, "path"),
            names(parameters, "query"),
            operation.containsKey("requestBody"),
            operation.get("security") instanceof List<?> stated && !stated.isEmpty()));
  }

  private static List<Map<?, ?>> parameters(Map<?, ?> holder) {
    return holder.get("parameters") instanceof List<?> list
        ? list.stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList()
        : List.of();
  }

  private static List<String> names(List<Map<?, ?>> parameters, String in) {
    return parameters.stream()
        .filter(each -> in.equals(each.get("in")))
        .map(each -> (String) each.get("name"))
        .toList();
  }
}
