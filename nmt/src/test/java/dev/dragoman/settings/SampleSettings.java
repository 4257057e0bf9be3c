package dev.dragoman.settings;

import java.util.List;
import java.util.Optional;

/** A configuration with one of everything. */
record SampleSettings(
    @Setting("What the experiment is called") String name,
    @Setting(value = "Where every random choice begins") long seed,
    @Setting("What is trained") Training training,
    @Setting("Which text goes in") Data data) {

  enum Cell {
    GRU,
    LSTM,
    LAYER_NORM_GRU
  }

  record Training(
      @Setting(value = "Stop after this many updates", min = 1, unit = "updates") int maxUpdates,
      @Setting(value = "Step size", above = 0, max = 1) float learningRate,
      @Setting(value = "Share of units switched off", min = 0, below = 1) double dropout,
      @Setting("Shuffle each epoch") boolean shuffle,
      @Setting("Recurrent cell") Cell cell,
      @Setting(value = "Longest norm of all gradients together", above = 0)
          Optional<Double> clipNorm,
      @Setting("Rule of the updates") Optimiser optimiser) {}

  sealed interface Optimiser permits Adam, SgdOptimiser, Frozen {}

  record Adam(
      @Setting(value = "Memory of the gradient", min = 0, below = 1) float beta1,
      @Setting(value = "Decay", min = 0) float decay)
      implements Optimiser {
    static Adam defaults() {
      return new Adam(0.9f, 0f);
    }
  }

  record SgdOptimiser(
      @Setting(value = "Share of the last step that is kept", min = 0, below = 1) float momentum,
      @Setting(value = "Decay", min = 0) float decay)
      implements Optimiser {}

  record Frozen() implements Optimiser {}

  record Data(
      @Setting(value = "Source sentences", file = true) Optional<String> source,
      @Setting("Languages") List<String> languages,
      @Setting(value = "Bucket widths", min = 1) List<Integer> widths,
      @Setting("Shortest sentence") int minLength,
      @Setting("Longest sentence") int maxLength) {
    Data {
      if (minLength > maxLength) {
        throw new IllegalArgumentException(
            "minLength: expected at most maxLength " + maxLength + ", got " + minLength);
      }
    }
  }

  static SampleSettings defaults() {
    return new SampleSettings(
        "sample",
        1L,
        new Training(1000, 1e-3f, 0.2, true, Cell.GRU, Optional.of(1.0), new Adam(0.9f, 0f)),
        new Data(Optional.empty(), List.of("fr", "en"), List.of(), 1, 50));
  }
}
