package org.feewise.assistant.chat.offline;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What kind of small talk a message is, by the name of its reply. */
final class Courtesy {
  private record Kind(String name, Pattern pattern) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              "cancel",
              Pattern.compile(
                  "算了|取消|不[交付办弄查看退问]|不用|作罢|撤销|never ?mind|forget|cancel|not now|later|changed my mind|won'?t")),
          new Kind("thanks", Pattern.compile("谢|辛苦|麻烦你|thank|thx|cheers|appreciat")),
          new Kind("bye", Pattern.compile("再见|拜|回见|下次见|bye|see you")),
          new Kind(
              "who",
              Pattern.compile(
                  "你是|你叫|你能|你会|你都|怎么用|介绍|who are|what are you|your name|can you do|help|robot|bot")),
          new Kind(
              "hello",
              Pattern.compile(
                  "你好|您好|在吗|早上|下午|晚上|哈喽|嗨|^hi|hello|hey|good (?:morning|afternoon|evening)")));

  private Courtesy() {}

  static String of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return KINDS.stream()
        .filter(kind -> kind.pattern.matcher(lower).find())
        .map(Kind::name)
        .findFirst()
        .orElse("other");
  }
}
