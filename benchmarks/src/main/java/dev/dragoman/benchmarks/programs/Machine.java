package dev.dragoman.benchmarks.programs;

import dev.dragoman.tensor.MachinePeak;
import dev.dragoman.tensor.Workers;
import java.time.Duration;

/** What the machine can do in the moment, measured between two runs. */
final class Machine {
  private static final Duration WARM_UP = Duration.ofMillis(1500);
  private static final Duration MEASURE = Duration.ofMillis(300);
  private static final int CUBE = 1024;

  private boolean warm;

  /**
   * Peaks, in operations per second.
   *
   * @param multiplyAdds of the register-only loop
   * @param products of matrix products
   */
  record Peaks(double multiplyAdds, double products) {}

  Peaks peaks(int threads) {
    try (Workers workers = new Workers(threads)) {
      MachinePeak peak = new MachinePeak(workers);
      if (!warm) {
        measure(peak, WARM_UP);
        warm = true;
      }
      return measure(peak, MEASURE);
    }
  }

  private static Peaks measure(MachinePeak peak, Duration time) {
    return new Peaks(peak.multiplyAdds(time), peak.matrixProducts(CUBE, CUBE, CUBE, time));
  }
}
