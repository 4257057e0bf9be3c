package dev.dragoman.projection;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The eigenvectors of a small symmetric matrix, by Jacobi's rotations: each makes one pair of
 * elements off the diagonal zero, until all are.
 *
 * @param values largest first
 * @param vectors as rows, each of length 1, in the same order
 */
record SymmetricEigen(double[] values, double[][] vectors) {
  private static final int MOST_SWEEPS = 60;

  static SymmetricEigen of(double[][] matrix) {
    int n = matrix.length;
    double[][] a = new double[n][];
    double[][] v = new double[n][n];
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
      v[i][i] = 1;
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && hasRest(a); sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(a, v, p, q);
        }
      }
    }
    return sorted(a, v);
  }

  private static boolean hasRest(double[][] a) {
    double rest = 0;
    double diagonal = 0;
    for (int i = 0; i < a.length; i++) {
      diagonal += a[i][i] * a[i][i];
      for (int j = 0; j < i; j++) {
        rest += a[i][j] * a[i][j];
      }
    }
    return rest > 1e-30 * diagonal;
  }

  private static void rotate(double[][] a, double[][] v, int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double slope = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double tangent = Math.signum(slope) / (Math.abs(slope) + Math.hypot(1, slope));
    if (slope == 0) {
      tangent = 1;
    }
    double cosine = 1 / Math.hypot(1, tangent);
    double sine = tangent * cosine;
    for (double[] row : a) {
      mix(row, p, q, cosine, sine);
    }
    mixRows(a, p, q, cosine, sine);
    mixRows(v, p, q, cosine, sine);
  }

  private static void mix(double[] row, int p, int q, double cosine, double sine) {
    double first = row[p];
    row[p] = cosine * first - sine * row[q];
    row[q] = sine * first + cosine * row[q];
  }

  private static void mixRows(double[][] rows, int p, int q, double cosine, double sine) {
    for (int i = 0; i < rows[p].length; i++) {
      double first = rows[p][i];
      rows[p][i] = cosine * first - sine * rows[q][i];
      rows[q][i] = sine * first + cosine * rows[q][i];
    }
  }

  private static SymmetricEigen sorted(double[][] a, double[][] v) {
    int[] order =
        IntStream.range(0, a.length)
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(i -> -a[i][i]).thenComparingInt(i -> i))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = new double[a.length];
    double[][] vectors = new double[a.length][];
    for (int i = 0; i < order.length; i++) {
      values[i] = a[order[i]][order[i]];
      vectors[i] = v[order[i]];
    }
    return new SymmetricEigen(values, vectors);
  }
}
