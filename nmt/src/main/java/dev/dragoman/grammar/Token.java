package dev.dragoman.grammar;

import java.util.List;

/**
 * A word at its place in a sentence.
 *
 * @param word what is written there
 * @param ties the cells it belongs to; two for a contraction such as {@code du} = de + le
 */
record Token(Word word, List<Tie> ties) {

  /**
   * @param cell the unit of meaning that a word belongs to
   * @param head whether the word carries the meaning ({@code mange}, {@code eat}) or only helps
   *     ({@code does}, {@code ne}, an article that the other language leaves out)
   */
  record Tie(Cell cell, boolean head) {}

  /** A word that carries the meaning of a cell. */
  static Token head(Word word, Cell cell) {
    return new Token(word, List.of(new Tie(cell, true)));
  }

  /** A word that only helps the one that carries the meaning. */
  static Token helper(Word word, Cell cell) {
    return new Token(word, List.of(new Tie(cell, false)));
  }

  Token withWord(Word other) {
    return new Token(other, ties);
  }
}
