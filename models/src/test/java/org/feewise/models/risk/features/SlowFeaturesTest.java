package org.feewise.models.risk.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.feewise.models.risk.features.Histories.Fact;
import org.feewise.models.risk.features.Histories.Part;
import org.feewise.models.risk.features.Histories.Payer;

/** Features against the same worked out the slow way: from all facts, anew for each bill. */
class SlowFeaturesTest {
  private static final FeatureSchema SCHEMA = FeatureSchema.of(List.of(), List.of());

  /** What can be said of one bill on its day of issue by looking at every fact. */
  private record View(Histories all, Payer payer, Fact bill) {
    LocalDate today() {
      return bill.issuedOn();
    }

    boolean known(LocalDate day) {
      return day != null && !day.isAfter(today());
    }

    List<Fact> before(Predicate<Fact> which) {
      return payer.bills().stream()
          .filter(other -> other.issuedOn().isBefore(today()))
          .filter(which)
          .toList();
    }

    List<Fact> judged(Predicate<Fact> which) {
      return before(other -> known(other.verdictOn()) && which.test(other));
    }

    List<Fact> settled() {
      return before(other -> known(other.settledOn()));
    }

    List<Fact> open() {
      return before(other -> !known(other.settledOn()));
    }

    List<Part> parts(Fact of) {
      return of.parts().stream().filter(part -> known(part.on())).toList();
    }

    double population(String district, String feeType, double prior, double weight) {
      long judged = 0;
      long late = 0;
      for (Payer other : all.payers()) {
        for (Fact fact : other.bills()) {
          LocalDate counts = fact.dueOn().plusDays(1);
          boolean inGroup =
              (district == null || other.district().equals(district))
                  && (feeType == null || fact.feeType().equals(feeType));
          if (inGroup && known(counts) && counts.isAfter(today().minusDays(365))) {
            judged++;
            late += fact.late() ? 1 : 0;
          }
        }
      }
      return (late + weight * prior) / (judged + weight);
    }

    double everybody() {
      return population(null, null, 0.2, 5);
    }

    double district() {
      return population(payer.district(), null, everybody(), 20);
    }

    double feeType() {
      return population(null, bill.feeType(), everybody(), 20);
    }

    double districtFeeType() {
      double logOdds = logit(feeType()) + logit(district()) - logit(everybody());
      return population(payer.district(), bill.feeType(), 1 / (1 + Math.exp(-logOdds)), 20);
    }

    double lateShare() {
      return share(judged(_ -> true), everybody());
    }

    double lateShareOfReminded() {
      List<Fact> reminded =
          judged(
              other ->
                  other.reminders().stream()
                      .anyMatch(
                          sent ->
                              !sent.sentOn().isAfter(other.dueOn())
                                  && !sent.sentOn().isAfter(other.verdictOn())));
      return reminded.isEmpty() ? Double.NaN : share(reminded, lateShare());
    }

    double daysAfterReminder() {
      return mean(
          settled().stream()
              .filter(other -> !other.reminders().isEmpty())
              .map(other -> days(other.reminders().getFirst().sentOn(), other.settledOn()))
              .filter(days -> days >= 0)
              .toList());
    }

    double readShare() {
      List<SentReminder> sent =
          before(_ -> true).stream()
              .flatMap(other -> other.reminders().stream())
              .filter(reminder -> known(reminder.sentOn()))
              .toList();
      long read = sent.stream().filter(reminder -> known(reminder.readOn())).count();
      return sent.isEmpty() ? Double.NaN : (double) read / sent.size();
    }

    double inPartsShare() {
      List<Fact> paying = before(other -> known(other.settledOn()) || !parts(other).isEmpty());
      long inParts =
          paying.stream()
              .filter(
                  other ->
                      !parts(other).isEmpty()
                          || other.number() % 2 == 1 && known(other.settledOn()))
              .count();
      return paying.isEmpty() ? Double.NaN : (double) inParts / paying.size();
    }

    double paidShareOfOpen() {
      double paid =
          open().stream().flatMap(other -> parts(other).stream()).mapToDouble(Part::amount).sum();
      double billed = open().stream().mapToDouble(Fact::amount).sum();
      return open().isEmpty() ? Double.NaN : paid / billed;
    }

    double longestOverdue() {
      return open().stream()
          .mapToDouble(other -> days(other.dueOn(), today()))
          .filter(days -> days > 0)
          .max()
          .orElse(0);
    }

    double quantile80() {
      List<Double> newest =
          settled().stream()
              .sorted(
                  Comparator.comparing(Fact::settledOn)
                      .reversed()
                      .thenComparing(Comparator.comparing(Fact::number).reversed()))
              .limit(12)
              .map(other -> days(other.dueOn(), other.settledOn()))
              .sorted()
              .toList();
      return newest.isEmpty() ? Double.NaN : newest.get((int) Math.ceil(newest.size() * 0.8) - 1);
    }

    double againstUsualOfFeeType() {
      List<Double> logs =
          before(other -> other.feeType().equals(bill.feeType())).stream()
              .map(other -> Math.log(1 + other.amount()))
              .toList();
      return Math.log(1 + bill.amount()) - mean(logs);
    }

    double lastDays(Predicate<Fact> which) {
      return judged(other -> days(other.verdictOn(), today()) < 180 && which.test(other)).size();
    }

    double count(Function<InstalmentPlans, List<LocalDate>> of) {
      return of.apply(payer.plans()).stream().filter(this::known).count();
    }
  }

  private static Map<String, ToDoubleFunction<View>> slow() {
    Map<String, ToDoubleFunction<View>> slow = new TreeMap<>();
    slow.put("payer_late_share", View::lateShare);
    slow.put("payer_late_bills_180d", view -> view.lastDays(Fact::late));
    slow.put("payer_judged_bills_180d", view -> view.lastDays(_ -> true));
    slow.put("payer_days_late_p80", View::quantile80);
    slow.put("payer_overdue_days", View::longestOverdue);
    slow.put("payer_parts_share", View::inPartsShare);
    slow.put("payer_open_paid_share", View::paidShareOfOpen);
    slow.put("payer_late_share_reminded", View::lateShareOfReminded);
    slow.put("payer_days_after_reminder", View::daysAfterReminder);
    slow.put("payer_reminders_read_share", View::readShare);
    slow.put("payer_plans_accepted", view -> view.count(InstalmentPlans::acceptedOn));
    slow.put("payer_plans_kept", view -> view.count(InstalmentPlans::keptOn));
    slow.put("payer_plans_broken", view -> view.count(InstalmentPlans::brokenOn));
    slow.put("amount_against_usual_fee_type", View::againstUsualOfFeeType);
    slow.put("fee_type_late_share", View::feeType);
    slow.put("district_late_share", View::district);
    slow.put("district_fee_type_late_share", View::districtFeeType);
    slow.put(
        "payer_partly_paid_bills",
        view ->
            view.before(_ -> true).isEmpty()
                ? Double.NaN
                : view.open().stream().filter(bill -> !view.parts(bill).isEmpty()).count());
    return slow;
  }

  @Property(tries = 100)
  void featuresAreWhatTheFactsSay(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int bills) {
    Histories histories = Histories.random(seed, bills);
    Payer payer = histories.payers().getFirst();
    List<FeatureRow> rows = histories.described(SCHEMA);
    for (int i = 0; i < bills; i++) {
      View view = new View(histories, payer, payer.bills().get(i));
      double[] numbers = rows.get(i).numbers();
      slow()
          .forEach(
              (name, feature) ->
                  assertSame(
                      name, numbers[SCHEMA.numbers().indexOf(name)], feature.applyAsDouble(view)));
    }
  }

  private static void assertSame(String name, double actual, double expected) {
    if (name.equals("payer_overdue_days") && Double.isNaN(actual)) {
      assertThat(expected).isZero();
    } else if (Double.isNaN(expected)) {
      assertThat(actual).as(name).isNaN();
    } else {
      assertThat(actual).as(name).isCloseTo(expected, within(1e-9));
    }
  }

  private static double share(List<Fact> judged, double prior) {
    return (judged.stream().filter(Fact::late).count() + 4 * prior) / (judged.size() + 4);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  private static double logit(double share) {
    return Math.log(share / (1 - share));
  }

  private static double days(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to);
  }
}
