package org.feewise.assistant.plans.wording;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.feewise.assistant.bills.Bill;
import org.feewise.assistant.plans.BillTerms;
import org.feewise.assistant.plans.PlanView;
import org.feewise.assistant.plans.view.IfMissed;
import org.feewise.models.money.Money;
import org.feewise.models.plans.BillCost;
import org.feewise.models.plans.PayDate;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanBill;
import org.feewise.models.plans.PlanCheck;
import org.feewise.models.plans.PlanProblem;
import org.feewise.models.plans.advice.Settlement;
import org.feewise.models.words.Words;

/** Words one payment: why then, on which law, and what paying it later costs. */
final class LineWording {
  private static final int A_WEEK = 7;

  private final PlanProblem problem;
  private final Map<String, Bill> bills;
  private final BillTerms terms;
  private final Words words;

  LineWording(PlanProblem problem, Map<String, Bill> bills, BillTerms terms, Words words) {
    this.problem = problem;
    this.bills = bills;
    this.terms = terms;
    this.words = words;
  }

  List<PlanView.Line> of(List<Payment> payments, PlanCheck check) {
    Map<String, BillCost> costs =
        check.bills().stream().collect(toMap(cost -> cost.bill().billNo(), Function.identity()));
    return payments.stream()
        .map(
            payment ->
                line(
                    payment,
                    costs.get(payment.billNo()),
                    payments.stream()
                        .filter(other -> other.billNo().equals(payment.billNo()))
                        .toList()))
        .toList();
  }

  Money withFee(Payment payment) {
    return payment.amount().plus(fee(payment));
  }

  private Money fee(Payment payment) {
    return problem.terms(payment.method()).fee(payment.amount());
  }

  private PlanView.Line line(Payment payment, BillCost cost, List<Payment> own) {
    return new PlanView.Line(
        payment.billNo(),
        bills.get(payment.billNo()).title(),
        payment.on(),
        payment.method(),
        payment.amount(),
        fee(payment),
        principal(payment, cost, own),
        reason(payment, cost),
        law(payment, cost),
        cost.settled() ? ifMissed(payment, cost, own) : List.of());
  }

  /** On the last day the largest payment carries the surcharge and the discount. */
  private static Money principal(Payment payment, BillCost cost, List<Payment> own) {
    List<Payment> last = own.stream().filter(other -> other.on().equals(cost.lastDate())).toList();
    Payment largest = last.stream().max(Comparator.comparing(Payment::amount)).orElseThrow();
    return cost.settled() && payment.equals(largest)
        ? payment.amount().minus(cost.surcharge()).plus(cost.discount())
        : payment.amount();
  }

  private String reason(Payment payment, BillCost cost) {
    boolean last = cost.settled() && payment.on().equals(cost.lastDate());
    long late = cost.bill().lateDays(payment.on());
    String due = cost.bill().dueOn().toString();
    List<String> parts = new ArrayList<>();
    parts.add(
        late == 0
            ? words.say("line.in-time", due)
            : words.say("line.late", Long.toString(late), due));
    if (last && cost.surcharge().isPositive()) {
      parts.add(words.say("line.surcharge", cost.surcharge().toString()));
    }
    if (last && cost.discount().isPositive()) {
      parts.add(words.say("line.discount", cost.discount().toString()));
    }
    if (cost.payments() > 1) {
      parts.add(words.say(last ? "line.rest" : "line.part"));
    }
    Money fee = fee(payment);
    parts.add(fee.isZero() ? words.say("line.no-fee") : words.say("line.fee", fee.toString()));
    return String.join(words.say("separator"), parts);
  }

  /** The discount's law where one is taken, else the surcharge's that is avoided or paid. */
  private String law(Payment payment, BillCost cost) {
    Bill bill = bills.get(payment.billNo());
    return cost.discount().isPositive()
        ? terms.discountLaw(bill, words.locale()).orElse(null)
        : terms.surchargeLaw(cost.bill(), bill, words.locale()).orElse(null);
  }

  private List<IfMissed> ifMissed(Payment payment, BillCost cost, List<Payment> own) {
    Stream<LocalDate> next =
        problem.payDates().stream()
            .map(PayDate::on)
            .filter(day -> day.isAfter(payment.on()))
            .limit(1);
    return Stream.concat(next, Stream.of(payment.on().plusDays(A_WEEK)))
        .distinct()
        .sorted()
        .flatMap(day -> missed(payment, cost, own, day).stream())
        .toList();
  }

  private Optional<IfMissed> missed(
      Payment payment, BillCost cost, List<Payment> own, LocalDate day) {
    PlanBill bill = cost.bill();
    List<Payment> later = new ArrayList<>(own);
    later.set(
        later.indexOf(payment),
        new Payment(payment.billNo(), day, payment.method(), payment.amount()));
    return Settlement.of(bill, later)
        .map(
            settled -> {
              var principal = Settlement.principal(bill, settled);
              Money surcharge = bill.surchargeOn(principal).minus(cost.surcharge());
              Money lost = cost.discount().minus(bill.discountWhenPaidBy(principal.lastKey()));
              return worded(bill, day, surcharge, lost);
            });
  }

  private IfMissed worded(PlanBill bill, LocalDate day, Money surcharge, Money lost) {
    String key =
        lost.isPositive()
            ? surcharge.isPositive() ? "missed.both" : "missed.discount"
            : surcharge.isPositive()
                ? "missed.surcharge"
                : bill.lateDays(day) > 0 ? "missed.late-free" : "missed.in-time";
    return new IfMissed(
        day,
        surcharge,
        lost,
        surcharge.plus(lost),
        terms.surchargeLaw(bill, bills.get(bill.billNo()), words.locale()).orElse(null),
        words.say(key, day.toString(), surcharge.toString(), lost.toString()));
  }
}
