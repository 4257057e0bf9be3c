package dev.dragoman.grammar;

/** A side of the built-in corpus. */
public enum Language {
  /** The source. */
  FRENCH,

  /** The target. */
  ENGLISH
}
