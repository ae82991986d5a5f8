package org.feewise.assistant.operations;

import jakarta.ws.rs.core.UriBuilder;
import java.util.Arrays;
import java.util.Optional;
import org.feewise.assistant.problems.Problem;
import org.feewise.assistant.reminders.ListPage;
import org.feewise.models.fees.FeeType;
import org.feewise.models.risk.RiskBand;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Which scores and which part of the queue the page shows; blank parameters count as not given.
 *
 * @param next page of the scores
 * @param queue page of the queue
 * @param cancelled whether a reminder has just been cancelled
 */
public record ScoreFilters(
    @RestQuery String band,
    @RestQuery String feeType,
    @RestQuery String next,
    @RestQuery String queue,
    @RestQuery String cancelled) {

  static ScoreFilters none() {
    return new ScoreFilters(null, null, null, null, null);
  }

  Optional<RiskBand> chosenBand() {
    return chosen(RiskBand.values(), "band", band);
  }

  Optional<FeeType> chosenFeeType() {
    return chosen(FeeType.values(), "feeType", feeType);
  }

  int page() {
    return ListPage.page(next);
  }

  int queuePage() {
    return ListPage.page(queue);
  }

  /** Address of another page of the scores, with the same filters. */
  public String scoresAt(String token) {
    return address(band, feeType, token, queue) + "#scores";
  }

  /** Address of another page of the queue, with the same filters. */
  public String queueAt(String token) {
    return address(band, feeType, next, token) + "#queue";
  }

  private static String address(String band, String feeType, String next, String queue) {
    UriBuilder address = UriBuilder.fromPath("/operations");
    add(address, "band", band);
    add(address, "feeType", feeType);
    add(address, "next", next);
    add(address, "queue", queue);
    return address.build().toString();
  }

  private static void add(UriBuilder address, String parameter, String value) {
    if (value != null && !value.isEmpty()) {
      address.queryParam(parameter, value);
    }
  }

  private static <E extends Enum<E>> Optional<E> chosen(E[] values, String field, String text) {
    if (text == null || text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(values)
            .filter(each -> each.name().equals(text))
            .findFirst()
            .orElseThrow(
                () -> new Problem(ScoreFilters.class, 400, "unknown-value", text).at(field)));
  }
}
