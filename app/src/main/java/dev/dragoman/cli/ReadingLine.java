package dev.dragoman.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** How far the reading of a corpus has come; in a pipe nothing is said of a small one. */
final class ReadingLine implements LongConsumer {
  private static final Duration PLAIN_PAUSE = Duration.ofSeconds(10);
  private static final String READING = "reading the corpus";

  private final Output output;
  private final LongSupplier nanoTime;
  private final long begin;
  private final LiveLine line;

  /** A line that begins now. */
  ReadingLine(Output output, LongSupplier nanoTime) {
    this.output = output;
    this.nanoTime = nanoTime;
    this.begin = nanoTime.getAsLong();
    this.line = new LiveLine(output, nanoTime, PLAIN_PAUSE);
    output.live(READING);
  }

  @Override
  public void accept(long pairs) {
    long elapsed = nanoTime.getAsLong() - begin;
    if (output.terminal().interactive() || elapsed >= PLAIN_PAUSE.toNanos()) {
      line.show(
          String.format(
              Locale.ROOT,
              "%s: %,d pairs, %,.0f a second",
              READING,
              pairs,
              pairs / Math.max(1e-9, elapsed / 1e9)));
    }
  }

  /** The reading is over. */
  void done() {
    output.keepLive();
  }
}
