package dev.dragoman.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QuadTreeTest {
  private static final int N = 700;

  private static double[] some(long seed, double spread) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[N];
    for (int i = 0; i < N; i++) {
      values[i] = i % 3 * 4 + spread * random.nextGaussian();
    }
    return values;
  }

  private record Forces(double[] x, double[] y, double[] sums) {}

  private static Forces ofTree(double[] x, double[] y, double theta) {
    QuadTree tree = new QuadTree(x.length);
    tree.build(x, y);
    Forces forces = new Forces(new double[x.length], new double[x.length], new double[x.length]);
    double[] out = new double[2];
    for (int place = 0; place < x.length; place++) {
      int point = tree.point(place);
      forces.sums[point] = tree.repulsion(place, theta, out);
      forces.x[point] = out[0];
      forces.y[point] = out[1];
    }
    return forces;
  }

  private static Forces exact(double[] x, double[] y) {
    Forces forces = new Forces(new double[x.length], new double[x.length], new double[x.length]);
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        if (i != j) {
          double w = 1 / (1 + Math.pow(x[i] - x[j], 2) + Math.pow(y[i] - y[j], 2));
          forces.sums[i] += w;
          forces.x[i] += w * w * (x[i] - x[j]);
          forces.y[i] += w * w * (y[i] - y[j]);
        }
      }
    }
    return forces;
  }

  @Test
  void forcesAreExactForThetaZero() {
    double[] x = some(1, 1);
    double[] y = some(2, 2);
    Forces tree = ofTree(x, y, 0);
    Forces exact = exact(x, y);
    for (int i = 0; i < N; i++) {
      assertThat(tree.x[i]).isCloseTo(exact.x[i], within(1e-10));
      assertThat(tree.y[i]).isCloseTo(exact.y[i], within(1e-10));
      assertThat(tree.sums[i]).isCloseTo(exact.sums[i], within(1e-10));
    }
  }

  @Test
  void forcesAreNearForThetaOneHalf() {
    double[] x = some(1, 3);
    double[] y = some(2, 3);
    Forces tree = ofTree(x, y, 0.5);
    Forces exact = exact(x, y);
    double wrong = 0;
    double size = 0;
    for (int i = 0; i < N; i++) {
      wrong += Math.hypot(tree.x[i] - exact.x[i], tree.y[i] - exact.y[i]);
      size += Math.hypot(exact.x[i], exact.y[i]);
    }
    assertThat(wrong / size).isBetween(1e-9, 0.02);
    assertThat(Arrays.stream(tree.sums).sum())
        .isCloseTo(Arrays.stream(exact.sums).sum(), within(0.01 * Arrays.stream(exact.sums).sum()));
  }

  @Test
  void pointsInOnePlaceAndSinglePointsAreNoTrouble() {
    double[] same = new double[50];
    Arrays.fill(same, 3.25);
    Forces forces = ofTree(same, same, 0.5);
    assertThat(forces.x).containsOnly(0);
    assertThat(forces.sums).containsOnly(49);
    double[] twice = {1, 1, 9};
    Forces pair = ofTree(twice, twice, 0);
    Forces exact = exact(twice, twice);
    assertThat(pair.sums[0]).isCloseTo(exact.sums[0], within(1e-12));
    assertThat(ofTree(new double[] {4}, new double[] {4}, 0.5).sums).containsExactly(0);
    new QuadTree(0).build(new double[0], new double[0]);
  }
}
