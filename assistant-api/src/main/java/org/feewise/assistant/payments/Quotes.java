package org.feewise.assistant.payments;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feewise.assistant.bills.Bill;
import org.feewise.assistant.bills.BillLedger;
import org.feewise.assistant.bills.BillQuery;
import org.feewise.assistant.bills.BillView;
import org.feewise.assistant.plans.CatalogueMethods;
import org.feewise.assistant.problems.Problem;
import org.feewise.models.fees.FeeScope;
import org.feewise.models.fees.Surcharges;
import org.feewise.models.fees.catalogue.FeeCatalogue;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.plans.MethodTerms;

/** Says what settles a citizen's open bills today, and by which methods that can be paid. */
@ApplicationScoped
public class Quotes {
  private final BillLedger ledger;
  private final FeeCatalogue catalogue;

  Quotes(BillLedger ledger, Surcharges surcharges) {
    this.ledger = ledger;
    this.catalogue = surcharges.catalogue();
  }

  /**
   * What settles open bills today by the method wanted, whether or not it carries that much;
   * without one, by the cheapest that does.
   *
   * @param wanted may be null
   * @return empty when no method carries it
   * @throws Problem 404 for a bill that is not the citizen's, 409 for one that is paid
   */
  public Optional<Quote> of(String citizenId, List<String> billNos, PaymentMethod wanted) {
    List<BillView> bills = open(citizenId, billNos);
    List<MethodTerms> methods = methods(citizenId, billNos);
    if (wanted != null) {
      return Optional.of(quote(bills, termsOf(wanted, methods)));
    }
    return methods.stream()
        .map(terms -> quote(bills, terms))
        .filter(quote -> overLimit(termsOf(quote.method(), methods), quote).isEmpty())
        .min(Comparator.comparing(Quote::fee));
  }

  /**
   * Why what was quoted cannot be paid so any more: a bill is paid, an amount has changed, or the
   * method does not carry it.
   *
   * @return empty when it still can
   */
  public Optional<Problem> obstacle(String citizenId, Quote quoted) {
    try {
      MethodTerms terms = termsOf(quoted.method(), methods(citizenId, quoted.billNos()));
      Quote now = quote(open(citizenId, quoted.billNos()), terms);
      return changed(quoted, now).or(() -> overLimit(terms, now));
    } catch (Problem problem) {
      return Optional.of(problem);
    }
  }

  private List<BillView> open(String citizenId, List<String> billNos) {
    Map<String, BillView> open = ledger.owed(citizenId, BillQuery.open()).byNumber();
    return billNos.stream()
        .map(
            billNo ->
                Optional.ofNullable(open.get(billNo)).orElseThrow(() -> notOpen(citizenId, billNo)))
        .toList();
  }

  private Problem notOpen(String citizenId, String billNo) {
    return ledger.bill(citizenId, billNo).isPresent()
        ? new Problem(Quotes.class, 409, "bill-settled", billNo).at("billNos")
        : new Problem(Quotes.class, 404, "no-such-bill", billNo).at("billNos");
  }

  /** The terms that hold where the bill due soonest is from, as in a plan. */
  private List<MethodTerms> methods(String citizenId, List<String> billNos) {
    Optional<FeeScope> scope =
        ledger.open(citizenId, BillQuery.open()).stream()
            .filter(bill -> billNos.contains(bill.billNo()))
            .min(Comparator.comparing(Bill::effectiveDueOn).thenComparing(Bill::billNo))
            .map(Bill::scope);
    return scope.map(of -> CatalogueMethods.of(catalogue, of, ledger.today())).orElse(List.of());
  }

  private static MethodTerms termsOf(PaymentMethod wanted, List<MethodTerms> methods) {
    return methods.stream()
        .filter(terms -> terms.method() == wanted)
        .findFirst()
        .orElseGet(() -> MethodTerms.free(wanted));
  }

  private Quote quote(List<BillView> bills, MethodTerms terms) {
    return new Quote(
        ledger.today(), terms.method(), bills.stream().map(bill -> line(bill, terms)).toList());
  }

  private static OrderLine line(BillView bill, MethodTerms terms) {
    return new OrderLine(
        bill.billNo(),
        bill.feeType(),
        bill.title(),
        bill.total().minus(bill.surcharge()),
        bill.surcharge(),
        terms.fee(bill.total()));
  }

  private static Optional<Problem> changed(Quote quoted, Quote now) {
    for (int line = 0; line < quoted.lines().size(); line++) {
      OrderLine before = quoted.lines().get(line);
      OrderLine after = now.lines().get(line);
      if (!before.costsTheSameAs(after)) {
        return Optional.of(
            new Problem(
                    Quotes.class,
                    409,
                    "amount-changed",
                    before.billNo(),
                    before.total().toString(),
                    after.total().toString())
                .at("bills"));
      }
    }
    return Optional.empty();
  }

  private static Optional<Problem> overLimit(MethodTerms terms, Quote quote) {
    return quote.lines().stream()
        .filter(line -> terms.perPayment().filter(limit -> isOver(line.due(), limit)).isPresent())
        .findFirst()
        .map(
            line ->
                problem(
                    "over-payment-limit",
                    terms.perPayment().orElseThrow().toString(),
                    line.billNo(),
                    line.due().toString()))
        .or(
            () ->
                terms
                    .perDay()
                    .filter(limit -> isOver(quote.due(), limit))
                    .map(
                        limit ->
                            problem("over-day-limit", limit.toString(), quote.due().toString())));
  }

  private static boolean isOver(Money amount, Money limit) {
    return amount.compareTo(limit) > 0;
  }

  private static Problem problem(String name, Object... arguments) {
    return new Problem(Quotes.class, 409, name, arguments).at("method");
  }
}
