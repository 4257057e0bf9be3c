package dev.dragoman.training;

/** How the learning rate changes while training. */
public enum ScheduleKind {
  /** The same rate throughout. */
  CONSTANT,
  /**
   * Rises linearly over the warm-up, then falls with the inverse square root of the update (Vaswani
   * et al. 2017, arXiv:1706.03762), reaching the full rate at the end of the warm-up.
   */
  INVERSE_SQRT,
  /** Rises linearly over the warm-up, then falls linearly to zero at the last update of the run. */
  LINEAR,
  /**
   * Is multiplied by {@code decay} whenever {@code plateau-patience} validations in a row brought
   * no improvement.
   */
  PLATEAU
}
