package org.feewise.models.plans.search;

/** What a yuan and a payment through each slot cost at the duals of the linear program. */
final class Prices {
  /** Settles ties between equal costs in favour of fewer payments; a thousandth of a fen. */
  static final double TIE = 1e-5;

  /** Cost of a yuan through a slot: its fee, the money it takes and the method's limit. */
  final double[] perYuan;

  /** Cost of making a payment at all. */
  final double[] perPayment;

  /** Cost of a yuan leaving on each date. */
  final double[] money;

  /** Dual of each bill's row. */
  final double[] ofBill;

  Prices(Instance instance, Rows rows, double[] duals) {
    perYuan = new double[instance.slots];
    perPayment = new double[instance.slots];
    ofBill = new double[instance.bills];
    money = rows.moneyPrices(duals);
    for (int slot = 0; slot < instance.slots; slot++) {
      int method = instance.methodOf(slot);
      double price = money[instance.dateOf(slot)];
      perYuan[slot] = instance.feeRate[method] * (1 + price) + price + rows.dayPrice(duals, slot);
      perPayment[slot] = instance.fixedFee[method] * (1 + price) + TIE;
    }
    System.arraycopy(duals, rows.firstBill, ofBill, 0, instance.bills);
  }
}
