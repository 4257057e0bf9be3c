package dev.dragoman.grammar;

/** Three times, one English tense for each: eats, ate, will eat. */
enum Tense {
  PRESENT,
  PAST,
  FUTURE
}
