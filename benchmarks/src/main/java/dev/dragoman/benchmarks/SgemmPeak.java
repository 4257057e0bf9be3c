package dev.dragoman.benchmarks;

import dev.dragoman.kernels.FmaPeak;
import dev.dragoman.kernels.Kernels;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Prints, in about a minute, how near this machine's matrix products come to its FMA peak: per
 * shape and form GFLOP/s and the share of a register-only loop that ran in turn with them. Medians
 * of the thread's own processor time, so that other processes disturb it little.
 *
 * <p>Arguments: shapes such as {@code 64x1536x512}; none: those of the peers' job.
 */
public final class SgemmPeak {
  private static final List<String> SHAPES =
      List.of(
          "1024x1024x1024",
          "960x8000x512",
          "960x512x8000",
          "512x8000x960",
          "64x1536x512",
          "64x512x512",
          "8x1536x512",
          "1x1536x512",
          "1x8000x512");
  private static final int ROUNDS = 11;
  private static final long WARM_UP_NANOS = 3_000_000_000L;

  /** Each measured piece does about this much work. */
  private static final double PIECE = 5e8;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final FmaPeak peak = new FmaPeak();
  private final PrintStream out;

  private SgemmPeak(PrintStream out) {
    this.out = out;
  }

  /** Prints the table. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    new SgemmPeak(out).print(args.length == 0 ? SHAPES : List.of(args));
  }

  private void print(List<String> shapes) {
    out.println(
        "kernels: " + Kernels.best().name() + "; GFLOP/s of one thread and share of the FMA loop");
    warmUp();
    out.printf(Locale.ROOT, "%-16s %8s", "M x N x K", "FMA loop");
    for (Form form : Form.values()) {
      out.printf(Locale.ROOT, " %14s", form.label());
    }
    out.println();
    for (String shape : shapes) {
      row(shape);
    }
  }

  private void warmUp() {
    MatrixProblem problem = MatrixProblem.parse("64x512x512", Kernels.best().matrix());
    long end = System.nanoTime() + WARM_UP_NANOS;
    while (System.nanoTime() < end) {
      peakRate();
      for (Form form : Form.values()) {
        rate(problem, form);
      }
    }
  }

  private void row(String shape) {
    MatrixProblem problem = MatrixProblem.parse(shape, Kernels.best().matrix());
    Form[] forms = Form.values();
    double[] loop = new double[ROUNDS];
    double[][] rates = new double[forms.length][ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      loop[round] = peakRate();
      for (int f = 0; f < forms.length; f++) {
        rates[f][round] = rate(problem, forms[f]);
      }
    }
    double ceiling = median(loop);
    out.printf(Locale.ROOT, "%-16s %8.1f", shape, ceiling);
    for (double[] rate : rates) {
      out.printf(Locale.ROOT, " %8.1f %4.0f%%", median(rate), 100 * median(rate) / ceiling);
    }
    out.println();
  }

  private double peakRate() {
    int times = (int) Math.max(1, PIECE / peak.operations());
    long start = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < times; i++) {
      peak.run();
    }
    return (double) times * peak.operations() / (threads.getCurrentThreadCpuTime() - start);
  }

  private double rate(MatrixProblem problem, Form form) {
    int times = (int) Math.max(1, PIECE / problem.operations());
    long start = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < times; i++) {
      problem.run(form);
    }
    return (double) times * problem.operations() / (threads.getCurrentThreadCpuTime() - start);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
