package dev.dragoman.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A fixed expression, read from {@code (la1) semaine1 dernière2} and {@code last2 week1}.
 *
 * @param french its French words
 * @param english its English words
 */
record Expression(List<Piece> french, List<Piece> english) {

  Expression {
    french = List.copyOf(french);
    english = List.copyOf(english);
  }

  /**
   * @param word a word of the expression
   * @param number words with the same number belong together
   * @param helper whether it only helps its fellows
   */
  record Piece(Word word, char number, boolean helper) {

    /** Reads {@code (la1)}; the word gets this class unless it is one of the small words. */
    static Piece parse(String text, Map<String, Word> smallWords, WordClass wordClass) {
      boolean helper = text.startsWith("(");
      String bare = helper ? text.substring(1, text.length() - 1) : text;
      char last = bare.charAt(bare.length() - 1);
      boolean numbered = Character.isDigit(last);
      String word = numbered ? bare.substring(0, bare.length() - 1) : bare;
      Word known = smallWords.getOrDefault(word, new Word(word, wordClass));
      return new Piece(known, numbered ? last : '0', helper);
    }
  }

  /** The expression at a new place. */
  Phrase phrase() {
    Map<Character, Cell> cells = new HashMap<>();
    return new Phrase(tokens(french, cells), tokens(english, cells));
  }

  private static List<Token> tokens(List<Piece> pieces, Map<Character, Cell> cells) {
    List<Token> tokens = new ArrayList<>();
    for (Piece piece : pieces) {
      Cell cell = cells.computeIfAbsent(piece.number, number -> new Cell());
      tokens.add(piece.helper ? Token.helper(piece.word, cell) : Token.head(piece.word, cell));
    }
    return tokens;
  }
}
