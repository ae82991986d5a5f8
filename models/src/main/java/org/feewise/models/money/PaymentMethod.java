package org.feewise.models.money;

/** The means by which money reaches the state. */
public enum PaymentMethod {
  ALIPAY,
  WECHAT_PAY,
  UNIONPAY,
  BANK_CARD,
  DIGITAL_RMB,
  COUNTER
}
