/** The plan that a citizen lives by: how far it is, and what follows when life departs from it. */
package org.feewise.assistant.plans.accepted;
