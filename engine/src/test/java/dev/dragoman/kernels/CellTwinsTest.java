package dev.dragoman.kernels;

import static dev.dragoman.kernels.Twins.assertSameBits;
import static dev.dragoman.kernels.Twins.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Recurrent cells: scalar and vector give the same bits, and the right ones")
class CellTwinsTest {
  private static final int ROWS = 3;
  private static final int GAP = 5;

  private static float[] block(long seed, int columns) {
    return uniform(seed, ROWS * (columns + GAP) + GAP);
  }

  @ParameterizedTest
  @MethodSource("dev.dragoman.kernels.Twins#lengths")
  void gruAgrees(int n) {
    int s = n + GAP;
    int g = 3 * n + GAP;
    assertSameBits(
        (k, a) -> k.cell().gru(a[0], 1, g, a[1], 2, g, a[2], 3, s, a[3], 4, g, a[4], 5, s, ROWS, n),
        block(1, 3 * n),
        block(2, 3 * n),
        block(3, n),
        block(4, 3 * n),
        block(5, n));
  }

  @ParameterizedTest
  @MethodSource("dev.dragoman.kernels.Twins#lengths")
  void gruBackwardAgrees(int n) {
    int s = n + GAP;
    int g = 3 * n + GAP;
    assertSameBits(
        (k, a) ->
            k.cell()
                .gruBackward(
                    a[0], 1, g, a[1], 2, s, a[2], 3, g, a[3], 4, s, a[4], 5, g, a[5], 1, g, a[6], 2,
                    s, ROWS, n),
        block(1, 3 * n),
        block(2, n),
        block(3, 3 * n),
        block(4, n),
        block(5, 3 * n),
        block(6, 3 * n),
        block(7, n));
  }

  @ParameterizedTest
  @MethodSource("dev.dragoman.kernels.Twins#lengths")
  void lstmAgrees(int n) {
    int s = n + GAP;
    int g = 4 * n + GAP;
    assertSameBits(
        (k, a) ->
            k.cell()
                .lstm(
                    a[0], 1, g, a[1], 2, g, a[2], 3, s, a[3], 4, g, a[4], 5, s, a[5], 1, s, ROWS,
                    n),
        block(1, 4 * n),
        block(2, 4 * n),
        block(3, n),
        block(4, 4 * n),
        block(5, n),
        block(6, n));
  }

  @ParameterizedTest
  @MethodSource("dev.dragoman.kernels.Twins#lengths")
  void lstmBackwardAgrees(int n) {
    int s = n + GAP;
    int g = 4 * n + GAP;
    assertSameBits(
        (k, a) ->
            k.cell()
                .lstmBackward(
                    a[0], 1, s, a[1], 2, g, a[2], 3, s, a[3], 4, s, a[4], 5, s, a[5], 1, g, a[6], 2,
                    s, ROWS, n),
        block(1, n),
        block(2, 4 * n),
        block(3, n),
        block(4, n),
        block(5, n),
        block(6, 4 * n),
        block(7, n));
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double gru(double[] p) {
    double r = sigmoid(p[0] + p[3]);
    double z = sigmoid(p[1] + p[4]);
    double n = Math.tanh(p[2] + r * p[5]);
    return n + z * (p[6] - n);
  }

  private static double slope(java.util.function.ToDoubleFunction<double[]> f, double[] at, int i) {
    double[] up = at.clone();
    double[] down = at.clone();
    up[i] += 1e-5;
    down[i] -= 1e-5;
    return (f.applyAsDouble(up) - f.applyAsDouble(down)) / 2e-5;
  }

  @Test
  void gruDerivativesAreThoseOfTheFormula() {
    double[] p = {0.3, -0.7, 0.9, 1.1, 0.2, -0.4, 0.6};
    for (Kernels k : new Kernels[] {Kernels.scalar(), Twins.vector()}) {
      float[] input = {0.3f, -0.7f, 0.9f};
      float[] recurrent = {1.1f, 0.2f, -0.4f};
      float[] previous = {0.6f};
      float[] gates = new float[3];
      float[] next = new float[1];
      k.cell().gru(input, 0, 3, recurrent, 0, 3, previous, 0, 1, gates, 0, 3, next, 0, 1, 1, 1);
      assertThat((double) next[0]).isCloseTo(gru(p), offset(1e-6));
      float[] dInput = new float[3];
      float[] dRecurrent = new float[3];
      float[] dPrevious = {10f};
      k.cell()
          .gruBackward(
              recurrent,
              0,
              3,
              previous,
              0,
              1,
              gates,
              0,
              3,
              new float[] {1f},
              0,
              1,
              dInput,
              0,
              3,
              dRecurrent,
              0,
              3,
              dPrevious,
              0,
              1,
              1,
              1);
      for (int i = 0; i < 3; i++) {
        assertThat((double) dInput[i]).isCloseTo(slope(CellTwinsTest::gru, p, i), offset(1e-6));
        assertThat((double) dRecurrent[i])
            .isCloseTo(slope(CellTwinsTest::gru, p, i + 3), offset(1e-6));
      }
      assertThat(dPrevious[0] - 10.0).isCloseTo(slope(CellTwinsTest::gru, p, 6), offset(1e-5));
    }
  }

  private static double cell(double[] p) {
    return sigmoid(p[1]) * p[4] + sigmoid(p[0]) * Math.tanh(p[2]);
  }

  /** h' plus 0.7 of c', so that both paths count. */
  private static double lstm(double[] p) {
    return sigmoid(p[3]) * Math.tanh(cell(p)) + 0.7 * cell(p);
  }

  @Test
  void lstmDerivativesAreThoseOfTheFormula() {
    double[] p = {0.3, -0.7, 0.9, 1.1, 0.6};
    for (Kernels k : new Kernels[] {Kernels.scalar(), Twins.vector()}) {
      float[] input = {0.1f, -0.2f, 0.4f, 1.0f};
      float[] recurrent = {0.2f, -0.5f, 0.5f, 0.1f};
      float[] previous = {0.6f};
      float[] gates = new float[4];
      float[] nextCell = new float[1];
      float[] next = new float[1];
      k.cell()
          .lstm(
              input, 0, 4, recurrent, 0, 4, previous, 0, 1, gates, 0, 4, nextCell, 0, 1, next, 0, 1,
              1, 1);
      assertThat((double) nextCell[0]).isCloseTo(cell(p), offset(1e-6));
      assertThat(next[0] + 0.7 * nextCell[0]).isCloseTo(lstm(p), offset(1e-6));
      float[] dGates = new float[4];
      float[] dPrevious = {10f};
      k.cell()
          .lstmBackward(
              previous,
              0,
              1,
              gates,
              0,
              4,
              nextCell,
              0,
              1,
              new float[] {1f},
              0,
              1,
              new float[] {0.7f},
              0,
              1,
              dGates,
              0,
              4,
              dPrevious,
              0,
              1,
              1,
              1);
      for (int i = 0; i < 4; i++) {
        assertThat((double) dGates[i]).isCloseTo(slope(CellTwinsTest::lstm, p, i), offset(1e-6));
      }
      assertThat(dPrevious[0] - 10.0).isCloseTo(slope(CellTwinsTest::lstm, p, 4), offset(1e-5));
    }
  }
}
