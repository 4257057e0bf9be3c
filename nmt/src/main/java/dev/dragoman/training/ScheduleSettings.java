package dev.dragoman.training;

import dev.dragoman.settings.Setting;

/**
 * How the learning rate changes while training.
 *
 * @param kind constant, inverse-sqrt, linear or plateau
 * @param warmupUpdates updates over which the rate rises from zero, ≥ 0
 * @param decay factor of the plateau schedule, in (0, 1)
 * @param plateauPatience validations without improvement before the rate is multiplied by {@code
 *     decay}, ≥ 1
 */
public record ScheduleSettings(
    @Setting("Shape of the learning rate") ScheduleKind kind,
    @Setting(value = "Updates over which the rate rises from zero", min = 0) int warmupUpdates,
    @Setting(value = "Factor of the plateau schedule", above = 0, below = 1) float decay,
    @Setting(value = "Validations without improvement before the rate decays", min = 1)
        int plateauPatience) {
  /** Checks the ranges. */
  public ScheduleSettings {
    if (warmupUpdates < 0) {
      throw new IllegalArgumentException("warmup-updates must be ≥ 0, got " + warmupUpdates);
    }
    if (!(decay > 0 && decay < 1)) {
      throw new IllegalArgumentException("decay must be between 0 and 1, got " + decay);
    }
    if (plateauPatience < 1) {
      throw new IllegalArgumentException(
          "plateau-patience must be at least 1, got " + plateauPatience);
    }
    if (kind == ScheduleKind.INVERSE_SQRT && warmupUpdates == 0) {
      throw new IllegalArgumentException("the inverse-sqrt schedule needs warmup-updates above 0");
    }
  }

  /** A constant rate without warm-up. */
  public static ScheduleSettings defaults() {
    return new ScheduleSettings(ScheduleKind.CONSTANT, 0, 0.5f, 1);
  }
}
