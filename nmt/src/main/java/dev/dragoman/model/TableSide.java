package dev.dragoman.model;

/** Which of a model's two embedding tables is meant; where the model shares one, both mean it. */
public enum TableSide {
  /** The table of the language that the model reads. */
  SOURCE,

  /** The table of the language that it writes. */
  TARGET
}
