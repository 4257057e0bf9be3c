package dev.dragoman.grammar;

/** The grammatical person, in the order in which the tables give the forms of a verb. */
enum Person {
  I(0),
  YOU(1),
  HE_OR_SHE(2),
  WE(3),
  YOU_ALL(4),
  THEY(5);

  private final int column;

  Person(int column) {
    this.column = column;
  }

  /** Where the tables have its form. */
  int column() {
    return column;
  }

  static Person third(Count count) {
    return count == Count.SINGULAR ? HE_OR_SHE : THEY;
  }

  Count count() {
    return switch (this) {
      case I, YOU, HE_OR_SHE -> Count.SINGULAR;
      case WE, YOU_ALL, THEY -> Count.PLURAL;
    };
  }

  boolean isThird() {
    return this == HE_OR_SHE || this == THEY;
  }

  /**
   * Whether one is the other or among them: I and we. Two third persons can be different people.
   */
  boolean isOrIncludes(Person other) {
    return switch (this) {
      case I, WE -> other == I || other == WE;
      case YOU, YOU_ALL -> other == YOU || other == YOU_ALL;
      case HE_OR_SHE, THEY -> false;
    };
  }
}
