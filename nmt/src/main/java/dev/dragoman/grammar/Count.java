package dev.dragoman.grammar;

/** Grammatical number. */
enum Count {
  SINGULAR(0),
  PLURAL(1);

  private final int column;

  Count(int column) {
    this.column = column;
  }

  /** Where the tables have its form. */
  int column() {
    return column;
  }
}
