package dev.dragoman.benchmarks;

import dev.dragoman.kernels.MatrixKernels;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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

/**
 * Matrix products of the shapes that training and decoding meet; compare with {@link
 * PeakBenchmark}.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@State(Scope.Thread)
public class MatrixBenchmark {
  /** M×N×K. */
  @Param({
    "1024x1024x1024",
    "960x8000x512",
    "960x512x8000",
    "512x8000x960",
    "64x1536x512",
    "64x512x512",
    "1x1536x512"
  })
  public String shape = "";

  /** Which kernels. */
  @Param({"BEST", "SCALAR"})
  public Implementation implementation = Implementation.BEST;

  private MatrixProblem problem =
      MatrixProblem.parse("1x1x1", Implementation.BEST.kernels().matrix());

  /** JMH fills in the parameters. */
  public MatrixBenchmark() {}

  /** Floating-point operations per second. */
  @AuxCounters
  @State(Scope.Thread)
  public static class Rate {
    /** Operations done. */
    public long flops;

    /** Nothing done yet. */
    public Rate() {}
  }

  /** Allocates operands, scratch and the packed B. */
  @Setup
  public void prepare() {
    MatrixKernels kernels = implementation.kernels().matrix();
    problem = MatrixProblem.parse(shape, kernels);
  }

  private float[] run(Rate rate, Form form) {
    problem.run(form);
    rate.flops += problem.operations();
    return problem.out();
  }

  /** B packed beforehand. */
  @Benchmark
  public float[] packed(Rate rate) {
    return run(rate, Form.PACKED);
  }

  /** A·B. */
  @Benchmark
  public float[] product(Rate rate) {
    return run(rate, Form.PLAIN);
  }

  /** A·Bᵀ. */
  @Benchmark
  public float[] rightTransposed(Rate rate) {
    return run(rate, Form.RIGHT_TRANSPOSED);
  }

  /** Aᵀ·B. */
  @Benchmark
  public float[] leftTransposed(Rate rate) {
    return run(rate, Form.LEFT_TRANSPOSED);
  }

  /** Aᵀ·Bᵀ. */
  @Benchmark
  public float[] bothTransposed(Rate rate) {
    return run(rate, Form.BOTH_TRANSPOSED);
  }
}
