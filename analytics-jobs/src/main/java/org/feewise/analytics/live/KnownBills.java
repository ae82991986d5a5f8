package org.feewise.analytics.live;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.feewise.analytics.history.HouseDatabase;
import org.feewise.models.events.BillIssued;

/**
 * Open bills as the house itself names them, with the citizens who owe them.
 *
 * <p>What an event says enters no query but as a parameter of the one here; what is asked next is
 * asked with these names.
 */
record KnownBills(Set<String> bills, Set<String> citizens) {

  /** Which of the bills stand in the house, are owed by the citizen told and are not settled. */
  static KnownBills among(List<BillIssued> told, HouseDatabase database) throws SQLException {
    Set<String> bills = new HashSet<>();
    Set<String> citizens = new HashSet<>();
    try (Connection connection = database.connect();
        PreparedStatement open =
            connection.prepareStatement(
                """
                select bill_no, citizen_id
                from bill join unnest(?::text[], ?::text[]) as told (bill_no, citizen_id)
                  using (bill_no, citizen_id)
                where settled_on is null""")) {
      open.setArray(1, connection.createArrayOf("text", column(told, BillIssued::billNo)));
      open.setArray(2, connection.createArrayOf("text", column(told, BillIssued::citizenId)));
      try (ResultSet rows = open.executeQuery()) {
        while (rows.next()) {
          bills.add(rows.getString(1));
          citizens.add(rows.getString(2));
        }
      }
    }
    return new KnownBills(bills, citizens);
  }

  private static Object[] column(List<BillIssued> told, Function<BillIssued, String> field) {
    return told.stream().map(field).toArray();
  }
}
