package dev.dragoman.benchmarks.programs;

import dev.dragoman.training.TrainingListener;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Writes down how long updates took and how much memory there was. */
final class Updates implements TrainingListener {
  private final long warm;
  private final long last;
  private final List<Double> rates = new ArrayList<>();
  private final List<Double> seconds = new ArrayList<>();
  private long tokens;
  private double untilFirst;
  private long residentWhenWarm;
  private long residentAtEnd;
  private long peak;

  /**
   * For a run.
   *
   * @param warm updates that do not count
   * @param last number of the last update: after it the memory is read, before validation adds its
   *     own
   */
  Updates(long warm, long last) {
    this.warm = warm;
    this.last = last;
  }

  @Override
  public void updated(Update update) {
    if (update.update() == 1) {
      long started = ManagementFactory.getRuntimeMXBean().getStartTime();
      untilFirst = (System.currentTimeMillis() - started) / 1e3;
    }
    if (update.update() == warm) {
      residentWhenWarm = ProcessMemory.residentMegabytes();
    }
    if (update.update() > warm) {
      rates.add(update.targetTokens() / update.seconds());
      seconds.add(update.seconds());
      tokens += update.targetTokens();
    }
    if (update.update() == last) {
      residentAtEnd = ProcessMemory.residentMegabytes();
      peak = ProcessMemory.peakMegabytes();
    }
  }

  @Override
  public void validated(Validation validation) {
    // What validation takes is no part of what is measured.
  }

  /** In the words of the peer's script, so that one reader serves both. */
  String line(int threads) {
    Spread rate = Spread.of(rates);
    double all = seconds.stream().mapToDouble(Double::doubleValue).sum();
    return Program.format(
        "bench threads %d steps %d: median %.0f tok/s, p10 %.0f p90 %.0f, mean %.0f tok/s; median"
            + " step %.1f ms, %.0f tok/step; peak rss %d MB",
        threads,
        rates.size(),
        rate.median(),
        rate.tenth(),
        rate.ninetieth(),
        tokens / all,
        Spread.of(seconds).median() * 1e3,
        (double) tokens / rates.size(),
        peak);
  }

  /** What the peer does not say. */
  String more() {
    return Program.format(
        "first update after %.1f s; rss after %d updates %d MB, at the end %d MB",
        untilFirst, warm, residentWhenWarm, residentAtEnd);
  }
}
