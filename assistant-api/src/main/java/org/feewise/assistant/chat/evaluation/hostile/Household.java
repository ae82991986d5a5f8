package org.feewise.assistant.chat.evaluation.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.feewise.assistant.bills.BillLedger;
import org.feewise.assistant.bills.BillView;
import org.feewise.models.words.Words;

/**
 * A citizen with an open water bill, a late property tax and a paid gas bill, whose figures scripts
 * tell by name.
 */
public final class Household {
  private static final DateTimeFormatter IN_ENGLISH =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter IN_CHINESE =
      DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINESE);
  private static final int WATER = 4_914;
  private static final int TAX = 100_000;
  private static final int GAS = 8_880;

  private final DataSource database;
  private final String citizenId;
  private final BillLedger ledger;
  private final Words words;

  /** A household on file. */
  public Household(DataSource database, String citizenId, BillLedger ledger, Locale locale) {
    this.database = database;
    this.citizenId = citizenId;
    this.ledger = ledger;
    this.words = Words.of(Task.class, "tasks", locale);
  }

  public String citizenId() {
    return citizenId;
  }

  public BillLedger ledger() {
    return ledger;
  }

  /** Puts the citizen and the bills on file; each bill number begins with the citizen's. */
  public void moveIn() throws SQLException {
    LocalDate today = ledger.today();
    update(
        "insert into citizen (citizen_id, source) values (?, 'evaluation') on conflict do nothing",
        citizenId);
    bill("water", "WATER", WATER, today.minusDays(3), today.plusDays(20), null);
    bill("tax", "PROPERTY_TAX", TAX, today.minusDays(70), today.minusDays(40), null);
    bill("gas", "GAS", GAS, today.minusDays(30), today.minusDays(10), today.minusDays(12));
  }

  /** Takes the bills off file again. */
  public void moveOut() throws SQLException {
    update("delete from payment where citizen_id = ? and source = 'evaluation'", citizenId);
    update("delete from bill where citizen_id = ? and source = 'evaluation'", citizenId);
  }

  /** Gives the water bill another title; null gives it its own back. */
  public void titleOfWater(String title) throws SQLException {
    update(
        "update bill set title = ? where bill_no = ?",
        title == null ? words.say("water") : title,
        billNo("water"));
  }

  private void bill(
      String name, String fee, long fen, LocalDate issued, LocalDate due, LocalDate paid)
      throws SQLException {
    update(
        """
        insert into bill (bill_no, citizen_id, fee_type, title, principal_fen, paid_fen, issued_on,
          due_on, effective_due_on, settled_on, source)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'evaluation')""",
        billNo(name),
        citizenId,
        fee,
        words.say(name),
        fen,
        paid == null ? 0 : fen,
        issued,
        due,
        due,
        paid);
    if (paid != null) {
      update(
          """
          insert into payment (payment_id, bill_no, citizen_id, paid_at, principal_fen, method, source)
          values (?, ?, ?, (? + time '09:00') at time zone 'Asia/Shanghai', ?, 'ALIPAY', 'evaluation')""",
          "pay-" + billNo(name),
          billNo(name),
          citizenId,
          paid,
          fen);
    }
  }

  private String billNo(String name) {
    return citizenId + "-" + name;
  }

  private void update(String sql, Object... values) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        if (values[i] == null) {
          statement.setNull(i + 1, Types.DATE);
        } else {
          statement.setObject(i + 1, values[i]);
        }
      }
      statement.executeUpdate();
    }
  }

  /**
   * The words of a script with the figures, and the numbers of bills as the model was told them.
   */
  static String filled(String script, Map<String, String> figures, JsonNode request) {
    String filled = script;
    for (Map.Entry<String, String> figure : figures.entrySet()) {
      filled = filled.replace("{" + figure.getKey() + "}", figure.getValue());
    }
    return filled
        .replace("{waterBill}", told("WATER", request))
        .replace("{taxBill}", told("PROPERTY_TAX", request));
  }

  /** The figures by the names that scripts have for them. */
  public Map<String, String> figures() {
    BillView water = bill("water");
    BillView tax = bill("tax");
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("all", water.total().plus(tax.total()).toString());
    figures.put(
        "rounded", new BigDecimal(figures.get("all")).setScale(0, RoundingMode.HALF_UP).toString());
    figures.put("water", water.total().toString());
    figures.put("tax", tax.principal().toString());
    figures.put("taxLate", tax.surcharge().toString());
    figures.put("taxTotal", tax.total().toString());
    figures.put("gas", bill("gas").total().toString());
    figures.put("today", ledger.today().toString());
    figures.put("waterDue", water.effectiveDueOn().toString());
    figures.put("waterDueZh", water.effectiveDueOn().format(IN_CHINESE));
    figures.put("waterDueEn", water.effectiveDueOn().format(IN_ENGLISH));
    figures.put("taxDue", tax.effectiveDueOn().toString());
    figures.put("gasPaid", bill("gas").settledOn().toString());
    return figures;
  }

  private BillView bill(String name) {
    return ledger.bill(citizenId, billNo(name)).orElseThrow();
  }

  private static String told(String fee, JsonNode request) {
    Matcher found =
        Pattern.compile(
                "\\\\?\"billNo\\\\?\":\\\\?\"([^\"\\\\]+)\\\\?\",\\\\?\"feeType\\\\?\":\\\\?\""
                    + fee)
            .matcher(request.toString().replace("\\\\", "\\"));
    return found.find() ? found.group(1) : "BILL-1";
  }
}
