package dev.dragoman.cli;

/** When a watch looks before the first validation: after 16, 32, 64 … updates. */
final class WatchTimes {
  private static final int FIRST = 16;

  private boolean validated;

  /** Whether to look now. */
  boolean isDue(long update) {
    return !validated && update >= FIRST && Long.bitCount(update) == 1;
  }

  /** From now on validations are enough. */
  void validated() {
    validated = true;
  }
}
