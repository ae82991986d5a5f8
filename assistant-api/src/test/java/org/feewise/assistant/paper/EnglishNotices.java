package org.feewise.assistant.paper;

import static org.feewise.assistant.paper.PrintedValues.grouped;

import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;

/** Layouts of notices in English, and one in both languages. */
enum EnglishNotices {
  /** A summary on the right of an address. */
  UTILITY_EN {
    @Override
    PrintedSheet print(PrintedValues values, String font) {
      boolean water = values.random().nextBoolean();
      values.feeType(water ? FeeType.WATER : FeeType.ELECTRICITY);
      PrintedSheet sheet = new PrintedSheet(1150, 900, font);
      sheet.bold(
          60, 34, values.payee(water ? "Linjiang Water Company" : "Linjiang Power Supply Company"));
      sheet.down(60).put(60, 26, (water ? "Water" : "Electricity") + " Bill").down(80);
      int top = sheet.y();
      sheet.put(60, 22, "Ms J. Smith").down(36).put(60, 22, "12 Lake Road, Flat 301");
      sheet.at(top).put(600, 22, values.any("Bill No.", "Bill number", "Invoice No."));
      sheet.right(1090, 22, values.houseNumber(water ? "WA" : "EL")).down(40);
      sheet.put(600, 22, values.any("Bill date", "Issue date", "Date of issue"));
      sheet.right(1090, 22, values.printIssued("d MMM yyyy")).down(40);
      sheet.put(600, 22, values.any("Billing period", "Service period"));
      sheet.right(1090, 22, values.printDays("yyyy-MM-dd", " to ")).down(80);
      sheet.rule(60, 1090).down(20);
      sheet
          .put(60, 24, "Current charges")
          .right(1090, 24, "CNY " + grouped(values.printPrincipal()));
      sheet.down(50).put(60, 24, values.any("Late fee", "Late payment charge", "Surcharge"));
      sheet.right(1090, 24, "CNY " + grouped(values.printLate())).down(50).rule(60, 1090).down(20);
      sheet.bold(60, 28, values.any("Total amount due", "Amount due", "Total due"));
      sheet.right(1090, 28, "CNY " + grouped(values.printTotal())).down(60);
      return sheet
          .put(60, 24, values.any("Payment due by", "Due date", "Please pay by"))
          .right(1090, 24, values.printDueOn("d MMM yyyy"));
    }
  },
  /** A penalty in sentences. */
  FINE_EN {
    @Override
    PrintedSheet print(PrintedValues values, String font) {
      values.feeType(FeeType.TRAFFIC_FINE);
      Money fine = Money.ofYuan(values.any(100, 150, 200, 1000));
      PrintedSheet sheet = new PrintedSheet(1050, 850, font);
      sheet.middle(36, "TRAFFIC PENALTY NOTICE");
      sheet.put(60, 24, "Notice No: " + values.number("LJ-" + values.longNumber(10))).down(40);
      sheet.put(60, 24, "Date issued: " + values.printIssued("MMMM d, yyyy")).down(70);
      sheet.prose(
          60,
          920,
          24,
          "You are hereby fined CNY "
              + grouped(values.printDue(fine))
              + " for "
              + values.any("illegal parking", "speeding", "running a red light")
              + " on Renmin Road. The fine must be paid on or before "
              + values.printDueOn("MMMM d, yyyy")
              + ". After that day an additional fine of 3% a day may be imposed, up to the fine itself.");
      sheet.prose(60, 920, 24, "You may apply for reconsideration within sixty days.");
      return sheet.down(50).put(60, 24, values.payee("Linjiang Traffic Police"));
    }
  },
  /** A table with a total. */
  INVOICE_EN {
    @Override
    PrintedSheet print(PrintedValues values, String font) {
      values.feeType(FeeType.TUITION);
      PrintedSheet sheet = new PrintedSheet(1100, 800, font).paper(0xFFFDF5);
      sheet.middle(34, values.payee("Linjiang International School"));
      sheet.middle(28, "TUITION INVOICE");
      sheet.put(60, 22, "Reference").put(360, 22, "Issued").put(600, 22, "Due").down(36);
      sheet.put(60, 22, values.houseNumber("TU")).put(360, 22, values.printIssued("yyyy-MM-dd"));
      sheet.put(600, 22, values.printDueOn("yyyy-MM-dd")).down(80).rule(60, 1040).down(16);
      sheet.put(60, 22, "Description").right(1040, 22, "Amount (CNY)").down(50);
      sheet.put(60, 22, "Tuition fee").right(1040, 22, grouped(values.printPrincipal())).down(50);
      sheet.put(60, 22, "Late fee").right(1040, 22, grouped(values.printLate())).down(50);
      sheet.rule(60, 1040).down(16).bold(60, 24, "Total payable");
      return sheet.right(1040, 24, grouped(values.printTotal()));
    }
  },
  /** Chinese and English one beside the other. */
  BILINGUAL {
    @Override
    PrintedSheet print(PrintedValues values, String font) {
      values.feeType(FeeType.GAS);
      PrintedSheet sheet = new PrintedSheet(1000, 800, font);
      sheet.middle(34, "燃气费账单 Gas Bill");
      sheet.put(60, 22, "收费单位 Payee").put(430, 22, values.payee("临江市燃气集团有限公司")).down(55);
      sheet.put(60, 22, "账单号 Bill No.").put(430, 22, values.houseNumber("GA")).down(55);
      sheet.put(60, 22, "账期 Period").put(430, 22, values.printMonth("yyyy-MM")).down(55);
      sheet.put(60, 22, "本金 Principal").put(430, 22, "¥ " + values.printPrincipal()).down(55);
      sheet.put(60, 22, "滞纳金 Late fee").put(430, 22, "¥ " + values.printLate()).down(55);
      sheet.put(60, 22, "应缴金额 Amount due").put(430, 22, "¥ " + values.printTotal()).down(55);
      sheet.put(60, 22, "出账日 Issued").put(430, 22, values.printIssued("yyyy-MM-dd")).down(55);
      return sheet.put(60, 22, "缴费期限 Due date").put(430, 22, values.printDueOn("yyyy-MM-dd"));
    }
  };

  abstract PrintedSheet print(PrintedValues values, String font);
}
