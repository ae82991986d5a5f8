package org.feewise.analytics.risk;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Invoices of our own making: customers with habits of their own, in American dates. */
final class Invoices {
  static final String MAPPING =
      """
      bill: no
      payer: customer
      issuedOn: {column: sent, format: M/d/yyyy}
      dueOn: {column: due, format: M/d/yyyy}
      settledOn: {column: settled, format: M/d/yyyy}
      amount: amount
      attributes: [paper, score]
      forbidden: [days]
      """;
  static final String HEADER = "no,customer,sent,due,settled,amount,paper,score,days";
  private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("M/d/yyyy");

  private Invoices() {}

  /** Lines without a header, in no order of time. */
  static List<String> lines(int rows) {
    SplittableRandom random = new SplittableRandom(9);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      int customer = random.nextInt(60);
      LocalDate sent = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(600));
      boolean paper = random.nextBoolean();
      double score = random.nextDouble() * 10;
      double chance = (customer % 4 == 0 ? 0.7 : 0.1) + (paper ? 0.12 : 0) + (score > 7 ? 0.1 : 0);
      boolean late = random.nextDouble() < chance;
      LocalDate due = sent.plusDays(30);
      LocalDate settled =
          late ? due.plusDays(1 + random.nextInt(15)) : due.minusDays(random.nextInt(25));
      lines.add(
          "%d,cust-%d,%s,%s,%s,%d.50,%s,%s,%d"
              .formatted(
                  1000 + i,
                  customer,
                  AMERICAN.format(sent),
                  AMERICAN.format(due),
                  AMERICAN.format(settled),
                  20 + random.nextInt(200),
                  paper ? "Paper" : "Electronic",
                  i % 11 == 0 ? "nan" : Double.toString(score),
                  late ? settled.toEpochDay() - due.toEpochDay() : 0));
    }
    return lines;
  }
}
