package dev.dragoman.grammar;

/** The grammatical gender of a French noun, and whether English says he or she of a person. */
enum Gender {
  MASCULINE(0),
  FEMININE(1);

  private final int column;

  Gender(int column) {
    this.column = column;
  }

  /** Where the tables have its form. */
  int column() {
    return column;
  }

  Gender other() {
    return this == MASCULINE ? FEMININE : MASCULINE;
  }
}
