/** What another day, amount, method or number of instalments would do to a plan. */
package org.feewise.assistant.plans.whatif;
