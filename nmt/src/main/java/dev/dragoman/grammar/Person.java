package dev.dragoman.grammar;

/** The grammatical person, in the order in which the tables give the forms of a verb. */
enum Person {
  I,
  YOU,
  HE_OR_SHE,
  WE,
  YOU_ALL,
  THEY;

  static Person third(Count count) {
    return count == Count.SINGULAR ? HE_OR_SHE : THEY;
  }

  Count count() {
    return ordinal() < WE.ordinal() ? Count.SINGULAR : Count.PLURAL;
  }
}
