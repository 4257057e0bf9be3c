package dev.dragoman.cli;

import dev.dragoman.training.TrainingListener;
import java.util.Locale;

/**
 * What a person sees of a training: on a terminal one live line, and a summary with a sample
 * translation at each validation; in a pipe plain lines.
 */
final class TrainingProgress implements TrainingListener {
  private static final int FIRST_ESTIMATE = 20;
  private static final double SMOOTHING = 0.05;

  private final Output output;
  private final LiveLine live;
  private final long expectedUpdates;
  private final int epochs;
  private final long begin = System.nanoTime();
  private final Pace pace = new Pace();
  private double loss;

  /**
   * A report.
   *
   * @param expectedUpdates updates of the whole run
   * @param epochs epochs of the whole run
   */
  TrainingProgress(Output output, LiveLine live, long expectedUpdates, int epochs) {
    this.output = output;
    this.live = live;
    this.expectedUpdates = expectedUpdates;
    this.epochs = epochs;
  }

  @Override
  public void updated(Update update) {
    pace.updated(update.seconds(), update.targetTokens());
    loss += Math.max(SMOOTHING, 1.0 / pace.updates()) * (update.loss() - loss);
    if (pace.updates() == FIRST_ESTIMATE) {
      output.line(
          text(
              "about %s for all %,d updates at the %,.0f tokens/s reached so far; validation not counted",
              duration(pace.secondsPerUpdate() * expectedUpdates),
              expectedUpdates,
              pace.tokensPerSecond()));
    }
    live.show(
        text(
            "epoch %d/%d  update %,d/%,d  loss %.3f  %,.0f tokens/s%s",
            update.epoch(),
            epochs,
            update.update(),
            expectedUpdates,
            loss,
            pace.tokensPerSecond(),
            left(expectedUpdates - update.update())));
  }

  /** Nothing while the JVM is still compiling what the first updates run. */
  private String left(long updates) {
    return pace.updates() < FIRST_ESTIMATE
        ? ""
        : "  " + duration(pace.secondsOf(updates)) + " left";
  }

  @Override
  public void validated(Validation validation) {
    pace.validated(validation.seconds());
    String bleu = Double.isNaN(validation.bleu()) ? "" : text("  BLEU %.1f", validation.bleu());
    output.line(
        text(
            "epoch %d  update %,d  train loss %.3f  valid loss %.3f  perplexity %.2f%s%s  (%s)",
            validation.epoch(),
            validation.update(),
            loss,
            validation.loss(),
            validation.perplexity(),
            bleu,
            validation.best() ? "  best" : "",
            duration((System.nanoTime() - begin) / 1e9)));
    if (!validation.sample().hypothesis().isEmpty()) {
      output.line("    source     " + validation.sample().source());
      output.line("    reference  " + validation.sample().reference());
      output.line("    output     " + validation.sample().hypothesis());
    }
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** "45 s", "12 min 30 s", "3 h 05 min". */
  static String duration(double seconds) {
    long whole = Math.round(Math.max(0, seconds));
    if (whole < 60) {
      return whole + " s";
    }
    if (whole < 3600) {
      return whole < 600 ? text("%d min %02d s", whole / 60, whole % 60) : whole / 60 + " min";
    }
    return text("%d h %02d min", whole / 3600, whole % 3600 / 60);
  }
}
