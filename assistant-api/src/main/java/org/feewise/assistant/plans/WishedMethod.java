package org.feewise.assistant.plans;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.plans.MethodTerms;

/**
 * A payment method at hand; in JSON its name, or an object with terms of one's own.
 *
 * @param terms null for those of the catalogue
 */
public record WishedMethod(PaymentMethod method, MethodTerms terms) {

  /** A method on the catalogue's terms. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static WishedMethod named(String name) {
    return new WishedMethod(PaymentMethod.valueOf(name), null);
  }

  /** As it is read: the name, or an object with the terms. */
  @JsonValue
  Object asJson() {
    if (terms == null) {
      return method.name();
    }
    Map<String, Object> own = new LinkedHashMap<>();
    own.put("method", method);
    own.put("feeRate", terms.feeRate());
    own.put("fixedFee", terms.fixedFee());
    own.put("perPayment", terms.perPayment().orElse(null));
    own.put("perDay", terms.perDay().orElse(null));
    return own;
  }

  @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
  static WishedMethod withTerms(
      @JsonProperty(value = "method", required = true) PaymentMethod method,
      @JsonProperty("feeRate") BigDecimal feeRate,
      @JsonProperty("fixedFee") Money fixedFee,
      @JsonProperty("perPayment") Money perPayment,
      @JsonProperty("perDay") Money perDay) {
    if (feeRate == null && fixedFee == null && perPayment == null && perDay == null) {
      return new WishedMethod(method, null);
    }
    return new WishedMethod(
        method,
        new MethodTerms(
            method,
            feeRate == null ? BigDecimal.ZERO : feeRate,
            fixedFee == null ? Money.ZERO : fixedFee,
            Optional.ofNullable(perPayment),
            Optional.ofNullable(perDay)));
  }
}
