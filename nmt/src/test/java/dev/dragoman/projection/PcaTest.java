package dev.dragoman.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.tensor.Workers;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PcaTest {
  private static final double[] LONG = {0.6, 0, -0.8, 0, 0};
  private static final double[] SHORT = {0.8, 0, 0.6, 0, 0};

  /** An ellipse in a slanted plane of five dimensions, far from 0, with a little noise about it. */
  private static Tensor ellipse() {
    SplittableRandom random = new SplittableRandom(5);
    Tensor rows = Tensor.zeros(Shape.of(4000, 5));
    for (int row = 0; row < rows.rows(); row++) {
      double along = 4 * random.nextGaussian();
      double across = 2 * random.nextGaussian();
      for (int i = 0; i < 5; i++) {
        double value = 10 + along * LONG[i] + across * SHORT[i] + 0.1 * random.nextGaussian();
        rows.set((float) value, row, i);
      }
    }
    return rows;
  }

  @Test
  void itFindsTheAxesOfAnEllipseWithTheLargestComponentPositive() {
    try (Workers workers = new Workers(1)) {
      Pca pca = Pca.of(ellipse(), workers);
      for (int i = 0; i < 5; i++) {
        assertThat(pca.axis(0)[i]).isCloseTo(-LONG[i], within(0.02));
        assertThat(pca.axis(1)[i]).isCloseTo(SHORT[i], within(0.02));
      }
      assertThat(pca.share(0)).isCloseTo(16 / 20.05, within(0.02));
      assertThat(pca.share(1)).isCloseTo(4 / 20.05, within(0.02));
    }
  }

  @Test
  void theAxesAreEigenvectorsOfTheCovarianceAndStandAtRightAngles() {
    Tensor rows = Clouds.of(300, 33, 300, 0, 11);
    try (Workers workers = new Workers(2)) {
      Pca pca = Pca.of(rows, workers);
      double[] first = covarianceTimes(rows, pca.axis(0));
      double[] second = covarianceTimes(rows, pca.axis(1));
      double large = dot(first, pca.axis(0));
      double next = dot(second, pca.axis(1));
      assertThat(large).isGreaterThan(next);
      for (int i = 0; i < 33; i++) {
        assertThat(first[i]).isCloseTo(large * pca.axis(0)[i], within(1e-6 * large));
        assertThat(second[i]).isCloseTo(next * pca.axis(1)[i], within(1e-6 * large));
      }
      assertThat(dot(pca.axis(0), pca.axis(1))).isCloseTo(0, within(1e-9));
    }
  }

  private static double[] covarianceTimes(Tensor rows, double[] vector) {
    double[] mean = new double[vector.length];
    for (int row = 0; row < rows.rows(); row++) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += rows.get(row, i) / (double) rows.rows();
      }
    }
    double[] product = new double[vector.length];
    for (int row = 0; row < rows.rows(); row++) {
      double along = 0;
      for (int i = 0; i < mean.length; i++) {
        along += (rows.get(row, i) - mean[i]) * vector[i];
      }
      for (int i = 0; i < mean.length; i++) {
        product[i] += along * (rows.get(row, i) - mean[i]);
      }
    }
    return product;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Test
  void otherRowsAreLaidOutOnTheSameAxes() {
    try (Workers workers = new Workers(1)) {
      Tensor rows = ellipse();
      Pca pca = Pca.of(rows, workers);
      Layout some = pca.project(rows.slice(7, 9));
      Layout all = pca.project(rows);
      assertThat(some.x()).containsExactly(all.x()[7], all.x()[8]);
      assertThat(all.centre()[0]).isCloseTo(0, within(1e-9));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> pca.project(Tensor.zeros(2, 4)))
          .withMessageContaining("expected [N, E=5], got [2, 4]");
    }
  }

  @Test
  void rowsWithOneColumnOrNoDifferenceHaveAnAxisLess() {
    try (Workers workers = new Workers(1)) {
      Pca line = Pca.of(Clouds.rows(new float[] {1}, new float[] {3}), workers);
      assertThat(line.project(Clouds.rows(new float[] {4})).x()).containsExactly(2);
      assertThat(line.share(0)).isEqualTo(1);
      assertThat(line.share(1)).isZero();
      Pca point = Pca.of(Clouds.rows(new float[] {1, 2}, new float[] {1, 2}), workers);
      assertThat(point.project(Clouds.rows(new float[] {5, 5})).x()).containsExactly(0);
    }
  }
}
