package threadmill.server.statistics;

import org.jspecify.annotations.Nullable;

/// Small systems of linear equations.
final class Linear {
  private Linear() {}

  /// Solves by elimination with pivots; null where there is not one solution.
  static double @Nullable [] solve(double[][] matrix, double[] right) {
    int size = right.length;
    for (int column = 0; column < size; column++) {
      int pivot = column;
      for (int row = column + 1; row < size; row++) {
        if (Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column])) {
          pivot = row;
        }
      }
      if (matrix[pivot][column] == 0) {
        return null;
      }
      swap(matrix, right, column, pivot);
      for (int row = column + 1; row < size; row++) {
        double factor = matrix[row][column] / matrix[column][column];
        right[row] -= factor * right[column];
        for (int k = column; k < size; k++) {
          matrix[row][k] -= factor * matrix[column][k];
        }
      }
    }
    var solved = new double[size];
    for (int row = size - 1; row >= 0; row--) {
      double sum = right[row];
      for (int k = row + 1; k < size; k++) {
        sum -= matrix[row][k] * solved[k];
      }
      solved[row] = sum / matrix[row][row];
    }
    return solved;
  }

  private static void swap(double[][] matrix, double[] right, int one, int other) {
    var row = matrix[one];
    matrix[one] = matrix[other];
    matrix[other] = row;
    double value = right[one];
    right[one] = right[other];
    right[other] = value;
  }
}
