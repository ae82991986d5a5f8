package org.feewise.assistant.bills.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import org.feewise.assistant.bills.FreshDatabase;
import org.feewise.assistant.identity.PersonalCipher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityLoadTest {
  private static final PersonalCipher CIPHER = PersonalCipher.of(PersonalCipher.newKeyset());

  private FreshDatabase database;
  @TempDir Path city;

  @BeforeEach
  void createDatabaseAndFiles() throws SQLException, IOException {
    database = new FreshDatabase();
    database.execute("insert into citizen (citizen_id, source) values ('C1', 'demo')");
    write(
        "citizens/part-0.csv",
        """
        citizen_id,name,national_id,phone,email,address,locale,payer_kind,district,region,age_band,income_band,disabled,income_day,source
        C1,测一,11,13900000001,,"甲路1号, 2室",zh-CN,RESIDENT,东区,某市,30-44,LOW,false,10,city
        C2,Test Two,,,,,en,ENTERPRISE,,,,,,,city
        """);
    write("citizens/part-1.csv", "");
    write(
        "bills/part-0.csv",
        """
        bill_no,citizen_id,fee_type,title,period_from,period_to,principal_fen,issued_on,due_on,effective_due_on,decision_on,region,payer_kind,settled_on,paid_fen,source,attributes,changed_at
        W1,C1,WATER,水费,2026-10-01,2026-10-31,4914,2026-11-05,2026-11-21,2026-11-23,,,RESIDENT,2026-11-12,4914,city,{},2026-11-12T22:22:00+08:00
        F2,C2,TRAFFIC_FINE,罚款,,,20000,2026-11-01,2026-11-16,2026-11-16,2026-11-01,,ENTERPRISE,,0,city,"{""disputed"":true}",2026-11-01T08:00:00+08:00
        """);
    write(
        "payments/part-0.csv",
        """
        payment_id,bill_no,citizen_id,paid_at,principal_fen,surcharge_fen,discount_fen,fee_fen,method,channel,source
        P1,W1,C1,2026-11-12T22:22:00+08:00,4914,0,0,0,WECHAT_PAY,APP,city
        """);
    write(
        "reminders/part-0.csv",
        """
        reminder_id,citizen_id,bill_no,channel,reason,status,send_after,sent_at,read_at,attempts,created_at,source
        R1,C1,W1,SMS,DUE_SOON,SENT,2026-11-10T10:00:00+08:00,2026-11-10T10:00:00+08:00,,1,2026-11-10T10:00:00+08:00,city
        """);
  }

  @AfterEach
  void dropDatabase() throws SQLException {
    database.close();
  }

  @Test
  void allTablesAreFilledAndCitizensOfDemoAccountsTakeTheCitysValues() throws Exception {
    assertThat(load()).isTrue();

    assertThat(
            database.rows(
                """
                select citizen_id, locale, payer_kind, district, disabled, income_day, source,
                  name_cipher is null, email_cipher is null from citizen order by 1"""))
        .containsExactly(
            "C1|zh-CN|RESIDENT|东区|f|10|city|f|t", "C2|en|ENTERPRISE|null|null|null|city|f|t");
    assertThat(
            database.rows(
                "select bill_no, settled_on, attributes->>'disputed', changed_at at time zone 'UTC' from bill"
                    + " order by 1"))
        .containsExactly(
            "F2|null|true|2026-11-01 00:00:00", "W1|2026-11-12|null|2026-11-12 14:22:00");
    assertThat(database.rows("select payment_id, method from payment"))
        .containsExactly("P1|WECHAT_PAY");
    assertThat(database.rows("select reminder_id, read_at from reminder"))
        .containsExactly("R1|null");
    assertThat(database.rows("select name, detail from milestone"))
        .containsExactly("city-loaded|2 citizens, 2 bills, 1 payments, 1 reminders");
  }

  @Test
  void personalDataReachesTheDatabaseOnlyEncryptedAndBoundToItsCitizen() throws Exception {
    load();

    String stored =
        database
            .rows("select encode(address_cipher, 'hex') from citizen where citizen_id = 'C1'")
            .getFirst();
    byte[] cipher = HexFormat.of().parseHex(stored);
    assertThat(CIPHER.decrypt(cipher, "C1")).isEqualTo("甲路1号, 2室");
    assertThatThrownBy(() -> CIPHER.decrypt(cipher, "C2"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCityIsLoadedOnce() throws Exception {
    load();

    assertThat(load()).isFalse();
    assertThat(database.count("bill")).isEqualTo(2);
  }

  @Test
  void aFaultInTheLastFileLeavesNothingOfTheCity() throws Exception {
    write(
        "reminders/part-1.csv",
        """
        reminder_id,citizen_id,bill_no,channel,reason,status,send_after
        R2,C9,,SMS,DUE_SOON,SENT,2026-11-10T10:00:00+08:00
        """);

    assertThatThrownBy(this::load).isInstanceOf(SQLException.class);
    assertThat(database.count("bill")).isZero();
    assertThat(database.count("milestone")).isZero();
    assertThat(database.rows("select citizen_id, source from citizen")).containsExactly("C1|demo");
  }

  @Test
  void anUnknownColumnOrAMissingTableIsNamed() throws Exception {
    write("payments/part-1.csv", "payment_id,colour\nP2,blue\n");

    assertThatThrownBy(this::load)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("part-1.csv has the unknown column \"colour\"");
    assertThatThrownBy(() -> new CityLoad(database.source(), CIPHER).load(city.resolve("bills")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("it has no folder citizens");
  }

  private boolean load() throws IOException, SQLException {
    return new CityLoad(database.source(), CIPHER).load(city);
  }

  private void write(String name, String text) throws IOException {
    Path file = city.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
