package dev.dragoman.benchmarks;

import dev.dragoman.kernels.FmaPeak;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The register-only FMA loop: the counter {@code flops} is the ceiling of {@link
 * MatrixBenchmark}'s.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@State(Scope.Thread)
public class PeakBenchmark {
  private final FmaPeak peak = new FmaPeak();

  /** With the vectors of this machine. */
  public PeakBenchmark() {}

  /** Floating-point operations per second. */
  @AuxCounters
  @State(Scope.Thread)
  public static class Rate {
    /** Operations done. */
    public long flops;

    /** Nothing done yet. */
    public Rate() {}
  }

  /** One burst. */
  @Benchmark
  public float registersOnly(Rate rate) {
    rate.flops += peak.operations();
    return peak.run();
  }
}
