package org.feewise.assistant.chat.veil;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.feewise.assistant.identity.PersonalCipher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what stands on file of a citizen, to keep it from a language model. */
@ApplicationScoped
public class CitizenFile {
  private static final Logger LOG = LoggerFactory.getLogger(CitizenFile.class);
  private static final String SEALED =
      "select name_cipher, national_id_cipher, phone_cipher, email_cipher, address_cipher"
          + " from citizen where citizen_id = ?";
  private static final String ACCOUNT =
      "select account, display_name from account where citizen_id = ?";
  private static final String BILLS = "select bill_no from bill where citizen_id = ?";

  private final DataSource database;
  private final PersonalCipher cipher;

  CitizenFile(DataSource database, PersonalCipher cipher) {
    this.database = database;
    this.cipher = cipher;
  }

  private interface Row {
    void read(ResultSet row) throws SQLException;
  }

  /** What stands there of the citizen of that id, the id included. */
  public OnFile of(String citizenId) {
    List<String> personal = new ArrayList<>(List.of(citizenId));
    List<String> billNos = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      each(connection, SEALED, citizenId, row -> opened(row, citizenId, personal));
      each(
          connection,
          ACCOUNT,
          citizenId,
          row -> personal.addAll(List.of(row.getString(1), row.getString(2))));
      each(connection, BILLS, citizenId, row -> billNos.add(row.getString(1)));
    } catch (SQLException e) {
      throw new IllegalStateException("what is on file of a citizen could not be read", e);
    }
    return new OnFile(List.copyOf(personal), List.copyOf(billNos));
  }

  private static void each(Connection connection, String sql, String citizenId, Row row)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, citizenId);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          row.read(rows);
        }
      }
    }
  }

  /** A value that no key opens is told to nobody, so it need not be kept from anybody. */
  private void opened(ResultSet row, String citizenId, List<String> personal) throws SQLException {
    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
      try {
        String value = cipher.decrypt(row.getBytes(column), citizenId);
        if (value != null) {
          personal.add(value);
        }
      } catch (IllegalArgumentException unreadable) {
        LOG.warn("a personal value on file cannot be read with this key");
      }
    }
  }
}
