package org.feewise.assistant.chat.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.feewise.assistant.chat.policy.PolicyLibrary;
import org.feewise.assistant.chat.understanding.Language;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;

/**
 * The tools of one turn, bound to the citizen who signed in: none takes a citizen's id, so whatever
 * the text or a model asks for, nobody else's data can be read.
 */
public final class CitizenTools {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final CitizenBills bills;
  private final CitizenPlan plan;
  private final PolicyLibrary policies;
  private final Language language;
  private final Optional<Money> before;
  private final Consumer<ToolUse> watcher;
  private final List<ToolUse> uses = Collections.synchronizedList(new ArrayList<>());

  /**
   * Binds the tools.
   *
   * @param before what the same question came to before, told beside a plan or surcharges
   * @param watcher told of every call as soon as its result is there
   */
  public CitizenTools(
      CitizenBills bills,
      CitizenPlan plan,
      PolicyLibrary policies,
      Language language,
      Optional<Money> before,
      Consumer<ToolUse> watcher) {
    this.bills = bills;
    this.plan = plan;
    this.policies = policies;
    this.language = language;
    this.before = before;
    this.watcher = watcher;
  }

  /** The calls so far, in order. */
  public List<ToolUse> uses() {
    return List.copyOf(uses);
  }

  /** The plan made last that pays everything; empty when none was. */
  public Optional<MadePlan> plan() {
    return plan.made();
  }

  @Tool(
      "Bills of the signed-in citizen with what settles each today; amounts in CNY. Use it for what is owed.")
  public String bills(
      @P(value = "fee type", required = false) FeeType feeType,
      @P(value = "first day of the bill period, yyyy-MM-dd", required = false) String from,
      @P(value = "last day of the bill period, yyyy-MM-dd", required = false) String to,
      @P(value = "UNPAID (includes overdue), OVERDUE or PAID", required = false) String status,
      @P(value = "number of one bill", required = false) String billNo) {
    Map<String, Object> args =
        args("feeType", feeType, "from", from, "to", to, "status", status, "billNo", billNo);
    return read(
        "bills",
        args,
        () -> bills.bills(new BillQuestion(feeType, day(from), day(to), status, billNo)));
  }

  @Tool(
      "Deadlines of the citizen's open bills, soonest first, and whether a planned day is in time.")
  public String deadlines(
      @P(value = "fee type", required = false) FeeType feeType,
      @P(value = "first day, yyyy-MM-dd", required = false) String from,
      @P(value = "last day, yyyy-MM-dd", required = false) String to,
      @P(value = "planned payment day, yyyy-MM-dd", required = false) String by,
      @P(value = "number of one bill", required = false) String billNo) {
    Map<String, Object> args =
        args("feeType", feeType, "from", from, "to", to, "by", by, "billNo", billNo);
    return read(
        "deadlines",
        args,
        () ->
            bills.deadlines(new BillQuestion(feeType, day(from), day(to), null, billNo), day(by)));
  }

  @Tool("Payments the citizen has made and that were received, latest first.")
  public String payments(
      @P(value = "fee type", required = false) FeeType feeType,
      @P(value = "first day of payment, yyyy-MM-dd", required = false) String from,
      @P(value = "last day of payment, yyyy-MM-dd", required = false) String to,
      @P(value = "payment method", required = false) PaymentMethod method) {
    Map<String, Object> args = args("feeType", feeType, "from", from, "to", to, "method", method);
    return read("payments", args, () -> bills.payments(feeType, day(from), day(to), method));
  }

  @Tool(
      "Late surcharge of the citizen's open bills if paid on a day, with rate, days, law and explanation.")
  public String surcharge(
      @P(value = "fee type", required = false) FeeType feeType,
      @P(value = "number of one bill", required = false) String billNo,
      @P(value = "day of payment, yyyy-MM-dd; today if absent", required = false) String payOn,
      @P(value = "first day of the bill period, yyyy-MM-dd", required = false) String from,
      @P(value = "last day of the bill period, yyyy-MM-dd", required = false) String to) {
    Map<String, Object> args =
        args("feeType", feeType, "billNo", billNo, "payOn", payOn, "from", from, "to", to);
    return read(
        "surcharge",
        args,
        () ->
            bills.surcharges(
                new BillQuestion(feeType, day(from), day(to), null, billNo), day(payOn)));
  }

  @Tool("The cheapest payment plan for the citizen's open bills, proven by an optimiser.")
  public String plan(
      @P(value = "fee type", required = false) FeeType feeType,
      @P(value = "number of one bill", required = false) String billNo,
      @P(value = "most CNY a month, decimal string", required = false) String monthlyBudget,
      @P(value = "number of monthly instalments", required = false) Integer instalments,
      @P(value = "first day of payment, yyyy-MM-dd", required = false) String firstDay,
      @P(value = "payment method", required = false) PaymentMethod method) {
    Map<String, Object> args =
        args(
            "feeType",
            feeType,
            "billNo",
            billNo,
            "monthlyBudget",
            monthlyBudget,
            "instalments",
            instalments,
            "firstDay",
            firstDay,
            "method",
            method);
    return used(
        "plan",
        args,
        () ->
            plan.make(
                new BillQuestion(feeType, null, null, null, billNo),
                new CitizenPlan.Limits(
                    Optional.ofNullable(monthlyBudget).map(Money::parse),
                    Optional.ofNullable(instalments),
                    Optional.ofNullable(day(firstDay)),
                    Optional.ofNullable(method))));
  }

  @Tool(
      "Rules about fees, relief, deferral, refunds, disputes, receipts and ways to pay, with their law.")
  public String policy(
      @P("the question in the citizen's words") String question,
      @P(value = "fee type", required = false) FeeType feeType,
      @P(value = "only rules that answer with at least this probability, 0 to 1", required = false)
          Double surely) {
    return used(
        "policy",
        args("question", question, "feeType", feeType, "surely", surely),
        () ->
            new Found.Passages(
                question,
                policies.passages(
                    language,
                    question,
                    Optional.ofNullable(feeType),
                    surely == null ? 0 : surely)));
  }

  private interface Work {
    Found find();
  }

  /** Work that reads the database a few times and not for long, in one transaction. */
  private String read(String name, Map<String, Object> args, Work work) {
    return used(name, args, () -> QuarkusTransaction.joiningExisting().call(work::find));
  }

  private String used(String name, Map<String, Object> args, Work work) {
    Found found;
    try {
      found = work.find();
    } catch (DateTimeException | IllegalArgumentException e) {
      found = new Found.NotFound("argument not understood: " + e.getMessage(), null);
    }
    JsonNode result = JSON.valueToTree(found);
    ToolUse use = new ToolUse(name, args, result);
    before.ifPresent(amount -> compare(use, amount));
    uses.add(use);
    watcher.accept(use);
    return result.toString();
  }

  private static void compare(ToolUse use, Money before) {
    use.figure()
        .ifPresent(
            now -> {
              Money more = now.minus(before);
              ObjectNode told = (ObjectNode) use.result();
              told.put("before", before.toString());
              told.put("difference", (more.isNegative() ? more.negated() : more).toString());
            });
  }

  private static LocalDate day(String text) {
    return text == null || text.isBlank() ? null : LocalDate.parse(text);
  }

  private static Map<String, Object> args(Object... namesAndValues) {
    Map<String, Object> args = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != null) {
        Object value = namesAndValues[i + 1];
        args.put((String) namesAndValues[i], value instanceof Number ? value : value.toString());
      }
    }
    return args;
  }
}
