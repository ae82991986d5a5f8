package org.feewise.assistant.payments;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.feewise.assistant.bills.BillsOnFile;

/** Citizens with bills, for tests of payment orders, and their removal. */
final class OrdersOnFile implements AutoCloseable {
  static final LocalDate TAX_DUE = LocalDate.of(2026, 10, 15);

  private final String prefix;
  private final BillsOnFile bills;

  OrdersOnFile(DataSource database, String prefix) throws SQLException {
    this.prefix = prefix;
    this.bills = new BillsOnFile(database, prefix);
  }

  String citizen() throws SQLException {
    String id = prefix + UUID.randomUUID();
    bills.update("insert into citizen (citizen_id, source) values (?, 'test')", id);
    return id;
  }

  /** CNY 1200.00 of income tax, 40 days late on 2026-11-24. */
  String lateTax(String citizenId) throws SQLException {
    return bills.open(citizenId, "INCOME_TAX", 120_000, LocalDate.of(2026, 9, 1), TAX_DUE);
  }

  /** A bill that is due on 2026-12-14. */
  String inTime(String citizenId, String feeType, long fen) throws SQLException {
    return bills.open(
        citizenId, feeType, fen, LocalDate.of(2026, 11, 20), LocalDate.of(2026, 12, 14));
  }

  /** Pays the rest of a bill. */
  void settle(String citizenId, String billNo, long fen, LocalDate on) throws SQLException {
    bills.pay(citizenId, billNo, fen, on);
    bills.update("update bill set settled_on = ? where bill_no = ?", on, billNo);
  }

  BillsOnFile bills() {
    return bills;
  }

  @Override
  public void close() throws SQLException {
    bills.close();
    for (String table :
        List.of("payment_order", "proposal", "payment_plan", "conversation", "citizen")) {
      bills.update("delete from " + table + " where starts_with(citizen_id, ?)", prefix);
    }
  }
}
