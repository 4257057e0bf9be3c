package dev.dragoman.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A piece of a sentence in both languages, before elision and capitals.
 *
 * @param french its words in French order
 * @param english its words in English order
 */
record Phrase(List<Token> french, List<Token> english) {

  static final Phrase EMPTY = new Phrase(List.of(), List.of());

  Phrase {
    french = List.copyOf(french);
    english = List.copyOf(english);
  }

  /** One French word that stands for these English words. */
  static Phrase of(Word french, Word... english) {
    Cell cell = new Cell();
    return new Phrase(
        List.of(Token.head(french, cell)),
        Stream.of(english).map(word -> Token.head(word, cell)).toList());
  }

  /** Pieces in the same order in both languages. */
  static Phrase inOrder(Phrase... parts) {
    return crossing(List.of(parts), List.of(parts));
  }

  /** Pieces in an order of its own for each language. */
  static Phrase crossing(List<Phrase> inFrench, List<Phrase> inEnglish) {
    return new Phrase(
        inFrench.stream().flatMap(part -> part.french.stream()).toList(),
        inEnglish.stream().flatMap(part -> part.english.stream()).toList());
  }

  /** This piece, then that one. */
  Phrase then(Phrase next) {
    return inOrder(this, next);
  }

  static List<Token> join(List<Token> first, List<Token> second) {
    List<Token> joined = new ArrayList<>(first);
    joined.addAll(second);
    return joined;
  }
}
