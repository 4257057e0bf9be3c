package dev.dragoman.data;

import dev.dragoman.settings.Setting;
import java.util.Objects;

/**
 * How much of a corpus is held out for validation and test.
 *
 * @param validation how many distinct sentences: 1 or more is a number of them, less than 1 a
 *     share, 0 none
 * @param test likewise
 * @param by which sentences must not occur on both sides
 */
public record HoldOutSettings(
    @Setting(value = "Sentences held out for validation, or a share of them below 1", min = 0)
        double validation,
    @Setting(value = "Sentences held out for test, or a share of them below 1", min = 0)
        double test,
    @Setting("Which sentences must not occur on both sides") By by) {

  /** What keeps pairs together, so that nothing leaks from training into validation and test. */
  public enum By {
    /** Pairs with the same source: no held-out source was seen in training. */
    SOURCE,
    /** Pairs with the same target: no held-out target was seen in training. */
    TARGET,
    /**
     * Pairs with the same source or the same target, and whatever hangs together through others.
     */
    BOTH
  }

  /** Checks the ranges. */
  public HoldOutSettings {
    Objects.requireNonNull(by, "by");
    requireSize("validation", validation);
    requireSize("test", test);
  }

  /** A hundredth each for validation and test, by source. */
  public static HoldOutSettings defaults() {
    return new HoldOutSettings(0.01, 0.01, By.SOURCE);
  }

  private static void requireSize(String name, double size) {
    boolean number = size >= 1 && size <= Integer.MAX_VALUE && size == Math.rint(size);
    if (!(size >= 0 && size < 1) && !number) {
      throw new IllegalArgumentException(
          name + ": expected a share below 1 or a whole number of sentences, got " + size);
    }
  }
}
