package org.feewise.models.risk;

/**
 * What a model said of training rows that neither its trees nor its calibration had seen.
 *
 * @param rows indices into the training set
 * @param probability calibrated on older held-back rows only
 * @param late what happened
 */
public record HeldBack(int[] rows, double[] probability, boolean[] late) {}
