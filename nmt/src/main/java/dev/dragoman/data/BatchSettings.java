package dev.dragoman.data;

import dev.dragoman.settings.Setting;
import java.util.Objects;

/**
 * How large a batch is.
 *
 * @param size at most so many units, at least 1
 * @param unit what is counted
 */
public record BatchSettings(
    @Setting(value = "Most units in a batch", min = 1) int size,
    @Setting("What the size counts") Unit unit) {

  /** What the size of a batch counts. */
  public enum Unit {
    /** Sentence pairs. */
    SENTENCES,
    /**
     * Token places of the longer side, padding included: sentences times longest sentence. It
     * bounds the memory of an update. A pair that is longer than the size makes a batch of its own.
     */
    TOKENS
  }

  /** Checks the size. */
  public BatchSettings {
    Objects.requireNonNull(unit, "unit");
    if (size < 1) {
      throw new IllegalArgumentException("size of a batch: expected at least 1, got " + size);
    }
  }

  /** 64 sentence pairs. */
  public static BatchSettings defaults() {
    return new BatchSettings(64, Unit.SENTENCES);
  }
}
