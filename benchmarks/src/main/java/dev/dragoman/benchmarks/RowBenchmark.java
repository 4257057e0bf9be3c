package dev.dragoman.benchmarks;

import dev.dragoman.kernels.Kernels;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Everything but matrix products, at the sizes of the peers' job, beside the scalar twins. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@State(Scope.Thread)
public class RowBenchmark {
  private static final int ROWS = 64;
  private static final int H = 512;
  private static final int V = 7882;
  private static final int POSITIONS = 16;

  /** Which kernels. */
  @Param({"BEST", "SCALAR"})
  public Implementation implementation = Implementation.BEST;

  private final float[][] x = new float[7][];
  private Kernels kernels = Implementation.BEST.kernels();

  /** JMH fills in the parameters. */
  public RowBenchmark() {}

  /** Allocates the operands. */
  @Setup
  public void prepare() {
    kernels = implementation.kernels();
    for (int i = 0; i < x.length; i++) {
      x[i] = Numbers.uniform(i, ROWS * 4 * H);
    }
  }

  /** tanh of 32,768 floats. */
  @Benchmark
  public float[] tanh() {
    kernels.element().tanh(x[0], 0, x[1], 0, ROWS * H);
    return x[1];
  }

  /** sigmoid of 32,768 floats. */
  @Benchmark
  public float[] sigmoid() {
    kernels.element().sigmoid(x[0], 0, x[1], 0, ROWS * H);
    return x[1];
  }

  /** e^x of 32,768 floats. */
  @Benchmark
  public float[] exp() {
    kernels.element().exp(x[0], 0, x[1], 0, ROWS * H);
    return x[1];
  }

  /** Dot product of 32,768 floats. */
  @Benchmark
  public float dot() {
    return kernels.element().dot(x[0], 0, x[1], 0, ROWS * H);
  }

  /** Softmax over one vocabulary. */
  @Benchmark
  public float[] softmax() {
    kernels.row().softmax(x[0], 0, x[1], 0, V);
    return x[1];
  }

  /**
   * Loss and gradient over one vocabulary; the logits are copied first, as the kernel destroys
   * them.
   */
  @Benchmark
  public float crossEntropy() {
    System.arraycopy(x[0], 0, x[1], 0, V);
    return kernels.row().crossEntropyInPlace(x[1], 0, V, 7, 0.1f, 1f / ROWS);
  }

  /** One GRU step of 64 sentences. */
  @Benchmark
  public float[] gru() {
    kernels
        .cell()
        .gru(x[0], 0, 3 * H, x[1], 0, 3 * H, x[2], 0, H, x[3], 0, 3 * H, x[4], 0, H, ROWS, H);
    return x[4];
  }

  /** Its derivative. */
  @Benchmark
  public float[] gruBackward() {
    kernels
        .cell()
        .gruBackward(
            x[0], 0, 3 * H, x[1], 0, H, x[2], 0, 3 * H, x[3], 0, H, x[4], 0, 3 * H, x[5], 0, 3 * H,
            x[6], 0, H, ROWS, H);
    return x[6];
  }

  /** One LSTM step of 64 sentences. */
  @Benchmark
  public float[] lstm() {
    kernels
        .cell()
        .lstm(
            x[0], 0, 4 * H, x[1], 0, 4 * H, x[2], 0, H, x[3], 0, 4 * H, x[4], 0, H, x[5], 0, H,
            ROWS, H);
    return x[5];
  }

  /** Additive attention of one query over 16 positions. */
  @Benchmark
  public float[] energies() {
    kernels.attention().additiveEnergies(x[0], 0, H, x[1], 0, x[2], 0, x[3], 0, POSITIONS, H);
    return x[3];
  }

  /** Its derivative. */
  @Benchmark
  public float[] energiesBackward() {
    kernels
        .attention()
        .additiveEnergiesBackward(
            x[0], 0, H, x[1], 0, x[2], 0, x[3], 0, x[4], 0, H, x[5], 0, x[6], 0, POSITIONS, H);
    return x[4];
  }

  /** The context vector of 16 positions of 1,024. */
  @Benchmark
  public float[] context() {
    kernels.attention().weightedSum(x[0], 0, 2 * H, x[1], 0, x[2], 0, POSITIONS, 2 * H);
    return x[2];
  }

  /** Adam over 131,072 parameters. */
  @Benchmark
  public float[] adam() {
    int n = ROWS * 4 * H;
    kernels
        .update()
        .adam(x[0], 0, x[1], 0, x[2], 0, x[3], 0, n, 1f, 0.9, 0.999, 1e-9f, 1f, 1e-8f, 0f);
    return x[0];
  }

  /** Dropout over 32,768 floats. */
  @Benchmark
  public float[] dropout() {
    kernels.update().dropout(x[0], 0, x[1], 0, ROWS * H, 0.2f, 1, 2);
    return x[1];
  }
}
