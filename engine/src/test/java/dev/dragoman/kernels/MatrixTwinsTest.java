package dev.dragoman.kernels;

import static dev.dragoman.kernels.Twins.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.dragoman.kernels.MatrixKernels.Into;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Matrix products: every tile gives the bits of the three loops")
class MatrixTwinsTest {
  private static final int[] ROWS = {0, 1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 97, 103};
  private static final int[] DEPTHS = {0, 1, 2, 7, 511, 512, 513, 1024, 1025, 1300};

  /** One problem: extents, which operands are transposed, and odd distances between rows. */
  record Problem(int m, int n, int k, boolean leftTransposed, boolean rightTransposed, Into into) {
    Matrix left(float[] data) {
      return view(data, 3, m, k, leftTransposed);
    }

    Matrix right(float[] data) {
      return view(data, 5, k, n, rightTransposed);
    }

    float[] leftData() {
      return uniform(1, 3 + (m + 3) * (k + 3));
    }

    float[] rightData() {
      return uniform(2, 5 + (n + 3) * (k + 3));
    }

    Matrix out(float[] data) {
      return Matrix.of(data, 1, m, n, n + 3);
    }

    float[] outData() {
      return uniform(3, 1 + (m + 1) * (n + 3));
    }

    private static Matrix view(
        float[] data, int offset, int rows, int columns, boolean transposed) {
      return transposed
          ? Matrix.of(data, offset, columns, rows, rows + 3).transposed()
          : Matrix.of(data, offset, rows, columns, columns + 3);
    }
  }

  /** The definition in MatrixKernels, word by word. */
  private static void define(Matrix a, Matrix b, Matrix c, Into into) {
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < b.columns(); j++) {
        int at = c.row(i) + j;
        c.data()[at] = into == Into.OVERWRITE && a.columns() == 0 ? 0f : c.data()[at];
        for (int from = 0; from < a.columns(); from += MatrixKernels.K_BLOCK) {
          float s = 0f;
          for (int k = from; k < Math.min(a.columns(), from + MatrixKernels.K_BLOCK); k++) {
            float left = a.data()[a.row(i) + k * a.columnStride()];
            s = Math.fma(left, b.data()[b.row(k) + j * b.columnStride()], s);
          }
          c.data()[at] = from == 0 && into == Into.OVERWRITE ? s : c.data()[at] + s;
        }
      }
    }
  }

  private static List<MatrixKernels> all() {
    return List.of(
        new ScalarMatrixKernels(),
        new VectorMatrixKernels(new WideTiles()),
        new VectorMatrixKernels(new NarrowTiles()));
  }

  static Stream<Problem> problems() {
    int lanes = Species.LANES;
    int[] columns = {
      0,
      1,
      lanes - 1,
      lanes,
      lanes + 1,
      2 * lanes,
      3 * lanes + 1,
      4 * lanes - 1,
      4 * lanes,
      4 * lanes + 1,
      8 * lanes,
      127,
      33 * lanes + 3
    };
    Random random = new Random(4);
    return IntStream.range(0, 160)
        .mapToObj(i ->
            new Problem(
                ROWS[i % ROWS.length],
                columns[random.nextInt(columns.length)],
                DEPTHS[random.nextInt(DEPTHS.length)],
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean() ? Into.ADD : Into.OVERWRITE));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void everyShapeTransposeAndTile(Problem problem) {
    float[] a = problem.leftData();
    float[] b = problem.rightData();
    float[] expected = problem.outData();
    define(problem.left(a), problem.right(b), problem.out(expected), problem.into());
    for (MatrixKernels kernels : all()) {
      assertSameBits(expected, product(kernels, problem, a, b));
      assertSameBits(expected, packedProduct(kernels, problem, a, b));
    }
  }

  /**
   * The scratch ends where {@link MatrixKernels#scratchSize} says, and what it held does not
   * matter.
   */
  private static float[] product(MatrixKernels kernels, Problem problem, float[] a, float[] b) {
    float[] c = problem.outData();
    float[] scratch = new float[2 + kernels.scratchSize(problem.m(), problem.n(), problem.k())];
    Arrays.fill(scratch, Float.NaN);
    kernels.multiply(problem.left(a), problem.right(b), problem.out(c), problem.into(), scratch, 2);
    return c;
  }

  private static float[] packedProduct(
      MatrixKernels kernels, Problem problem, float[] a, float[] b) {
    float[] c = problem.outData();
    float[] packed = new float[2 + kernels.packedSize(problem.k(), problem.n())];
    Arrays.fill(packed, Float.NaN);
    kernels.pack(problem.right(b), packed, 2);
    kernels.multiplyPacked(problem.left(a), packed, 2, problem.out(c), problem.into());
    return c;
  }

  private static void assertSameBits(float[] expected, float[] actual) {
    for (int i = 0; i < expected.length; i++) {
      if (Float.floatToIntBits(expected[i]) != Float.floatToIntBits(actual[i])) {
        assertThat(actual[i]).as("element %d", i).isEqualTo(expected[i]);
      }
    }
  }

  @Test
  void aRowIsTheSameAloneAndAmongOthers() {
    Problem many = new Problem(64, 150, 700, false, false, Into.OVERWRITE);
    float[] a = many.leftData();
    float[] b = many.rightData();
    for (MatrixKernels kernels : all()) {
      float[] packed = new float[kernels.packedSize(700, 150)];
      kernels.pack(many.right(b), packed, 0);
      float[] c = new float[64 * 150];
      kernels.multiplyPacked(
          many.left(a), packed, 0, Matrix.of(c, 0, 64, 150, 150), Into.OVERWRITE);
      float[] alone = new float[150];
      for (int r = 0; r < 64; r++) {
        Matrix row = Matrix.of(a, many.left(a).row(r), 1, 700, 703);
        kernels.multiplyPacked(row, packed, 0, Matrix.of(alone, 0, 1, 150, 150), Into.OVERWRITE);
        assertSameBits(Arrays.copyOfRange(c, r * 150, (r + 1) * 150), alone);
      }
    }
  }

  @Test
  void productsAreThoseOfDoubles() {
    Problem problem = new Problem(7, 37, 1300, true, true, Into.ADD);
    float[] a = problem.leftData();
    float[] b = problem.rightData();
    Matrix left = problem.left(a);
    Matrix right = problem.right(b);
    float[] c = product(Kernels.best().matrix(), problem, a, b);
    float[] before = problem.outData();
    for (int i = 0; i < 7; i++) {
      for (int j = 0; j < 37; j++) {
        int at = problem.out(c).row(i) + j;
        double sum = before[at];
        for (int k = 0; k < 1300; k++) {
          sum +=
              (double) a[left.row(i) + k * left.columnStride()]
                  * b[right.row(k) + j * right.columnStride()];
        }
        assertThat((double) c[at]).isCloseTo(sum, offset(2e-3));
      }
    }
  }

  @Test
  void bothStridesOfAnOperandMayBeOdd() {
    float[] a = uniform(1, 5000);
    float[] b = uniform(2, 9000);
    Matrix left = new Matrix(a, 2, 9, 40, 101, 2);
    Matrix right = new Matrix(b, 1, 40, 70, 211, 3);
    float[] expected = uniform(3, 9 * 70);
    float[] start = expected.clone();
    define(left, right, Matrix.of(expected, 0, 9, 70, 70), Into.ADD);
    for (MatrixKernels kernels : all()) {
      float[] c = start.clone();
      float[] scratch = new float[kernels.scratchSize(9, 70, 40)];
      kernels.multiply(left, right, Matrix.of(c, 0, 9, 70, 70), Into.ADD, scratch, 0);
      assertSameBits(expected, c);
    }
  }
}
