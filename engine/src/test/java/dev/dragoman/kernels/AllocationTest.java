package dev.dragoman.kernels;

import static dev.dragoman.kernels.Twins.uniform;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.dragoman.kernels.MatrixKernels.Into;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A kernel whose vectors are boxed allocates with every call: this finds it. */
@DisplayName("Kernels allocate nothing once they are compiled")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllocationTest {
  private static final int N = 150;
  private static final int ROWS = 70;
  private static final long WARM_UP_NANOS = 30_000_000_000L;
  private static final int CALLS = 200;

  private final Kernels k = Twins.vector();
  private final float[][] a = new float[8][];

  AllocationTest() {
    for (int i = 0; i < a.length; i++) {
      a[i] = uniform(i + 1, ROWS * 4 * N);
    }
  }

  /** Compiled in the background, so it is warm when a round no longer allocates. */
  private static void assertAllocatesNothing(Runnable kernel) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long end = System.nanoTime() + WARM_UP_NANOS;
    long allocated;
    do {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < CALLS; i++) {
        kernel.run();
      }
      allocated = threads.getCurrentThreadAllocatedBytes() - before;
    } while (allocated > 0 && System.nanoTime() < end);
    assertThat(allocated).as("bytes in %d calls", CALLS).isZero();
  }

  @Test
  void elementKernels() {
    ElementKernels e = k.element();
    assertAllocatesNothing(() -> e.tanh(a[0], 0, a[1], 0, N));
    assertAllocatesNothing(() -> e.sigmoid(a[0], 0, a[1], 0, N));
    assertAllocatesNothing(() -> e.exp(a[0], 0, a[1], 0, N));
    assertAllocatesNothing(() -> e.log(a[0], 0, a[1], 0, N));
    assertAllocatesNothing(() -> e.tanhBackward(a[0], 0, a[1], 0, a[2], 0, N));
    assertAllocatesNothing(() -> e.sigmoidBackward(a[0], 0, a[1], 0, a[2], 0, N));
    assertAllocatesNothing(() -> e.addScaled(0.5f, a[0], 0, a[1], 0, N));
    assertAllocatesNothing(() -> e.scale(0.5f, a[0], 0, a[1], 0, N));
    assertAllocatesNothing(() -> e.multiplyAdd(a[0], 0, a[1], 0, a[2], 0, N));
    assertAllocatesNothing(() -> a[2][0] = e.dot(a[0], 0, a[1], 0, N));
    assertAllocatesNothing(() -> a[2][0] = e.sum(a[0], 0, N));
    assertAllocatesNothing(() -> a[2][0] = (float) e.sumOfSquares(a[0], 0, N));
    assertAllocatesNothing(() -> a[2][0] = e.max(a[0], 0, N));
  }

  @Test
  void rowKernels() {
    RowKernels r = k.row();
    assertAllocatesNothing(() -> r.addColumnSums(a[0], 0, N, a[1], 0, ROWS, N));
    assertAllocatesNothing(() -> r.addToRows(a[0], 0, a[1], 0, N, ROWS, N));
    assertAllocatesNothing(() -> r.softmax(a[0], 0, a[1], 0, N));
    assertAllocatesNothing(() -> r.softmaxBackward(a[0], 0, a[1], 0, a[2], 0, N));
    assertAllocatesNothing(() -> a[2][0] = r.logSumExp(a[0], 0, N));
    assertAllocatesNothing(() -> a[2][0] = r.crossEntropyInPlace(a[0], 0, N, 3, 0.1f, 0.5f));
  }

  @Test
  void cellKernels() {
    CellKernels c = k.cell();
    assertAllocatesNothing(() ->
        c.gru(a[0], 0, 3 * N, a[1], 0, 3 * N, a[2], 0, N, a[3], 0, 3 * N, a[4], 0, N, ROWS, N));
    assertAllocatesNothing(() ->
        c.gruBackward(
            a[0], 0, 3 * N, a[1], 0, N, a[2], 0, 3 * N, a[3], 0, N, a[4], 0, 3 * N, a[5], 0, 3 * N,
            a[6], 0, N, ROWS, N));
    assertAllocatesNothing(() ->
        c.lstm(
            a[0], 0, 4 * N, a[1], 0, 4 * N, a[2], 0, N, a[3], 0, 4 * N, a[4], 0, N, a[5], 0, N,
            ROWS, N));
    assertAllocatesNothing(() ->
        c.lstmBackward(
            a[0], 0, N, a[1], 0, 4 * N, a[2], 0, N, a[3], 0, N, a[4], 0, N, a[5], 0, 4 * N, a[6], 0,
            N, ROWS, N));
  }

  @Test
  void attentionKernels() {
    AttentionKernels t = k.attention();
    assertAllocatesNothing(
        () -> t.additiveEnergies(a[0], 0, N, a[1], 0, a[2], 0, a[3], 0, ROWS, N));
    assertAllocatesNothing(() ->
        t.additiveEnergiesBackward(
            a[0], 0, N, a[1], 0, a[2], 0, a[3], 0, a[4], 0, N, a[5], 0, a[6], 0, ROWS, N));
    assertAllocatesNothing(() -> t.rowDots(a[0], 0, N, a[1], 0, a[2], 0, ROWS, N));
    assertAllocatesNothing(() -> t.weightedSum(a[0], 0, N, a[1], 0, a[2], 0, ROWS, N));
    assertAllocatesNothing(() -> t.addOuter(a[0], 0, a[1], 0, a[2], 0, N, ROWS, N));
  }

  @Test
  void updateKernels() {
    UpdateKernels u = k.update();
    assertAllocatesNothing(
        () -> u.adam(a[0], 0, a[1], 0, a[2], 0, a[3], 0, N, 1f, 0.9, 0.999, 1e-3f, 1f, 1e-8f, 0f));
    assertAllocatesNothing(() -> u.dropout(a[0], 0, a[1], 0, N, 0.2f, 1, 2));
    assertAllocatesNothing(() -> u.dropoutBackward(a[0], 0, a[1], 0, N, 0.2f, 1, 2));
  }

  @Test
  void matrixProducts() {
    MatrixKernels m = k.matrix();
    int depth = 60;
    float[] scratch = new float[m.scratchSize(ROWS + 1, N, depth)];
    float[] packed = new float[m.packedSize(depth, N)];
    Matrix left = Matrix.of(a[0], 0, ROWS + 1, depth, depth);
    Matrix leftTransposed = Matrix.of(a[0], 0, depth, ROWS + 1, ROWS + 1).transposed();
    Matrix right = Matrix.of(a[1], 0, depth, N, N);
    Matrix rightTransposed = Matrix.of(a[1], 0, N, depth, depth).transposed();
    Matrix out = Matrix.of(a[2], 0, ROWS + 1, N, N);
    assertAllocatesNothing(() -> m.pack(right, packed, 0));
    assertAllocatesNothing(() -> m.multiplyPacked(left, packed, 0, out, Into.OVERWRITE));
    assertAllocatesNothing(() -> m.multiply(left, right, out, Into.ADD, scratch, 0));
    assertAllocatesNothing(
        () -> m.multiply(leftTransposed, right, out, Into.OVERWRITE, scratch, 0));
    assertAllocatesNothing(
        () -> m.multiply(left, rightTransposed, out, Into.OVERWRITE, scratch, 0));
  }

  @Test
  void chosenRowKernels() {
    ChosenRowKernels c = k.chosenRow();
    int[] rows = {0, 5 * N, 2 * N, 9 * N};
    assertAllocatesNothing(() -> c.dots(a[0], 3, a[1], rows, 4, N, a[2]));
    assertAllocatesNothing(() -> c.learn(a[0], 3, a[0], 3, a[1], rows, a[2], 4, N));
    assertAllocatesNothing(() -> c.scaledSum(a[1], rows, 4, 0.25f, a[0], N));
    assertAllocatesNothing(() -> c.addToRows(a[0], a[1], rows, 4, N));
  }
}
