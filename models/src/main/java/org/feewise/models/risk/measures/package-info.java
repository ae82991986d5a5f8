/** How good predicted probabilities are: ranking, calibration, lift. */
package org.feewise.models.risk.measures;
