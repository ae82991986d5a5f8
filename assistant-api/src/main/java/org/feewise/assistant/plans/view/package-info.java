/** The parts of a plan as a citizen reads it. */
package org.feewise.assistant.plans.view;
