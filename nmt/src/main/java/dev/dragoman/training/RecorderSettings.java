package dev.dragoman.training;

import dev.dragoman.history.VectorPrecision;
import dev.dragoman.settings.Setting;
import java.util.List;

/**
 * What training writes down about the embeddings while they move.
 *
 * @param record whether anything is written down
 * @param precision float32 or float16: what the vectors of snapshots keep
 * @param watch tokens of either side whose vectors are written down after every update; recording
 *     is then on
 */
public record RecorderSettings(
    @Setting("Write down what every embedding does while training") boolean record,
    @Setting("What is kept of each number of a recorded vector") VectorPrecision precision,
    @Setting("Tokens that are recorded after every update; this switches recording on")
        List<String> watch) {

  /** Copies the list. */
  public RecorderSettings {
    watch = List.copyOf(watch);
    if (watch.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("watch: expected words parted by commas, got a blank one");
    }
  }

  /** Nothing is recorded. */
  public static RecorderSettings defaults() {
    return new RecorderSettings(false, VectorPrecision.FLOAT16, List.of());
  }

  /** Whether there is anything to do. */
  public boolean isOn() {
    return record || !watch.isEmpty();
  }
}
