/** Trains, evaluates and applies the model of late payment over whole histories. */
package org.feewise.analytics.risk;
