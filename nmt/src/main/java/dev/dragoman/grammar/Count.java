package dev.dragoman.grammar;

/** Grammatical number. */
enum Count {
  SINGULAR,
  PLURAL
}
