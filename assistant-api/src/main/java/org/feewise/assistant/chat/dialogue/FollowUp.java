package org.feewise.assistant.chat.dialogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feewise.assistant.chat.slots.Said;
import org.feewise.assistant.chat.slots.SaidKind;
import org.feewise.assistant.chat.slots.SlotGrammar;
import org.feewise.assistant.chat.understanding.Intent;
import org.feewise.models.fees.FeeType;

/** Recognises messages that only change or complete the wish before: "燃气呢", "make it two days". */
final class FollowUp {
  private static final Pattern MASKS =
      Pattern.compile(
          "某费|某时|若干元|某号码|分几期|提前几天|some fee|sometime|some yuan|some number|in instalments|days before");
  private static final Pattern FILLERS =
      Pattern.compile(
          "[\\s\\p{P}\\p{S}]|不是|说错了?|错了|搞错|口误|应该是|我是说|我说的是|我问的是|我要的是|我指的是|改成|改为|改|换成|改到|换到|变成|那么|那个|这个|那张|这张|那笔|这笔|那|呢|吧|啊|呀|哦|嗯|是|的|了|和|还有|也|再|就|要|用|发|走|通过|到|在|给我|每|如果|要是|若|最多|只能|最好|大概|左右|看看|看|的话|先|一共|总共|合计|号码|编号|单号|票号|上|一样|同样|照样|一份|我|说|费用?|账单|支付宝|微信支付|微信|银联|云闪付|银行卡|信用卡|数字人民币|短信|邮件|邮箱|打?电话|app|推送|语音|wechat|alipay|unionpay|emails?|sms|app|texts?|calls?"
              + "|\\b(?:and|at most|(?:per|a|each|every) month|monthly|of them|them|what about|how about|what|about|the|for|no|not|i mean|i meant|i|mean|meant|sorry|actually|make it|change it to|change to|instead|with|by|via|on|in|at|of|to|it|is|my|me|please|ok|then|use|using|one|rather|bill|bills|fee|fees|only|same|a|an|or|if|also|send|as|too|just|try|let'?s|say|hmm+|um+|uh|oh|well|now|suppose|'s|so|well|the number|number|early|late|much|soon|make that|make|do|settings?|well|in total|altogether|tap|cooking|roadside|street|household|that'?s)\\b");
  private static final Pattern CORRECTION =
      Pattern.compile(
          "说错|搞错了|口误|打错|(?<!是)不是.{1,8}[,，]?(?:是|而是)|我是说|我说的是|我问的是|我指的是|不对[,，]?(?:是|我|用|要|该|应|改|换)|(?:不用|不要|别用|别发|别打)[^,，]{1,6}[,，][^不别]{1,8}$|\\bi mean(?:t)?\\b|\\bnot (?:the )?\\w+(?: \\w+)?,? (?:but )?(?:the )?\\w+$|\\bsorry,|\\bno,|\\bwrong one\\b|\\bscratch that\\b|\\bcorrection\\b|\\bi said\\b|\\bshould be\\b");
  private static final Pattern FIRST =
      Pattern.compile(
          "第一[个笔项张]|前[面头边](?:那|的|个)|前者|前一[个笔]|头一[个笔]|先说的|\\b(?:the )?(?:first|former)(?: one)?\\b");
  private static final Pattern SECOND =
      Pattern.compile(
          "第二[个笔项张]|后[面头边](?:那|的|个)|后者|后一[个笔]|另一?[个笔]|\\b(?:the )?(?:second|latter|other)(?: one)?\\b");
  private static final Pattern LAST = Pattern.compile("最后(?:那|一)?[个笔项张]|\\b(?:the )?last one\\b");
  private static final Pattern THIRD = Pattern.compile("第三[个笔项张]|\\b(?:the )?third(?: one)?\\b");

  private static final Pattern ONLY_STATUS =
      Pattern.compile(
          "(?:那|只看|就看|光看|单看|改成只看|换成|改成|先看|里面|其中|这里面|这些里面?|那些里面?)*(?:有|还有|哪些|哪个|哪几[笔张个]|有哪些|有没有)*(?:是|已经)?"
              + "(?:逾期|过期|超期|[没未][交缴付]|欠着?|已[缴交付]|[交缴付]过|[交缴付]清)(?:的|了|没|吗|没有)*(?:呢|有哪些|有吗|吗)?[??]?"
              + "|(?:and |just |only |any |which (?:of (?:those|these|them) )?(?:ones? )?(?:are |is )?|the |show )*"
              + "(?:overdue|unpaid|past due|late|paid|outstanding)(?: ones?)?\\??");

  private static final Pattern PAYING =
      Pattern.compile("[交缴付还补][上掉清]?|\\b(?:(?:if )?i )?(?:pay|paid|paying|wait(?: until)?)\\b");
  private static final Pattern TAKEN_BACK =
      Pattern.compile(
          "^.{3,}?(?:(?:不对|不是){2}|我?说错了?|口误|\\bno,? wait\\b|\\bwait,? no\\b|\\bscratch that\\b|\\boops\\b)[ ,，。.]*(?:不是)?(?:我?说错了?)?[ ,，。]*(?=.{4})");

  private FollowUp() {}

  /** What is left of a message whose speaker takes its beginning back: "水费 说错了 电费多少". */
  static String restated(String text) {
    return TAKEN_BACK.matcher(text).replaceFirst("");
  }

  /** Whether a message only asks which of the bills talked about stand how. */
  static boolean narrows(String text, Said said, Intent before) {
    return before == Intent.BILL_QUERY
        && said.status().isPresent()
        && ONLY_STATUS.matcher(text.strip()).matches();
  }

  /** Whether a message says nothing but details, so that the wish before goes on. */
  static boolean continues(Said said, Intent before) {
    boolean fits = said.kinds().stream().allMatch(kind -> takes(before, kind));
    return said.namesSomething()
        && fits
        && MASKS
            .matcher(withoutPaying(said, before))
            .replaceAll(" ")
            .transform(FollowUp::unfilled)
            .isEmpty();
  }

  /** "15 号交呢" names no new wish where it was already about paying on a day. */
  private static String withoutPaying(Said said, Intent before) {
    boolean planned = said.namesDate() && (before.looksAhead() || looksBack(before));
    boolean byWhat = !said.methods().isEmpty() && takes(before, SaidKind.METHOD_OR_CHANNEL);
    return planned || byWhat ? PAYING.matcher(said.masked()).replaceAll(" ") : said.masked();
  }

  private static boolean looksBack(Intent intent) {
    return intent == Intent.PAYMENT_HISTORY
        || intent == Intent.DISPUTE_RAISE
        || intent == Intent.REFUND_ASK;
  }

  private static String unfilled(String text) {
    return FILLERS.matcher(text).replaceAll("").strip();
  }

  /** Whether a message takes back what was said before and says it anew. */
  static boolean corrects(String text, Said said, Intent before) {
    return CORRECTION.matcher(text).find()
        && said.namesSomething()
        && said.kinds().stream().allMatch(kind -> takes(before, kind))
        && said.masked().length() <= 24 + (text.charAt(0) < 128 ? 24 : 0);
  }

  /** The fee that "the second one" means among those named before. */
  static Optional<FeeType> chosen(String text, List<FeeType> choices) {
    if (choices.isEmpty()) {
      return Optional.empty();
    }
    int[] places = {place(FIRST, text), place(SECOND, text), place(THIRD, text), place(LAST, text)};
    int earliest = Arrays.stream(places).min().orElseThrow();
    if (earliest == Integer.MAX_VALUE) {
      return Optional.empty();
    }
    if (earliest == places[3]) {
      return Optional.of(choices.getLast());
    }
    int index = earliest == places[0] ? 0 : earliest == places[1] ? 1 : 2;
    return index < choices.size() ? Optional.of(choices.get(index)) : Optional.empty();
  }

  /** The reading that a message picks among those offered and says nothing else. */
  static Optional<Intent> picked(String text, List<Intent> readings) {
    if (!onlyChooses(text)) {
      return Optional.empty();
    }
    int first = place(FIRST, text);
    int second = place(SECOND, text);
    return first == second ? Optional.empty() : Optional.of(readings.get(first < second ? 0 : 1));
  }

  /** The number that is all a message says, such as "make it six". */
  static Optional<Integer> bareNumber(String text) {
    return SlotGrammar.bareNumber(unfilled(text));
  }

  private static int place(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.start() : Integer.MAX_VALUE;
  }

  /** Whether a choice among things named before says nothing else. */
  static boolean onlyChooses(String text) {
    String rest = text;
    for (Pattern pattern : List.of(FIRST, SECOND, LAST, THIRD)) {
      rest = pattern.matcher(rest).replaceAll(" ");
    }
    return unfilled(rest).replaceAll("[个笔项张先选那]", "").isEmpty();
  }

  private static boolean takes(Intent intent, SaidKind kind) {
    return switch (kind) {
      case FEE -> !intent.isAside();
      case DATE -> intent != Intent.RECEIPT_VERIFY && intent != Intent.POLICY_ASK;
      case AMOUNT ->
          intent == Intent.PLAN_RECOMMEND
              || intent == Intent.PAY_START
              || intent == Intent.PAYMENT_HISTORY
              || intent == Intent.DISPUTE_RAISE
              || intent == Intent.REFUND_ASK;
      case INSTALMENTS -> intent == Intent.PLAN_RECOMMEND;
      case DAYS_BEFORE -> intent == Intent.REMINDER_SET;
      case METHOD_OR_CHANNEL ->
          intent == Intent.REMINDER_SET
              || intent == Intent.REMINDER_STOP
              || intent == Intent.RECEIPT_GET
              || intent == Intent.PAY_START
              || intent == Intent.PAYMENT_HISTORY
              || intent == Intent.PLAN_RECOMMEND
              || intent == Intent.DISPUTE_RAISE
              || intent == Intent.REFUND_ASK;
      case NUMBER -> !intent.isAside() && intent != Intent.POLICY_ASK;
    };
  }
}
