package dev.dragoman.training;

/** The learning rate of each update; keeps what the plateau schedule has seen. */
final class Schedule {
  private final ScheduleSettings settings;
  private final long lastUpdate;
  private double fullRate;
  private int withoutProgress;

  /**
   * A schedule at its beginning.
   *
   * @param rate the full rate
   * @param lastUpdate number of the run's last update, for the linear schedule
   */
  Schedule(ScheduleSettings settings, float rate, long lastUpdate) {
    this.settings = settings;
    this.fullRate = rate;
    this.lastUpdate = Math.max(1, lastUpdate);
  }

  /** The rate of an update, counted from 1. */
  float rate(long update) {
    int warmup = settings.warmupUpdates();
    if (update < warmup) {
      return (float) (fullRate * update / warmup);
    }
    double factor =
        switch (settings.kind()) {
          case CONSTANT, PLATEAU -> 1;
          case INVERSE_SQRT -> Math.sqrt(warmup / (double) update);
          case LINEAR -> Math.max(0, (lastUpdate - update + 1.0) / (lastUpdate - warmup + 1.0));
        };
    return (float) (fullRate * factor);
  }

  /** Notes a validation. */
  void validated(boolean improved) {
    withoutProgress = improved ? 0 : withoutProgress + 1;
    if (settings.kind() == ScheduleKind.PLATEAU && withoutProgress >= settings.plateauPatience()) {
      fullRate *= settings.decay();
      withoutProgress = 0;
    }
  }

  /** The full rate, after what the plateau schedule has taken off. */
  double fullRate() {
    return fullRate;
  }

  /** Validations without progress since the last change. */
  int withoutProgress() {
    return withoutProgress;
  }

  /** Goes on where another schedule stood. */
  void restore(double rate, int validations) {
    fullRate = rate;
    withoutProgress = validations;
  }
}
