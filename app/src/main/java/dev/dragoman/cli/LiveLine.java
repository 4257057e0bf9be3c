package dev.dragoman.cli;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Progress: on a terminal one line that is overwritten, ten times a second at most; in a pipe a
 * plain line now and then.
 */
final class LiveLine {
  private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();

  private final Output output;
  private final LongSupplier nanoTime;
  private final long pauseNanos;
  private long nextNanos;

  /**
   * @param nanoTime a clock such as {@link System#nanoTime}
   * @param plainPause least time between two plain lines
   */
  LiveLine(Output output, LongSupplier nanoTime, Duration plainPause) {
    this.output = output;
    this.nanoTime = nanoTime;
    this.pauseNanos = output.terminal().interactive() ? REDRAW_NANOS : plainPause.toNanos();
    this.nextNanos = nanoTime.getAsLong();
  }

  /** Shows where things stand, unless that was shown a moment ago. */
  void show(String text) {
    long now = nanoTime.getAsLong();
    if (now - nextNanos < 0) {
      return;
    }
    nextNanos = now + pauseNanos;
    if (output.terminal().interactive()) {
      output.live(text);
    } else {
      output.line(text);
    }
  }
}
