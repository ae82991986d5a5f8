package org.feewise.assistant.chat.dialogue;

import java.util.regex.Pattern;

/** Whose bills a message speaks of. */
public final class Whose {
  private static final Pattern SPEAKER =
      Pattern.compile("[我俺咱]|本人|\\b(?:i|my|me|mine|we|our)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern OWN_NOW =
      Pattern.compile(
          "我自己|自己的|我的|\\bmine\\b|\\bmy (?:own|(?:unpaid |open |latest )?bills?|account)\\b");

  private static final Pattern FOR_ANOTHER =
      Pattern.compile(
          "[给替帮为代]((我|俺|咱)(们)?家?)?(的)?"
              + "(爸|妈|爹|娘|父|母|爷|奶|姥|外公|外婆|老公|老婆|丈夫|妻|爱人|孩子|儿|女|哥|姐|弟|妹"
              + "|叔|姑|舅|姨|公公|婆婆|岳|老人|家里|朋友|同事|邻居|房东|租客|别人|他|她)"
              + "|\\b(my|our|his|her|their|the) "
              + "(mother|mum|mom|father|dad|parent|wife|husband|son|daughter|child|kid|grand\\w+"
              + "|brother|sister|uncle|aunt|friend|neighbou?r|tenant|landlord|family)");

  private Whose() {}

  /** Whether the speakers are mentioned: "what do I owe if I pay late". */
  public static boolean namesSpeaker(String text) {
    return SPEAKER.matcher(text).find();
  }

  /** Whether a message, in lower case, turns to what is the speaker's own: "okay, mine then". */
  static boolean turnsToOwn(String text) {
    return OWN_NOW.matcher(text).find();
  }

  /** Whether a wish to pay, in lower case, is for a bill on another's name. */
  public static boolean isForAnother(String text) {
    return FOR_ANOTHER.matcher(text).find();
  }
}
