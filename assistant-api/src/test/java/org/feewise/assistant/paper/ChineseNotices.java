package org.feewise.assistant.paper;

import static org.feewise.assistant.paper.PrintedValues.grouped;

import java.util.List;
import org.feewise.models.fees.FeeType;

/** Layouts of Chinese notices, each as another kind of office prints them. */
enum ChineseNotices {
  /** Labels and values one under the other, with a code to scan. */
  UTILITY {
    @Override
    PrintedSheet print(PrintedValues values, String font) {
      Kind kind =
          values.any(
              new Kind(FeeType.WATER, "WA", "水费", "临江市自来水有限公司"),
              new Kind(FeeType.ELECTRICITY, "EL", "电费", "国网临江市供电公司"),
              new Kind(FeeType.GAS, "GA", "燃气费", "临江市燃气集团有限公司"));
      values.feeType(kind.type);
      PrintedSheet sheet = new PrintedSheet(1000, 900, font);
      sheet.middle(40, kind.name + values.any("缴费通知单", "账单", "催缴通知单"));
      sheet.down(20).rule(40, 960).down(20);
      sheet.put(60, 26, "收费单位：" + values.payee(kind.payee)).down(50);
      sheet.put(60, 26, values.any("账单号：", "账单编号：", "缴费单号：") + values.houseNumber(kind.code));
      sheet.down(50).put(60, 26, "户号：" + values.digits(10_000_000, 99_999_999)).down(50);
      sheet.put(60, 26, values.any("账期：", "费用所属期：", "计费月份：") + values.printMonth("yyyy年M月"));
      sheet.down(50).put(60, 26, "用量：" + values.digits(5, 90) + " 单位").down(50);
      sheet.put(60, 26, "本期费用：" + values.printPrincipal() + " 元").down(50);
      sheet.put(60, 26, values.any("违约金：", "滞纳金：") + values.printLate() + " 元").down(50);
      sheet.bold(60, 32, values.any("应缴合计：", "应缴总额：", "应付金额：") + values.printTotal() + " 元");
      sheet.down(60).put(60, 26, "出账日期：" + values.printIssued("yyyy-MM-dd")).down(50);
      sheet.put(60, 26, "最后缴费日：" + values.printDueOn("yyyy-MM-dd")).down(50);
      return sheet.put(60, 20, "客服电话 96118").at(600).code(720, 200, values.random());
    }
  },
  /** A decision in sentences, sealed and dated at the end. */
  TRAFFIC_DECISION {
    @Override
    PrintedSheet print(PrintedValues values, String font) {
      values.feeType(FeeType.TRAFFIC_FINE);
      int fine = values.any(50, 100, 150, 200, 500);
      values.printDue(org.feewise.models.money.Money.ofYuan(fine));
      PrintedSheet sheet = new PrintedSheet(1100, 1000, font);
      sheet.middle(36, "公安交通管理简易程序处罚决定书");
      sheet.put(520, 24, "编号：" + values.number(values.longNumber(16))).down(60);
      sheet.prose(80, 940, 26, "被处罚人：李某，驾驶小型汽车，车牌号临A" + values.digits(10000, 99999) + "。");
      sheet.prose(
          80,
          940,
          26,
          "    你于2025年3月2日15时08分在人民路实施"
              + values.any("机动车违反规定停放", "不按导向车道行驶", "超过规定时速未达百分之二十")
              + "的违法行为，根据《中华人民共和国道路交通安全法》第九十三条，决定处以罚款人民币"
              + fine
              + "元。请于"
              + values.printDueOn("yyyy年M月d日")
              + "前到指定银行缴纳罚款。逾期不缴纳的，每日按罚款数额的百分之三加处罚款。");
      sheet.prose(80, 940, 26, "    不服本决定的，可以在六十日内申请行政复议，或者在六个月内提起诉讼。");
      sheet.down(60).right(1000, 26, values.payee("临江市公安局交通警察支队")).down(50);
      return sheet.right(1000, 26, values.printIssued("yyyy年M月d日"));
    }
  },
  /** Narrow, amounts at the right edge. */
  THERMAL {
    @Override
    PrintedSheet print(PrintedValues values, String font) {
      Kind kind =
          values.any(
              new Kind(FeeType.PARKING, "PA", "停车费", "临江市城市停车管理有限公司"),
              new Kind(FeeType.WASTE, "WS", "垃圾处理费", "临江市环境卫生管理中心"));
      values.feeType(kind.type);
      PrintedSheet sheet = new PrintedSheet(460, 820, font).colour(0x333344);
      sheet.middle(28, values.payee(kind.payee));
      sheet.middle(24, kind.name + values.any("缴费小票", "催缴单"));
      sheet.put(20, 20, "--------------------------------").down(36);
      sheet.put(20, 20, "单号").right(440, 20, values.houseNumber(kind.code)).down(36);
      sheet.put(20, 20, "开单日期").right(440, 20, values.printIssued("yyyy/MM/dd")).down(36);
      sheet.put(20, 20, "截止日期").right(440, 20, values.printDueOn("yyyy/MM/dd")).down(36);
      sheet.put(20, 20, "--------------------------------").down(36);
      sheet.put(20, 20, "费用").right(440, 20, "¥" + values.printPrincipal()).down(36);
      sheet.put(20, 20, "滞纳金").right(440, 20, "¥" + values.printLate()).down(36);
      sheet.put(20, 20, "--------------------------------").down(36);
      sheet.bold(20, 26, values.any("应付", "合计", "应缴")).right(440, 26, "¥" + values.printTotal());
      sheet.down(60);
      return sheet.put(20, 18, "请妥善保管本小票").code(130, 200, values.random());
    }
  },
  /** A ruled table, the names above the values. */
  TAX_TABLE {
    @Override
    PrintedSheet print(PrintedValues values, String font) {
      Kind kind =
          values.any(
              new Kind(FeeType.PROPERTY_TAX, "PT", "房产税", "国家税务总局临江市税务局"),
              new Kind(FeeType.VEHICLE_TAX, "VT", "车船税", "国家税务总局临江市东湖区税务局"),
              new Kind(FeeType.DEED_TAX, "DT", "契税", "国家税务总局临江市税务局第二税务所"));
      values.feeType(kind.type);
      PrintedSheet sheet = new PrintedSheet(1240, 800, font);
      sheet.middle(36, values.payee(kind.payee));
      sheet.middle(32, values.any("税务事项通知书", "催缴税款通知书"));
      sheet.put(700, 24, "通知书编号：" + values.houseNumber(kind.code)).down(60);
      sheet.prose(60, 1100, 24, "王某：请按下表所列税额按期缴纳，逾期按日加收万分之五的滞纳金。");
      sheet.down(20);
      int top = sheet.y();
      List<String> heads = List.of("税种", "所属期", "应纳税额(元)", "滞纳金(元)", "应缴合计(元)");
      List<String> cells =
          List.of(
              kind.name,
              values.printYear() + "年度",
              grouped(values.printPrincipal()),
              grouped(values.printLate()),
              grouped(values.printTotal()));
      for (int column = 0; column < heads.size(); column++) {
        sheet.box(60 + column * 224, top, 224, 60).box(60 + column * 224, top + 60, 224, 60);
        sheet.at(top + 16).put(76 + column * 224, 24, heads.get(column));
        sheet.at(top + 76).put(76 + column * 224, 24, cells.get(column));
      }
      sheet.at(top + 160);
      sheet.put(60, 24, "缴款期限：" + values.printDueOn("yyyy年MM月dd日")).down(80);
      return sheet.put(800, 24, "填发日期：" + values.printIssued("yyyy年MM月dd日"));
    }
  },
  /** Explanations on the left, figures on the right. */
  TWO_COLUMNS {
    @Override
    PrintedSheet print(PrintedValues values, String font) {
      Kind kind =
          values.any(
              new Kind(FeeType.SOCIAL_INSURANCE, "SI", "社会保险费", "临江市社会保险事业管理中心"),
              new Kind(FeeType.MEDICAL_INSURANCE, "MI", "城乡居民医疗保险费", "临江市医疗保障局"));
      values.feeType(kind.type);
      PrintedSheet sheet = new PrintedSheet(1300, 900, font).paper(0xFBF8EF);
      sheet.middle(38, kind.name + "缴费通知").down(20);
      int top = sheet.y();
      sheet.prose(
          50,
          520,
          22,
          "尊敬的参保人：您好！感谢您参加社会保险。参保缴费后，您可以享受相应的待遇。如您已经缴费，请忽略本通知。"
              + "缴费可通过手机银行、银行柜台或办事大厅办理。对金额有疑问的，请先到经办机构核对，不要向陌生账户转账。"
              + "本通知由系统生成，无需盖章。");
      sheet.at(top).box(640, top, 610, 560);
      sheet.down(20).put(670, 24, "经办机构").down(34).put(670, 24, values.payee(kind.payee));
      sheet.down(50).put(670, 24, "通知编号").put(900, 24, values.houseNumber(kind.code));
      sheet.down(50).put(670, 24, "缴费年度").put(900, 24, values.printYear());
      sheet.down(50).put(670, 24, "应缴费额").put(900, 24, values.printDue() + "元");
      sheet.down(50).put(670, 24, "缴费截止").put(900, 24, values.printDueOn("yyyy.MM.dd"));
      return sheet.down(50).put(670, 24, "制单日期").put(900, 24, values.printIssued("yyyy.MM.dd"));
    }
  },
  /** A letter to parents. */
  LETTER {
    @Override
    PrintedSheet print(PrintedValues values, String font) {
      values.feeType(FeeType.TUITION);
      PrintedSheet sheet = new PrintedSheet(1000, 850, font);
      sheet.middle(36, values.any("学费缴纳通知", "关于缴纳学费的通知", "致家长的一封信")).down(20);
      sheet.prose(80, 840, 26, "尊敬的家长：");
      sheet.prose(
          80,
          840,
          26,
          "    您的孩子"
              + values.issued.getYear()
              + "年秋季学期学费为人民币"
              + grouped(values.printDue())
              + "元，"
              + values.any("请于", "请务必于", "请您在")
              + values.printDueOn("yyyy年M月d日")
              + values.any("前缴清。", "之前缴纳。", "前交至学校财务处。")
              + "缴费时请报缴费编号"
              + values.houseNumber("TU")
              + "。家庭经济困难的，可以申请缓缴或者减免。");
      sheet.prose(80, 840, 26, "    感谢您的支持与配合！").down(60);
      sheet.right(920, 26, values.payee(values.any("临江市第一中学", "临江市实验小学", "临江职业技术学院")));
      return sheet.down(50).right(920, 26, values.printIssued("yyyy年M月d日"));
    }
  },
  /** The form for charges that are no taxes. */
  PAYMENT_BOOK {
    @Override
    PrintedSheet print(PrintedValues values, String font) {
      Kind kind =
          values.any(
              new Kind(FeeType.NON_TAX, "NT", "行政事业性收费", "临江市自然资源和规划局"),
              new Kind(FeeType.EXAM_FEE, "EX", "考试费", "临江市人事考试中心"),
              new Kind(FeeType.LICENCE_FEE, "LI", "证照工本费", "临江市行政审批服务局"));
      values.feeType(kind.type);
      PrintedSheet sheet = new PrintedSheet(1200, 700, font).colour(0x402020);
      sheet.middle(34, "非税收入一般缴款书").down(10);
      sheet.put(60, 24, "缴款码：" + values.number(values.longNumber(20)));
      sheet.put(800, 24, "填制日期：" + values.printIssued("yyyy-MM-dd")).down(50);
      int top = sheet.y();
      sheet.box(50, top, 1100, 330);
      sheet.down(20).put(70, 24, "执收单位").put(260, 24, values.payee(kind.payee)).down(55);
      sheet.put(70, 24, "缴款人").put(260, 24, "张某").put(620, 24, "收费项目").put(800, 24, kind.name);
      sheet.down(55).put(70, 24, "数量").put(260, 24, "1").put(620, 24, "收缴标准").put(800, 24, "按规定");
      sheet.down(55).put(70, 24, "金额（小写）").put(260, 28, "￥" + grouped(values.printDue()));
      sheet.down(70).put(70, 24, "缴款截止日").put(260, 24, values.printDueOn("yyyy-MM-dd"));
      return sheet.down(100).put(60, 20, "本缴款书不得涂改");
    }
  },
  /** One large figure and a slip to cut off. */
  HEADLINE {
    @Override
    PrintedSheet print(PrintedValues values, String font) {
      values.feeType(FeeType.HEATING);
      PrintedSheet sheet = new PrintedSheet(900, 1100, font).paper(0xF4F7FA).colour(0x102040);
      sheet.put(50, 26, values.payee("临江市热力集团有限公司")).down(80);
      sheet.bold(50, 44, values.any("供暖费", "采暖费") + "账单").down(90);
      sheet.put(50, 24, "本次应缴").down(40).bold(50, 70, "¥" + grouped(values.printDue())).down(110);
      sheet.put(50, 24, "请在 " + values.printDueOn("yyyy-MM-dd") + " 前支付").down(60);
      sheet.put(50, 24, "账单编号").put(450, 24, "账单日期").down(36);
      sheet.put(50, 24, values.houseNumber("HE")).put(450, 24, values.printIssued("yyyy-MM-dd"));
      sheet.down(60).put(50, 24, "采暖面积").put(450, 24, "单价").down(36);
      sheet.put(50, 24, "86.50 平方米").put(450, 24, "23.00 元/平方米").down(80);
      sheet.put(50, 24, "- - - - - - - - - - - - 裁剪线 - - - - - - - - - - - -").down(60);
      return sheet.put(50, 22, "银行回执联").code(620, 200, values.random());
    }
  };

  private record Kind(FeeType type, String code, String name, String payee) {}

  abstract PrintedSheet print(PrintedValues values, String font);
}
