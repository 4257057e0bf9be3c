package dev.dragoman.training;

/** The learning rate of each update; keeps what the plateau schedule has seen. */
final class Schedule {
  private final ScheduleSettings settings;
  private final float rate;
  private final long lastUpdate;
  private float plateauFactor = 1;
  private int withoutImprovement;

  /**
   * A schedule at its beginning.
   *
   * @param rate the full rate
   * @param lastUpdate number of the run's last update, for the linear schedule
   */
  Schedule(ScheduleSettings settings, float rate, long lastUpdate) {
    this.settings = settings;
    this.rate = rate;
    this.lastUpdate = Math.max(1, lastUpdate);
  }

  /** The rate of an update, counted from 1. */
  float rate(long update) {
    int warmup = settings.warmupUpdates();
    double rising = warmup > 0 && update < warmup ? (double) update / warmup : 1;
    double falling =
        switch (settings.kind()) {
          case CONSTANT -> 1;
          case INVERSE_SQUARE_ROOT -> update < warmup ? 1 : Math.sqrt((double) warmup / update);
          case LINEAR -> update < warmup ? 1 : Math.max(0, (lastUpdate - update + 1.0) / (lastUpdate - warmup + 1.0));
          case PLATEAU -> plateauFactor;
        };
    return (float) (rate * rising * falling);
  }

  /** Notes a validation. */
  void validated(boolean improved) {
    withoutImprovement = improved ? 0 : withoutImprovement + 1;
    if (settings.kind() == ScheduleKind.PLATEAU && withoutImprovement >= settings.plateauPatience()) {
      plateauFactor *= settings.decay();
      withoutImprovement = 0;
    }
  }

  /** What the plateau schedule has multiplied the rate by so far. */
  float plateauFactor() {
    return plateauFactor;
  }

  /** Validations without improvement since the last change. */
  int withoutImprovement() {
    return withoutImprovement;
  }

  /** Goes on where another schedule stood. */
  void restore(float factor, int validations) {
    plateauFactor = factor;
    withoutImprovement = validations;
  }
}
