package dev.dragoman.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.tensor.Elementwise;
import dev.dragoman.tensor.Tensor;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class InitialiserTest {
  private final Tensor matrix = Tensor.zeros(300, 100);

  private void fill(Initialiser initialiser) {
    initialiser.fill(matrix, new SplittableRandom(1));
  }

  private double mean() {
    return Elementwise.sum(matrix) / matrix.size();
  }

  private double deviation() {
    return Math.sqrt(Elementwise.sumOfSquares(matrix) / matrix.size() - mean() * mean());
  }

  private void assertWithin(float low, float high) {
    for (float value : matrix.toArray()) {
      assertThat(value).isBetween(low, high);
    }
  }

  @Test
  void normal() {
    fill(new Initialiser.Normal(2, 0.5f));
    assertThat(mean()).isBetween(1.98, 2.02);
    assertThat(deviation()).isBetween(0.49, 0.51);
  }

  @Test
  void uniform() {
    fill(new Initialiser.Uniform(-1, 3));
    assertThat(mean()).isBetween(0.97, 1.03);
    assertThat(deviation()).isBetween(1.14, 1.17);
    assertWithin(-1, 3);
  }

  @Test
  void xavierUniformReachesTheRootOfSixOverBothFans() {
    fill(new Initialiser.XavierUniform(1));
    float bound = (float) Math.sqrt(6.0 / 400);
    assertWithin(-bound, bound);
    assertThat(deviation()).isBetween(0.99 * bound / Math.sqrt(3), 1.01 * bound / Math.sqrt(3));
  }

  @Test
  void xavierNormalDeviatesByTheRootOfTwoOverBothFans() {
    fill(new Initialiser.XavierNormal(2));
    assertThat(deviation())
        .isBetween(0.99 * 2 * Math.sqrt(2.0 / 400), 1.01 * 2 * Math.sqrt(2.0 / 400));
  }

  @Test
  void constant() {
    fill(new Initialiser.Constant(0.25f));
    assertWithin(0.25f, 0.25f);
  }

  @Test
  void theSameSeedDrawsTheSameNumbers() {
    fill(new Initialiser.Normal(0, 1));
    float[] first = matrix.toArray();
    fill(new Initialiser.Normal(0, 1));
    assertThat(matrix.toArray()).isEqualTo(first);
  }

  @Test
  void someColumnsOfAMatrixCanBeDrawnAlone() {
    new Initialiser.Constant(1).fill(matrix.columns(10, 20), new SplittableRandom(1));
    assertThat(Elementwise.sum(matrix)).isEqualTo(300 * 10);
  }

  @Test
  void impossibleSettingsAreRefused() {
    assertThatThrownBy(() -> new Initialiser.Normal(0, -1))
        .hasMessage("normal initialiser: deviation must be ≥ 0, got -1.0");
    assertThatThrownBy(() -> new Initialiser.Uniform(1, 0))
        .hasMessage("uniform initialiser: needs low ≤ high, got 1.0 and 0.0");
  }
}
