package org.feewise.assistant.chat.tools;

import org.feewise.assistant.plans.PlanView;
import org.feewise.assistant.plans.PlanWish;

/** A plan that was made for a reply, and the wish it was made for. */
public record MadePlan(PlanWish wish, PlanView plan) {}
