/**
 * Who will be late: the features of a bill, the model, its calibration, its reasons and its card.
 */
package org.feewise.models.risk;
