package dev.dragoman.kernels;

import static dev.dragoman.kernels.Twins.assertSameBits;
import static dev.dragoman.kernels.Twins.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Chosen-row kernels: scalar and vector give the same bits, and the right ones")
class ChosenRowTwinsTest {
  private static final Kernels[] BOTH = {Kernels.scalar(), Twins.vector()};

  @ParameterizedTest
  @MethodSource("dev.dragoman.kernels.Twins#lengths")
  void dotsAgreeForEveryNumberOfRows(int n) {
    int[] rows = rows(n);
    float[] x = uniform(1, n + 3);
    float[] table = uniform(2, 5 * (n + 2) + 1);
    for (int count = 0; count <= rows.length; count++) {
      int some = count;
      assertSameBits(
          (k, a) -> k.chosenRow().dots(a[0], 3, a[1], rows, some, n, a[2]),
          x,
          table,
          new float[rows.length]);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.dragoman.kernels.Twins#lengths")
  void learningAgreesWithAVectorOfItsOwnAndInPlace(int n) {
    int[] rows = rows(n);
    float[] x = uniform(3, n + 3);
    float[] dX = uniform(4, n + 5);
    float[] table = uniform(5, 5 * (n + 2) + 1);
    float[] factors = uniform(6, rows.length);
    for (int count = 0; count <= rows.length; count++) {
      int some = count;
      assertSameBits(
          (k, a) -> k.chosenRow().learn(a[0], 3, a[1], 5, a[2], rows, a[3], some, n),
          x,
          dX,
          table,
          factors);
      assertSameBits(
          (k, a) -> k.chosenRow().learn(a[0], 3, a[0], 3, a[1], rows, a[2], some, n),
          x,
          table,
          factors);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.dragoman.kernels.Twins#lengths")
  void sumsAndAddedVectorsAgree(int n) {
    int[] rows = rows(n);
    float[] x = uniform(7, n + 1);
    float[] table = uniform(8, 5 * (n + 2) + 1);
    assertSameBits(
        (k, a) -> k.chosenRow().scaledSum(a[1], rows, rows.length, 0.3f, a[0], n), x, table);
    assertSameBits((k, a) -> k.chosenRow().addToRows(a[0], a[1], rows, rows.length, n), x, table);
  }

  @Test
  void dotsAreThoseOfDouble() {
    float[] x = uniform(9, 103);
    float[] table = uniform(10, 400);
    int[] rows = {300, 0, 150, 150};
    for (Kernels k : BOTH) {
      float[] scores = new float[4];
      k.chosenRow().dots(x, 3, table, rows, 4, 100, scores);
      for (int row = 0; row < 4; row++) {
        double expected = 0;
        for (int i = 0; i < 100; i++) {
          expected += (double) x[3 + i] * table[rows[row] + i];
        }
        assertThat((double) scores[row]).isCloseTo(expected, offset(1e-3));
      }
    }
  }

  @Test
  void aRowThatIsChosenTwiceMovesTwiceAndTheVectorSeesBoth() {
    for (Kernels k : BOTH) {
      float[] x = new float[16];
      float[] table = new float[16];
      x[0] = 2f;
      table[0] = 10f;
      k.chosenRow().learn(x, 0, x, 0, table, new int[] {0, 0}, new float[] {0.5f, 0.25f}, 2, 16);
      assertThat(table[0]).as("10 + 0.5·2 = 11, then 11 + 0.25·2").isEqualTo(11.5f);
      assertThat(x[0]).as("2 + 0.5·10 + 0.25·11").isEqualTo(9.75f);
    }
  }

  /** Seven rows of a table of five, one of them three times. */
  private static int[] rows(int n) {
    int stride = n + 2;
    return new int[] {
      3 * stride + 1, 0, 2 * stride, 3 * stride + 1, stride, 4 * stride, 3 * stride + 1
    };
  }
}
