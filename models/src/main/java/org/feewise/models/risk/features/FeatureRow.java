package org.feewise.models.risk.features;

import java.io.Serializable;

/**
 * What was known about one bill on the day it was issued, before any encoding.
 *
 * @param numbers in the order of {@link FeatureSchema#numbers()}, NaN where missing
 * @param categories in the order of {@link FeatureSchema#categories()}, null where missing
 */
public record FeatureRow(double[] numbers, String[] categories) implements Serializable {}
