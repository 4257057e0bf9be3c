package dev.dragoman.grammar;

/** Whether something is done, and how often. */
enum Manner {
  PLAIN,
  NOT,
  NEVER,
  OFTEN,
  ALWAYS,
  SOMETIMES,
  RARELY;

  /** Whether French says ne before the verb, and no article but de before its object. */
  boolean isNegative() {
    return this == NOT || this == NEVER;
  }
}
