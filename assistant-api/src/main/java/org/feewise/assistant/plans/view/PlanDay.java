package org.feewise.assistant.plans.view;

import java.time.LocalDate;
import org.feewise.models.money.Money;

/** A day on which the plan may pay, and the money that comes in for it. */
public record PlanDay(LocalDate on, Money capacity) {}
