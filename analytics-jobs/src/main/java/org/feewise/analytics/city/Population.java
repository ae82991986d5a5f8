package org.feewise.analytics.city;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.feewise.models.fees.PayerKind;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.reminders.ReminderChannel;

/** Who lives in the demo city and how they pay: the truths that analytics is to find again. */
record Population(
    String city,
    Map<PayerKind, Double> payerKinds,
    List<District> districts,
    List<AgeBand> ageBands,
    List<IncomeBand> incomeBands,
    Map<Integer, Double> incomeDays,
    double disabledShare,
    Map<Trait, Map<PayerKind, Double>> traits,
    Behaviour behaviour) {

  /** The population and the fees of the demo city, read once. */
  static final Population PLANTED = read("population.yaml", new TypeReference<>() {});

  static final List<FeeRhythm> RHYTHMS = read("rhythms.yaml", new TypeReference<>() {});

  record District(String name, double share, double lateLogOdds) {}

  /**
   * An age band.
   *
   * @param respondsTo share of the band that acts on a reminder through each channel
   * @param born first and last year of birth
   */
  record AgeBand(
      String name,
      double share,
      double lateLogOdds,
      double autoPay,
      Map<PaymentMethod, Double> methods,
      Map<ReminderChannel, Double> respondsTo,
      List<Integer> born) {}

  record IncomeBand(
      String name, double share, double lateLogOdds, double hardshipPerYear, double amountFactor) {}

  /** Each member of a group with its share, for {@link Dice#oneOf(Map)}. */
  static <T> Map<T, Double> shares(List<T> group, ToDoubleFunction<T> share) {
    Map<T, Double> shares = new LinkedHashMap<>();
    group.forEach(member -> shares.put(member, share.applyAsDouble(member)));
    return shares;
  }

  /** The member of a group with the given name. */
  static <T> T named(String name, List<T> group, Function<T, String> nameOf) {
    return group.stream()
        .filter(member -> nameOf.apply(member).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the city has no \"" + name + "\""));
  }

  static <T> T read(String resource, TypeReference<T> type) {
    try (InputStream yaml = Population.class.getResourceAsStream(resource)) {
      return YAMLMapper.builder().build().readValue(yaml, type);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /** The population as JSON, to be written beside the data. */
  static String asJson(Object truths) {
    try {
      return JsonMapper.builder()
          .findAndAddModules()
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build()
          .writerWithDefaultPrettyPrinter()
          .writeValueAsString(truths);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
