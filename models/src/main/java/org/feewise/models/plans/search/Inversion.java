package org.feewise.models.plans.search;

import java.util.Arrays;

/** Inverts a matrix by Gauss-Jordan elimination with row exchange. */
final class Inversion {
  private Inversion() {}

  /** Overwrites the matrix; false when it is singular. */
  static boolean invert(double[][] matrix, double[][] inverse) {
    int size = matrix.length;
    for (int i = 0; i < size; i++) {
      Arrays.fill(inverse[i], 0);
      inverse[i][i] = 1;
    }
    for (int column = 0; column < size; column++) {
      int pivot = largestBelow(matrix, column);
      if (Math.abs(matrix[pivot][column]) < 1e-12) {
        return false;
      }
      exchange(matrix, pivot, column);
      exchange(inverse, pivot, column);
      double scale = 1 / matrix[column][column];
      multiply(matrix[column], scale);
      multiply(inverse[column], scale);
      for (int i = 0; i < size; i++) {
        double factor = matrix[i][column];
        if (i != column && factor != 0) {
          subtract(matrix[i], matrix[column], factor);
          subtract(inverse[i], inverse[column], factor);
        }
      }
    }
    return true;
  }

  private static int largestBelow(double[][] matrix, int column) {
    int best = column;
    for (int i = column + 1; i < matrix.length; i++) {
      if (Math.abs(matrix[i][column]) > Math.abs(matrix[best][column])) {
        best = i;
      }
    }
    return best;
  }

  private static void exchange(double[][] matrix, int a, int b) {
    double[] line = matrix[a];
    matrix[a] = matrix[b];
    matrix[b] = line;
  }

  private static void multiply(double[] line, double factor) {
    for (int j = 0; j < line.length; j++) {
      line[j] *= factor;
    }
  }

  private static void subtract(double[] line, double[] other, double factor) {
    for (int j = 0; j < line.length; j++) {
      line[j] -= factor * other[j];
    }
  }
}
