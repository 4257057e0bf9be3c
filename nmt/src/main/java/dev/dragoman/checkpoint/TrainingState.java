package dev.dragoman.checkpoint;

import dev.dragoman.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a training needs beside the model in order to go on.
 *
 * @param progress how far it has come
 * @param moments the optimiser's tensors by name
 */
public record TrainingState(Progress progress, Map<String, Tensor> moments) {

  /** Keeps the order of the moments; the tensors are not copied. */
  public TrainingState {
    Objects.requireNonNull(progress, "progress");
    moments = Collections.unmodifiableMap(new LinkedHashMap<>(moments));
  }
}
