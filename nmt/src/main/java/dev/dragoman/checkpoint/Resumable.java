package dev.dragoman.checkpoint;

import java.util.Objects;

/**
 * A model and the state of the training that was under way when it was saved.
 *
 * @param model the model
 * @param state where its training stood
 */
public record Resumable(SavedModel model, TrainingState state) {

  /** Checks that both are there. */
  public Resumable {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(state, "state");
  }
}
