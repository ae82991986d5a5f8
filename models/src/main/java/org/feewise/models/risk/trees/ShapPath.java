package org.feewise.models.risk.trees;

import java.util.Arrays;

/**
 * The features met on the way down a tree, with the share of subsets that flow on when each is
 * unknown ({@code zero}) or known ({@code one}), and the weights of subsets by size.
 */
final class ShapPath {
  static final ShapPath EMPTY = new ShapPath(0);

  private final int length;
  private final int[] feature;
  private final double[] zero;
  private final double[] one;
  private final double[] weight;

  private ShapPath(int length) {
    this.length = length;
    this.feature = new int[length];
    this.zero = new double[length];
    this.one = new double[length];
    this.weight = new double[length];
  }

  private ShapPath(ShapPath from, int length) {
    this.length = length;
    this.feature = Arrays.copyOf(from.feature, length);
    this.zero = Arrays.copyOf(from.zero, length);
    this.one = Arrays.copyOf(from.one, length);
    this.weight = Arrays.copyOf(from.weight, length);
  }

  ShapPath extended(double zeroShare, double oneShare, int viaFeature) {
    ShapPath path = new ShapPath(this, length + 1);
    path.feature[length] = viaFeature;
    path.zero[length] = zeroShare;
    path.one[length] = oneShare;
    path.weight[length] = length == 0 ? 1 : 0;
    for (int i = length - 1; i >= 0; i--) {
      path.weight[i + 1] += oneShare * path.weight[i] * (i + 1) / (length + 1);
      path.weight[i] = zeroShare * path.weight[i] * (length - i) / (length + 1);
    }
    return path;
  }

  ShapPath unwound(int index) {
    ShapPath path = new ShapPath(this, length - 1);
    double next = weight[length - 1];
    for (int i = length - 2; i >= 0; i--) {
      if (one[index] != 0) {
        path.weight[i] = next * length / ((i + 1) * one[index]);
        next = weight[i] - path.weight[i] * zero[index] * (length - 1 - i) / length;
      } else {
        path.weight[i] = weight[i] * length / (zero[index] * (length - 1 - i));
      }
    }
    for (int i = index; i < length - 1; i++) {
      path.feature[i] = feature[i + 1];
      path.zero[i] = zero[i + 1];
      path.one[i] = one[i + 1];
    }
    return path;
  }

  /** Adds a leaf's contribution to every feature on the path. */
  void distribute(double contribution, double[] values) {
    for (int i = 1; i < length; i++) {
      values[feature[i]] += unwoundSum(i) * (one[i] - zero[i]) * contribution;
    }
  }

  int indexOf(int wanted) {
    for (int i = 1; i < length; i++) {
      if (feature[i] == wanted) {
        return i;
      }
    }
    return 0;
  }

  double zero(int index) {
    return zero[index];
  }

  double one(int index) {
    return one[index];
  }

  private double unwoundSum(int index) {
    double sum = 0;
    double next = weight[length - 1];
    for (int i = length - 2; i >= 0; i--) {
      if (one[index] != 0) {
        double share = next * length / ((i + 1) * one[index]);
        sum += share;
        next = weight[i] - share * zero[index] * (length - 1 - i) / length;
      } else {
        sum += weight[i] * length / (zero[index] * (length - 1 - i));
      }
    }
    return sum;
  }
}
