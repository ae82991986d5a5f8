/** Puts what the optimiser found into words, each with its law. */
package org.feewise.assistant.plans.wording;
