package dev.dragoman.training;

/** What makes a model the best so far. */
public enum Criterion {
  /** The lowest validation loss. */
  LOSS,
  /** The highest validation BLEU. */
  BLEU
}
