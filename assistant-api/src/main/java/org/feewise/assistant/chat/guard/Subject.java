package org.feewise.assistant.chat.guard;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feewise.assistant.chat.slots.FeeNames;
import org.feewise.models.fees.FeeType;

/**
 * The bills or fees that a part of a reply is about.
 *
 * @param billNos in lower case; where there are any, the fees do not count
 */
record Subject(Set<String> billNos, Set<FeeType> fees) {
  static final Subject NONE = new Subject(Set.of(), Set.of());

  private static final Pattern BILL = Pattern.compile("¤([^ ]+) ");

  static Subject of(FeeType fee) {
    return new Subject(Set.of(), Set.of(fee));
  }

  /** How the text of a reply names a bill once its title and number are taken out. */
  static String marked(String billNo) {
    return " ¤" + billNo.toLowerCase(Locale.ROOT) + " ";
  }

  static String withoutBillNos(String text) {
    return BILL.matcher(text).replaceAll(" ");
  }

  /** What a text names: the bills by number or title, else the fees. */
  static Subject in(String text, Facts facts) {
    Set<String> bills = new LinkedHashSet<>();
    Matcher marked = BILL.matcher(text);
    while (marked.find()) {
      bills.add(marked.group(1));
    }
    Set<FeeType> fees = EnumSet.noneOf(FeeType.class);
    if (bills.isEmpty()) {
      FeeNames.in(text).forEach(named -> fees.add(named.fee()));
    } else {
      facts.bills().stream()
          .filter(bill -> bills.contains(bill.billNo()) && bill.fee() != null)
          .forEach(bill -> fees.add(bill.fee()));
    }
    return bills.isEmpty() && fees.isEmpty() ? NONE : new Subject(bills, fees);
  }

  boolean isNone() {
    return billNos.isEmpty() && fees.isEmpty();
  }

  /** Whether a fact is of it. */
  boolean has(String billNo, FeeType fee) {
    return billNos.isEmpty()
        ? fee != null && fees.contains(fee)
        : billNo != null && billNos.contains(billNo);
  }

  /** The same where at least one of several facts is meant. */
  <T extends Facts.OfBill> List<T> of(List<T> facts) {
    return facts.stream().filter(fact -> has(fact.billNo(), fact.fee())).toList();
  }
}
