package dev.dragoman.projection;

import dev.dragoman.tensor.Tensor;
import dev.dragoman.tensor.Workers;
import java.util.SplittableRandom;

/**
 * Principal components (Pearson 1901; Hotelling 1933): the two directions, at right angles, along
 * which rows differ most. They are the first eigenvectors of the covariance, found by iterating a
 * few vectors at once and turning them to the best ones among their span after each step (Rayleigh
 * and Ritz). An axis points to where its largest component is positive, so that its sign is no
 * chance.
 */
public final class Pca {
  /** How many directions a map has. */
  private static final int AXES = 2;

  /** More vectors than axes: what follows the second eigenvalue then does not slow it down. */
  private static final int ITERATED = 10;

  private static final int MOST_STEPS = 3000;
  private static final double CONVERGED = 1e-11;
  private static final long SEED = 1;
  private static final int COLUMNS_PER_TASK = 16;

  private final double[] mean;
  private final double[][] axes;
  private final double[] shares;

  private Pca(double[] mean, double[][] axes, double[] shares) {
    this.mean = mean;
    this.axes = axes;
    this.shares = shares;
  }

  /**
   * Finds the axes of rows [N, E].
   *
   * @throws IllegalArgumentException if a row holds anything but numbers
   */
  public static Pca of(Tensor rows, Workers workers) {
    Directions.requireFinite(rows);
    double[] mean = mean(rows);
    double[][] covariance = covariance(rows, mean, workers);
    double trace = 0;
    for (int i = 0; i < covariance.length; i++) {
      trace += covariance[i][i];
    }
    double[][] axes = new double[AXES][covariance.length];
    double[] shares = new double[AXES];
    if (trace > 0) {
      SymmetricEigen found = leading(covariance, trace);
      for (int axis = 0; axis < Math.min(AXES, found.values().length); axis++) {
        shares[axis] = Math.max(0, found.values()[axis]) / trace;
        axes[axis] = turned(found.vectors()[axis]);
      }
    }
    return new Pca(mean, axes, shares);
  }

  private static double[] mean(Tensor rows) {
    double[] mean = new double[rows.columns()];
    for (int row = 0; row < rows.rows(); row++) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += rows.data()[rows.rowOffset(row) + i];
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= Math.max(1, rows.rows());
    }
    return mean;
  }

  /** Times the number of rows; a task for every few columns, which reads all rows in order. */
  private static double[][] covariance(Tensor rows, double[] mean, Workers workers) {
    int size = mean.length;
    double[][] covariance = new double[size][size];
    workers.forEach(
        Math.ceilDiv(size, COLUMNS_PER_TASK),
        task -> {
          int from = task * COLUMNS_PER_TASK;
          int to = Math.min(size, from + COLUMNS_PER_TASK);
          double[] centred = new double[size];
          for (int row = 0; row < rows.rows(); row++) {
            int offset = rows.rowOffset(row);
            for (int i = 0; i < size; i++) {
              centred[i] = rows.data()[offset + i] - mean[i];
            }
            for (int i = from; i < to; i++) {
              addScaled(centred[i], centred, covariance[i]);
            }
          }
        });
    return covariance;
  }

  private static void addScaled(double factor, double[] vector, double[] sum) {
    for (int i = 0; i < vector.length; i++) {
      sum[i] += factor * vector[i];
    }
  }

  /** The eigenvectors with the largest eigenvalues, largest first. */
  private static SymmetricEigen leading(double[][] matrix, double trace) {
    double[][] basis = start(Math.min(ITERATED, matrix.length), matrix.length);
    for (int step = 0; ; step++) {
      double[][] images = images(matrix, basis);
      SymmetricEigen best = SymmetricEigen.of(products(basis, images));
      double[][] vectors = combined(best.vectors(), basis);
      if (step == MOST_STEPS || rest(best, combined(best.vectors(), images), vectors, trace)) {
        return new SymmetricEigen(best.values(), vectors);
      }
      basis = orthonormal(images);
    }
  }

  private static double[][] start(int count, int size) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[][] vectors = new double[count][];
    for (int i = 0; i < count; i++) {
      vectors[i] = random.doubles(size, -1, 1).toArray();
    }
    return orthonormal(vectors);
  }

  /** Whether C·v = λ·v holds for the axes. */
  private static boolean rest(
      SymmetricEigen best, double[][] images, double[][] vectors, double trace) {
    double largest = 0;
    for (int axis = 0; axis < Math.min(AXES, vectors.length); axis++) {
      for (int i = 0; i < vectors[axis].length; i++) {
        double difference = images[axis][i] - best.values()[axis] * vectors[axis][i];
        largest = Math.max(largest, Math.abs(difference));
      }
    }
    return largest <= CONVERGED * trace;
  }

  private static double[][] images(double[][] matrix, double[][] vectors) {
    double[][] images = new double[vectors.length][matrix.length];
    for (int v = 0; v < vectors.length; v++) {
      for (int i = 0; i < matrix.length; i++) {
        addScaled(vectors[v][i], matrix[i], images[v]);
      }
    }
    return images;
  }

  private static double[][] products(double[][] a, double[][] b) {
    double[][] products = new double[a.length][b.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j <= i; j++) {
        products[i][j] = dot(a[i], b[j]);
        products[j][i] = products[i][j];
      }
    }
    return products;
  }

  private static double[][] combined(double[][] weights, double[][] vectors) {
    double[][] sums = new double[weights.length][vectors[0].length];
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < vectors.length; j++) {
        addScaled(weights[i][j], vectors[j], sums[i]);
      }
    }
    return sums;
  }

  /** Gram and Schmidt, twice over, since once is not enough for vectors that are nearly alike. */
  private static double[][] orthonormal(double[][] vectors) {
    for (int i = 0; i < vectors.length; i++) {
      double before = Math.sqrt(dot(vectors[i], vectors[i]));
      for (int pass = 0; pass < 2; pass++) {
        for (int j = 0; j < i; j++) {
          addScaled(-dot(vectors[j], vectors[i]), vectors[j], vectors[i]);
        }
      }
      double length = Math.sqrt(dot(vectors[i], vectors[i]));
      double factor = length > 1e-13 * before ? 1 / length : 0;
      for (int k = 0; k < vectors[i].length; k++) {
        vectors[i][k] *= factor;
      }
    }
    return vectors;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double[] turned(double[] axis) {
    int largest = 0;
    for (int i = 1; i < axis.length; i++) {
      if (Math.abs(axis[i]) > Math.abs(axis[largest])) {
        largest = i;
      }
    }
    double[] turned = axis.clone();
    for (int i = 0; i < turned.length && axis[largest] < 0; i++) {
      turned[i] = -turned[i];
    }
    return turned;
  }

  /** Where rows [M, E], of the same table or of another, lie on these axes. */
  public Layout project(Tensor rows) {
    if (rows.columns() != mean.length) {
      throw new IllegalArgumentException(
          "rows: expected [N, E=" + mean.length + "], got " + rows.shape());
    }
    Directions.requireFinite(rows);
    double[][] places = new double[AXES][rows.rows()];
    for (int row = 0; row < rows.rows(); row++) {
      for (int axis = 0; axis < AXES; axis++) {
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
          sum += (rows.data()[rows.rowOffset(row) + i] - mean[i]) * axes[axis][i];
        }
        places[axis][row] = sum;
      }
    }
    return new Layout(places[0], places[1]);
  }

  /** An axis [E] of length 1: 0 is the one along which rows differ most, 1 the next. */
  public double[] axis(int number) {
    return axes[number].clone();
  }

  /** How much of the rows' variance lies along an axis, 0 to 1. */
  public double share(int number) {
    return shares[number];
  }
}
