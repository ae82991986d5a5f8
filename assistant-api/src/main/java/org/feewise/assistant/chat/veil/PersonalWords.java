package org.feewise.assistant.chat.veil;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What looks personal in a text, whoever it is of: numbers of people, cars, passports and cards,
 * mailboxes, and names as people say them.
 */
public final class PersonalWords {
  /** Stands where something was taken out. */
  public static final String MASK = "***";

  private static final String SURNAMES =
      "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
          + "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧";
  private static final String NAME = "[" + SURNAMES + "]\\p{IsHan}{1,2}";

  /** Where a name of Han characters may end. */
  private static final String END =
      "(?=$|[^\\p{IsHan}]|的|和|跟|与|是|有|在|要|想|还|也|这|今|欠|家|名下|水|电|身份|电话|住)";

  private static final String TITLE = "(?:先生|女士|小姐|师傅|同志|阿姨|大爷|大妈)";
  private static final String KIN =
      "(?:妈妈?|爸爸?|父亲|母亲|老公|老婆|丈夫|妻子|爱人|儿子|女儿|孩子|奶奶|爷爷|外婆|外公|姥姥|姥爷"
          + "|姐姐?|哥哥?|弟弟?|妹妹?|岳父|岳母|公公|婆婆|邻居|朋友|同事|房东|租客|室友)";
  private static final String ENGLISH_NAME = "[A-Z][\\p{L}'’-]+(?: [A-Z][\\p{L}'’-]+){0,2}";
  private static final String ENGLISH_DIGIT =
      "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)";
  private static final String PROVINCES = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使]";

  private static final String GAP = "[ -]?";

  /** A number of nine digits and more, also with single gaps, that is no day. */
  private static final Pattern LONG_NUMBER =
      Pattern.compile(
          "(?<![\\d.])(?!(?:19|20)\\d{2}-\\d{2}-\\d{2}(?!\\d))\\+?\\d(?:[ ·.-]?(?!(?:19|20)\\d{2}-\\d{2}-\\d{2}(?!\\d))\\d){8,}[Xx]?(?!\\d|\\.\\d)");

  /** Each looks first for what is quickly seen to be missing. */
  private static final List<Pattern> PATTERNS =
      List.of(
          Pattern.compile(
              "(?<![\\d.])(?:"
                  + "\\d{6}"
                  + GAP
                  + "(?:18|19|20)\\d{2}"
                  + GAP
                  + "\\d{4}"
                  + GAP
                  + "\\d{3}[\\dXx]"
                  + "|(?:\\+?86"
                  + GAP
                  + ")?1[3-9]\\d"
                  + GAP
                  + "\\d{4}"
                  + GAP
                  + "\\d{4}"
                  + "|\\d{4}(?:"
                  + GAP
                  + "\\d{4}){3}(?:"
                  + GAP
                  + "\\d{1,3})?"
                  + "|\\d{16,19}|\\d{17}[Xx]"
                  + ")(?![\\d]|\\.\\d)"
                  + "|[\\w.+-]+@[\\w-]+\\.[\\w.]+"),
          Pattern.compile(
              PROVINCES
                  + "[A-HJ-NP-Za-hj-np-z] ?[·• -]? ?[A-HJ-NP-Za-hj-np-z0-9]{4,5}[A-HJ-NP-Za-hj-np-z0-9挂学警港澳]"),
          Pattern.compile(
              "(?<![A-Za-z0-9-])(?:[EGDSPHMegdsphm][A-Za-z]?\\d{7,8}|[EGDSPH]-\\d{7,8})(?![A-Za-z0-9])"),
          Pattern.compile("[零〇一二两三四五六七八九幺壹贰叁肆伍陆柒捌玖](?:[ 、]?[零〇一二两三四五六七八九幺壹贰叁肆伍陆柒捌玖]){6,}[Xx]?"),
          Pattern.compile("(?i)\\b" + ENGLISH_DIGIT + "(?:[ ,-]+" + ENGLISH_DIGIT + "){6,}\\b"),
          Pattern.compile(
              "(?=[\\p{IsHan}·])(?<=我叫|名字叫|名字是|名叫|姓名[:：是]? ?|户主[:：是叫] ?|叫做|我的名字是)[\\p{IsHan}·]{2,6}?(?=$|[^\\p{IsHan}·]|的|是|住|电话|身份)"),
          Pattern.compile(
              "(?=[" + SURNAMES + "])(?<=我是|本人|户主|家长|业主|" + KIN + "(?:叫|是|姓名)?)" + NAME + END),
          Pattern.compile(
              "(?=.{1,3}" + TITLE + ")[" + SURNAMES + "]\\p{IsHan}{0,2}?(?=" + TITLE + ")"),
          Pattern.compile(
              "(?=[A-Z])(?<=(?i:\\bmy name is|\\bmy name's|\\bcall me|\\bnamed|\\bname:|\\bi am|\\bi'm|\\bthis is|\\bon behalf of) )"
                  + ENGLISH_NAME),
          Pattern.compile(
              "(?<= )(?<=(?i:\\bmy name is|\\bmy name's) )[\\p{L}'’-]+(?: (?!and\\b|how\\b|what\\b|i\\b|my\\b|please\\b)[\\p{L}'’-]+)?"),
          Pattern.compile(
              "(?=[A-Z])(?<=(?i:\\bmr|\\bmrs|\\bms|\\bmiss|\\bdr)\\.? )" + ENGLISH_NAME),
          Pattern.compile(
              "(?=[A-Z])(?<=(?i:\\bmy (?:mother|mum|mom|father|dad|wife|husband|son|daughter|sister|brother|friend|neighbou?r|landlord|tenant|colleague|grandmother|grandfather)),? )"
                  + ENGLISH_NAME));

  private PersonalWords() {}

  /** The text with a mask where such words were; full-width digits count as digits. */
  public static String maskedIn(String text) {
    String masked = narrow(text);
    for (Pattern pattern : PATTERNS) {
      masked = pattern.matcher(masked).replaceAll(MASK);
    }
    return masked;
  }

  /** The same, and no long number is left, whatever it may be of. */
  static String maskedToTheDigitIn(String text) {
    return LONG_NUMBER.matcher(maskedIn(text)).replaceAll(MASK);
  }

  /** Without characters that have no width, and with letters and digits of full width narrowed. */
  static String narrow(String text) {
    StringBuilder narrowed = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .map(PersonalWords::narrow)
        .forEach(narrowed::appendCodePoint);
    return narrowed.toString();
  }

  private static int narrow(int c) {
    if (Character.isDigit(c)) {
      return '0' + Character.digit(c, 10);
    }
    boolean letter = (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ') || c == '＠';
    return letter ? c - 'Ａ' + 'A' : c;
  }
}
