package org.feewise.analytics.city;

import org.feewise.models.fees.PayerKind;

/**
 * A made-up person or enterprise as the register knows it; identity number, telephone and mail
 * address have the right form and belong to nobody.
 */
record Citizen(
    String citizenId,
    String name,
    String nationalId,
    String phone,
    String email,
    String address,
    String locale,
    PayerKind payerKind,
    String district,
    String region,
    String ageBand,
    String incomeBand,
    boolean disabled,
    int incomeDay) {}
