package org.feewise.analytics.city;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.feewise.analytics.city.Persona.ToldBill;
import org.feewise.models.fees.PrincipalPayment;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;

/** The payments by which a bill is settled on a given day. */
final class Payments {
  /** Where the story has a bill that is never settled, its parts lie within so many days. */
  private static final int PARTS_WITHIN_DAYS = 60;

  private final Behaviour behaviour;
  private final FeeLaw law;

  Payments(Behaviour behaviour, FeeLaw law) {
    this.behaviour = behaviour;
    this.law = law;
  }

  /** Payments that settle the bill on a day; of a bill that is never settled, the parts before. */
  List<Payment> of(Profile profile, Bill bill, LocalDate paidOn, Dice dice) {
    boolean never = paidOn.equals(PayDay.NEVER);
    LocalDate last = never ? bill.effectiveDueOn().plusDays(PARTS_WITHIN_DAYS) : paidOn;
    List<Part> parts = parts(profile, bill, last, dice);
    if (never) {
      parts.removeLast();
    } else if (dice.happens(behaviour.doublePaymentShare())) {
      parts.add(new Part(last, bill.principalFen()));
    }
    return paid(profile, bill, parts, dice);
  }

  /** The payments of a demo person's story, before the last day of the history. */
  List<Payment> told(Profile profile, Bill bill, ToldBill told, LocalDate until) {
    List<Part> parts =
        told.paid().stream()
            .map(
                paid ->
                    new Part(
                        until.minusDays(paid.getFirst().longValue()),
                        Math.round(paid.getLast() * 100)))
            .toList();
    return paid(profile, bill, parts, Dice.of(profile.number(), bill.issuedOn().toEpochDay()));
  }

  private record Part(LocalDate on, long principalFen) {}

  private List<Part> parts(Profile profile, Bill bill, LocalDate last, Dice dice) {
    boolean hardship = profile.inHardship(bill.effectiveDueOn());
    double share = hardship ? behaviour.partialInHardshipShare() : behaviour.partialShare();
    boolean inParts = dice.happens(share) && bill.rhythm().partial();
    int count = dice.between(2, 3);
    List<Part> parts = new ArrayList<>();
    long rest = bill.principalFen();
    long days = DAYS.between(bill.issuedOn(), last);
    for (int part = 1; inParts && part < count; part++) {
      long fen = bill.principalFen() / count / 100 * 100;
      if (fen > 0) {
        parts.add(new Part(bill.issuedOn().plusDays(days * part / count), fen));
        rest -= fen;
      }
    }
    parts.add(new Part(last, rest));
    return parts;
  }

  private List<Payment> paid(Profile profile, Bill bill, List<Part> parts, Dice dice) {
    boolean debited = profile.autoPay() && bill.rhythm().autoPay();
    List<Payment> payments = new ArrayList<>();
    List<PrincipalPayment> before = new ArrayList<>();
    long rest = bill.principalFen();
    for (Part part : parts) {
      boolean settles = rest > 0 && part.principalFen() >= rest;
      long surcharge = settles ? law.surchargeFen(bill, before, part.on()) : 0;
      PaymentMethod method = debited ? PaymentMethod.BANK_CARD : method(profile, dice);
      String channel = channel(debited, method, dice);
      LocalDateTime at = part.on().atStartOfDay().plusMinutes(minute(channel, dice));
      String paymentId = "P" + bill.billNo() + (payments.size() + 1);
      payments.add(new Payment(paymentId, at, part.principalFen(), surcharge, method, channel));
      before.add(new PrincipalPayment(part.on(), Money.ofFen(part.principalFen())));
      rest -= part.principalFen();
    }
    return payments;
  }

  private PaymentMethod method(Profile profile, Dice dice) {
    return dice.happens(behaviour.habitualMethodShare())
        ? profile.habitualMethod()
        : dice.oneOf(profile.ageBand().methods());
  }

  private static String channel(boolean debited, PaymentMethod method, Dice dice) {
    boolean app = dice.happens(0.7);
    if (debited) {
      return "AUTO_DEBIT";
    }
    return switch (method) {
      case COUNTER -> "COUNTER";
      case ALIPAY, WECHAT_PAY, DIGITAL_RMB, UNIONPAY, BANK_CARD -> app ? "APP" : "WEB";
    };
  }

  private static int minute(String channel, Dice dice) {
    return switch (channel) {
      case "AUTO_DEBIT" -> dice.between(60, 180);
      case "COUNTER" -> dice.between(9 * 60, 17 * 60 - 1);
      default -> dice.between(7 * 60, 23 * 60 - 1);
    };
  }
}
