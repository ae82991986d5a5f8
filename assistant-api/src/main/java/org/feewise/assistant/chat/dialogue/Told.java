package org.feewise.assistant.chat.dialogue;

import org.feewise.assistant.chat.understanding.Intent;
import org.feewise.models.money.Money;

/**
 * The figure that the answer before came to, so that a "what if" can be told beside it.
 *
 * @param intent what was asked, {@code SURCHARGE_EXPLAIN} or {@code PLAN_RECOMMEND}
 * @param amount the surcharges or the extra cost of the plan, in CNY
 */
public record Told(Intent intent, Money amount) {}
