package dev.dragoman.cli;

/** Mistakes that learners can watch being made. */
enum Lesson {
  /** Padding that is trained as a word, as a well-known tutorial does. */
  TUTORIAL_BUG
}
