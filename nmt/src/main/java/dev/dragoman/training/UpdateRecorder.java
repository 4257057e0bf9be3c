package dev.dragoman.training;

import dev.dragoman.autograd.Gradients;
import dev.dragoman.data.Batch;

/** Looks at every update from inside; called on the training thread, in order. */
public interface UpdateRecorder {
  /** Looks at nothing. */
  UpdateRecorder NONE =
      new UpdateRecorder() {
        @Override
        public void before(Batch batch) {}

        @Override
        public void after(long update, Batch batch, Gradients gradients) {}

        @Override
        public void saving(long updates) {}

        @Override
        public void ended(long updates) {}
      };

  /** The gradients of a batch are known; nothing has moved yet. */
  void before(Batch batch);

  /**
   * The parameters have moved.
   *
   * @param update its number, from 1
   * @param gradients the whole batch's, before clipping
   */
  void after(long update, Batch batch, Gradients gradients);

  /** The state is about to be saved from which training can go on. */
  void saving(long updates);

  /** Training has ended. */
  void ended(long updates);
}
