package org.feewise.assistant.chat.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.feewise.assistant.chat.dialogue.Topic;
import org.feewise.assistant.chat.dialogue.Understood;
import org.feewise.assistant.chat.slots.Slot;
import org.feewise.assistant.chat.slots.Slots;
import org.feewise.assistant.chat.understanding.Intent;
import org.feewise.assistant.chat.understanding.Language;
import org.feewise.models.fees.FeeType;
import org.feewise.models.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NOTHING = "{\"question\": \"?\", \"passages\": []}";

  @ParameterizedTest
  @CsvSource({
    "INCOME_TAX, 12366",
    "SOCIAL_INSURANCE, 12333",
    "MEDICAL_INSURANCE, 12393",
    "TRAFFIC_FINE, 12123",
    "ADMIN_FINE, 12345",
    "ELECTRICITY, 95598",
    "GAS, 12315",
    "TUITION, 12345",
    "PARKING, 12315",
    "NON_TAX, 12345"
  })
  void whereNoParagraphFitsTheReplySaysSoAndWhoKnows(FeeType fee, String telephone)
      throws JsonProcessingException {
    Slots slots = Slots.NONE.with(Slot.FEE_TYPE, fee);
    assertThat(reply(Language.CHINESE, slots, NOTHING)).contains("不知道").contains(telephone);
    assertThat(reply(Language.ENGLISH, slots, NOTHING)).contains("don't know").contains(telephone);
  }

  @Test
  void withoutAFeeTheCityHotlineKnows() throws JsonProcessingException {
    assertThat(reply(Language.CHINESE, Slots.NONE, NOTHING)).contains("12345");
  }

  @Test
  void aParagraphIsToldWithItsLaw() throws JsonProcessingException {
    String found =
        """
        {"question": "?", "passages": [{"title": "罚款", "article": "《行政处罚法》第66条",
         "text": "确有经济困难的，可以申请分期。"}]}
        """;
    assertThat(reply(Language.CHINESE, Slots.NONE, found))
        .isEqualTo("确有经济困难的，可以申请分期。\n依据：《行政处罚法》第66条");
  }

  private static String reply(Language language, Slots slots, String found)
      throws JsonProcessingException {
    Understood understood =
        new Understood(
            "?",
            language,
            Intent.POLICY_ASK,
            slots,
            0.9,
            Intent.BILL_QUERY,
            Topic.NONE,
            Optional.empty());
    Words words = Words.of(OfflineModel.class, "replies", language.locale());
    return new Wording(words, understood).of(List.of(JSON.readTree(found)));
  }
}
