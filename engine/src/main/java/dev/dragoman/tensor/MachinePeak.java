package dev.dragoman.tensor;

import dev.dragoman.kernels.FmaPeak;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * How fast this machine computes at best: what every other rate is a share of. All rates are
 * floating-point operations per second of all threads together, a multiply-add being two, by the
 * clock on the wall: what other programs take is missing in them too.
 *
 * <p>The first call of each measures the JVM's warm-up; throw it away.
 */
public final class MachinePeak {
  private final Workers workers;
  private final List<FmaPeak> loops = new ArrayList<>();

  /** Of as many threads as there are workers. */
  public MachinePeak(Workers workers) {
    this.workers = workers;
    for (int i = 0; i < workers.count(); i++) {
      loops.add(new FmaPeak());
    }
  }

  /**
   * Fused multiply-adds on registers, nothing else: the ceiling.
   *
   * @param time how long to compute, above 0
   */
  public double multiplyAdds(Duration time) {
    return together(
        time,
        worker -> {
          FmaPeak loop = loops.get(worker);
          return new Burst(loop::run, loop.operations());
        });
  }

  /**
   * Matrix products C [M, N] = A [M, K]·B [K, N], one after the other on each thread: what the
   * kernels make of the ceiling.
   *
   * @param time how long to compute, above 0
   */
  public double matrixProducts(int m, int n, int k, Duration time) {
    return together(
        time,
        worker -> {
          Tensor a = ones(m, k);
          Tensor b = ones(k, n);
          Tensor c = Tensor.zeros(m, n);
          Workspace workspace = new Workspace();
          return new Burst(
              () -> {
                Products.multiplyInto(a, b, c, workspace);
                workspace.reset();
              },
              2L * m * n * k);
        });
  }

  /** Numbers whose products stay normal, so that none is slow. */
  private static Tensor ones(int rows, int columns) {
    Tensor tensor = Tensor.zeros(rows, columns);
    tensor.fill(1f);
    return tensor;
  }

  /** Some work and how many operations it is. */
  private record Burst(Runnable work, long operations) {}

  private double together(Duration time, IntFunction<Burst> bursts) {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException(
          "time to measure: expected more than nothing, got " + time);
    }
    List<Burst> prepared = new ArrayList<>();
    for (int i = 0; i < workers.count(); i++) {
      prepared.add(bursts.apply(i));
    }
    double[] rates = new double[prepared.size()];
    workers.forEach(rates.length, i -> rates[i] = rate(prepared.get(i), time.toNanos()));
    double sum = 0;
    for (double rate : rates) {
      sum += rate;
    }
    return sum;
  }

  private static double rate(Burst burst, long nanos) {
    long start = System.nanoTime();
    long runs = 0;
    long taken;
    do {
      burst.work().run();
      runs++;
      taken = System.nanoTime() - start;
    } while (taken < nanos);
    return 1e9 * runs * burst.operations() / taken;
  }
}
