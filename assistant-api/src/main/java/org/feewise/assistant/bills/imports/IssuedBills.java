package org.feewise.assistant.bills.imports;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.feewise.models.events.BillIssued;
import org.feewise.models.events.CloudEvent;
import org.feewise.models.events.EventJson;
import org.feewise.models.events.Topics;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;

/**
 * Leaves an event in the outbox for each open bill of a file, within the transaction that imports
 * it, so that new bills are told of as they are issued. A file with more open bills than a day's
 * handful is bulk history and told of to nobody.
 */
final class IssuedBills {
  /** More open bills than this are history that arrives in bulk. */
  static final int MOST_TOLD = 1_000;

  private static final String SOURCE = "/feewise/assistant";

  private final Connection connection;
  private final Clock clock;

  IssuedBills(Connection connection, Clock clock) {
    this.connection = connection;
    this.clock = clock;
  }

  void leaveInOutbox() throws SQLException {
    List<BillIssued> bills = open();
    if (bills.isEmpty() || bills.size() > MOST_TOLD) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement("insert into outbox (topic, key, payload) values (?, ?, ?)")) {
      for (BillIssued bill : bills) {
        insert.setString(1, Topics.BILLS);
        insert.setString(2, bill.citizenId());
        insert.setString(3, EventJson.write(event(bill)));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** The bill's number makes the id: a bill is issued once. */
  private CloudEvent<BillIssued> event(BillIssued bill) {
    String name = BillIssued.EVENT_TYPE + "|" + bill.billNo();
    return CloudEvent.of(
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString(),
        SOURCE,
        BillIssued.EVENT_TYPE,
        clock.instant(),
        bill.citizenId(),
        bill);
  }

  private List<BillIssued> open() throws SQLException {
    try (PreparedStatement open =
        connection.prepareStatement(
            """
            select bill_no, citizen_id, fee_type, fen, issued_on, due_on from staged_bill
            where reason is null and settled_on is null order by line limit ?""")) {
      open.setInt(1, MOST_TOLD + 1);
      try (ResultSet rows = open.executeQuery()) {
        List<BillIssued> bills = new ArrayList<>();
        while (rows.next()) {
          bills.add(
              new BillIssued(
                  rows.getString(1),
                  rows.getString(2),
                  FeeType.valueOf(rows.getString(3)),
                  Money.ofFen(rows.getLong(4)),
                  rows.getObject(5, LocalDate.class),
                  rows.getObject(6, LocalDate.class)));
        }
        return bills;
      }
    }
  }
}
