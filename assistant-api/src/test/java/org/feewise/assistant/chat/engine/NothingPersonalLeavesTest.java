package org.feewise.assistant.chat.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.feewise.assistant.bills.BillsOnFile;
import org.feewise.assistant.chat.evaluation.hostile.Household;
import org.feewise.assistant.chat.evaluation.hostile.ModelStandIn;
import org.feewise.assistant.chat.evaluation.hostile.ModelStandIn.Call;
import org.feewise.assistant.chat.reply.Answer;
import org.feewise.assistant.chat.reply.Assistant;
import org.feewise.assistant.chat.reply.Listener;
import org.feewise.assistant.identity.PersonalCipher;
import org.feewise.models.words.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NothingPersonalLeavesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CITIZEN = "C0000009";
  private static final List<String> PERSONAL =
      List.of(
          "司徒明月", "110101199003077758", "13700001234", "mingyue.st@example.cn", "槐树街88号2单元1203");
  private static final List<String> COLUMNS =
      List.of(
          "name_cipher", "national_id_cipher", "phone_cipher", "email_cipher", "address_cipher");
  private static final List<String> BILLS =
      List.of(CITIZEN + "-water", CITIZEN + "-tax", CITIZEN + "-gas");
  private static final int CONVERSATIONS = 60;

  @Inject DataSource database;
  @Inject PersonalCipher cipher;
  @Inject Talks talks;

  private ModelStandIn model;
  private BillsOnFile file;
  private Household household;

  @BeforeEach
  void begin() throws IOException, SQLException {
    model = new ModelStandIn();
    file = new BillsOnFile(database, "PERSONAL-");
    household = new Household(database, CITIZEN, talks.ledger, Words.CHINESE);
    household.moveOut();
    household.moveIn();
    for (int i = 0; i < COLUMNS.size(); i++) {
      file.update(
          "update citizen set " + COLUMNS.get(i) + " = ? where citizen_id = ?",
          cipher.encrypt(PERSONAL.get(i), CITIZEN),
          CITIZEN);
    }
    household.titleOfWater("司徒明月 槐树街88号2单元1203 的水费");
  }

  @AfterEach
  void end() throws SQLException {
    model.close();
    household.moveOut();
    for (String column : COLUMNS) {
      file.update("update citizen set " + column + " = null where citizen_id = ?", CITIZEN);
    }
    file.close();
  }

  /** Each conversation has three turns; what was said and answered goes with the next. */
  @Test
  void noValueOnFileAndNoBillNumberIsInAnyRequest() throws IOException {
    Assistant assistant = talks.assistant(model.url(), "PT20S");
    for (String said : said().limit(CONVERSATIONS).toList()) {
      List<ChatMessage> earlier = new ArrayList<>();
      for (String text :
          List.of(
              said,
              "我是"
                  + PERSONAL.getFirst()
                  + ",住"
                  + PERSONAL.get(4)
                  + ",查账单"
                  + BILLS.getFirst()
                  + "还欠多少",
              "再看看" + BILLS.get(1) + "的滞纳金,电话" + PERSONAL.get(2) + ",证件" + PERSONAL.get(1))) {
        model.willCall(
            new Call("bills", "{}"),
            new Call("payments", "{}"),
            new Call("surcharge", "{}"),
            new Call("plan", "{\"instalments\":2}"));
        model.willSay("好的。");
        Answer answer = talks.ask(assistant, CITIZEN, text, locale(text), earlier, Listener.NONE);
        earlier.add(UserMessage.from(text));
        earlier.add(AiMessage.from(answer.reply()));
      }
    }
    assertThat(model.requests()).hasSizeGreaterThan(CONVERSATIONS);
    for (JsonNode request : model.requests()) {
      assertThat(request.toString())
          .doesNotContain(PERSONAL)
          .doesNotContain(BILLS)
          .doesNotContain(CITIZEN, "0000009", "citizen9", "市民 9");
    }
  }

  /** The model asks for a bill by its stand-in and names it so; the citizen reads the number. */
  @Test
  void aStandInIsTurnedBackInCallsAndInTheReply() {
    model.willCall(new Call("bills", "{}"));
    model.willCall(new Call("surcharge", "{\"billNo\":\"BILL-1\"}"));
    model.willSay("房产税（单号 BILL-1）的滞纳金是 20.00 元。");
    Answer answer =
        talks.ask(
            talks.assistant(model.url(), "PT20S"),
            CITIZEN,
            "房产税的滞纳金是多少",
            Words.CHINESE,
            List.of(),
            Listener.NONE);
    assertThat(answer.author()).isEqualTo(Answer.Author.MODEL);
    assertThat(answer.reply()).isEqualTo("房产税（单号 " + BILLS.get(1) + "）的滞纳金是 20.00 元。");
    assertThat(answer.tools().get(1).args()).containsEntry("billNo", BILLS.get(1));
  }

  private static Locale locale(String text) {
    return text.chars().anyMatch(c -> c > 0x2e80) ? Words.CHINESE : Words.ENGLISH;
  }

  /** First messages of the conversations that ship. */
  private static Stream<String> said() throws IOException {
    String cases =
        new String(
            NothingPersonalLeavesTest.class
                .getResourceAsStream("/org/feewise/assistant/chat/cases.zh.jsonl")
                .readAllBytes(),
            StandardCharsets.UTF_8);
    return cases.lines().map(NothingPersonalLeavesTest::first).distinct();
  }

  private static String first(String line) {
    try {
      return JSON.readTree(line).at("/turns/0/say").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
