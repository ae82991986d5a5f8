package org.feewise.analytics.risk.peers;

import java.util.Arrays;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** XGBoost as a peer: boosted trees of a given shape, all else by its own defaults. */
public final class XgboostPeer implements AutoCloseable {
  private final Booster booster;

  /**
   * The shape of the trees.
   *
   * @param trees how many
   * @param depth splits on the longest way down
   * @param shrinkage weight of each tree
   * @param sample share of the rows that each tree sees
   */
  public record Shape(int trees, int depth, double shrinkage, double sample) {}

  private XgboostPeer(Booster booster) {
    this.booster = booster;
  }

  /**
   * Trains on rows of equal length, NaN where a value is missing.
   *
   * @throws XGBoostError when XGBoost refuses
   */
  public static XgboostPeer train(
      double[][] rows, boolean[] late, Shape shape, int threads, long seed) throws XGBoostError {
    Map<String, Object> settings =
        Map.of(
            "objective",
            "binary:logistic",
            "max_depth",
            shape.depth(),
            "eta",
            shape.shrinkage(),
            "subsample",
            shape.sample(),
            "seed",
            seed,
            "nthread",
            threads,
            "verbosity",
            0);
    DMatrix matrix = labelled(rows, late);
    try {
      return new XgboostPeer(XGBoost.train(matrix, settings, shape.trees(), Map.of(), null, null));
    } finally {
      matrix.dispose();
    }
  }

  /** The rows one after another. */
  public static float[] flat(double[][] rows) {
    int width = rows[0].length;
    float[] flat = new float[rows.length * width];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = (float) rows[i / width][i % width];
    }
    return flat;
  }

  /** The rows as XGBoost keeps them, to be disposed of by the caller. */
  public static DMatrix matrix(double[][] rows) throws XGBoostError {
    return new DMatrix(flat(rows), rows.length, rows[0].length, Float.NaN);
  }

  static DMatrix labelled(double[][] rows, boolean[] late) throws XGBoostError {
    float[] labels = new float[late.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = late[i] ? 1 : 0;
    }
    DMatrix matrix = matrix(rows);
    matrix.setLabel(labels);
    return matrix;
  }

  /** Probabilities of the rows, a matrix made of them first. */
  public double[] predict(double[][] rows) throws XGBoostError {
    DMatrix matrix = matrix(rows);
    try {
      return predict(matrix);
    } finally {
      matrix.dispose();
    }
  }

  /** Probabilities of the rows of a matrix; of one it has seen before XGBoost remembers them. */
  public double[] predict(DMatrix matrix) throws XGBoostError {
    return first(booster.predict(matrix));
  }

  /** Probabilities of rows of a width that lie one after another, without a matrix. */
  public double[] predictInPlace(float[] flat, int width) throws XGBoostError {
    return first(booster.inplace_predict(flat, flat.length / width, width, Float.NaN));
  }

  /** Leaves of all trees. */
  public long leaves() throws XGBoostError {
    return Arrays.stream(booster.getModelDump("", false))
        .flatMap(String::lines)
        .filter(line -> line.contains("leaf="))
        .count();
  }

  static double[] first(float[][] scores) {
    return Arrays.stream(scores).mapToDouble(score -> score[0]).toArray();
  }

  @Override
  public void close() {
    booster.dispose();
  }
}
