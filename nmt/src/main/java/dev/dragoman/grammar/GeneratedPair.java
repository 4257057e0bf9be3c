package dev.dragoman.grammar;

import java.util.List;
import java.util.TreeSet;

/**
 * A sentence in French and in English.
 *
 * @param source the French text
 * @param target the English text
 * @param sourceTokens its words and marks: {@code l'} and {@code homme} are two
 * @param targetTokens the words and marks of the English text
 * @param sourceClasses the group of meaning of each source token at its place
 * @param targetClasses the group of meaning of each target token at its place
 * @param alignment which tokens belong together
 */
public record GeneratedPair(
    String source,
    String target,
    List<String> sourceTokens,
    List<String> targetTokens,
    List<WordClass> sourceClasses,
    List<WordClass> targetClasses,
    Alignment alignment) {

  /** Copies the lists and checks that they fit one another. */
  public GeneratedPair {
    sourceTokens = List.copyOf(sourceTokens);
    targetTokens = List.copyOf(targetTokens);
    sourceClasses = List.copyOf(sourceClasses);
    targetClasses = List.copyOf(targetClasses);
    if (sourceTokens.size() != sourceClasses.size()
        || targetTokens.size() != targetClasses.size()) {
      throw new IllegalArgumentException(
          "pair '"
              + source
              + "': expected a class for each token, got "
              + sourceClasses.size()
              + " and "
              + targetClasses.size());
    }
  }

  static GeneratedPair of(List<Token> french, List<Token> english) {
    List<String> source = texts(french);
    List<String> target = texts(english);
    return new GeneratedPair(
        Spelling.text(source),
        Spelling.text(target),
        source,
        target,
        classes(french),
        classes(english),
        align(french, english));
  }

  private static List<String> texts(List<Token> tokens) {
    return tokens.stream().map(token -> token.word().text()).toList();
  }

  private static List<WordClass> classes(List<Token> tokens) {
    return tokens.stream().map(token -> token.word().wordClass()).toList();
  }

  private static Alignment align(List<Token> french, List<Token> english) {
    TreeSet<Link> sure = new TreeSet<>();
    TreeSet<Link> possible = new TreeSet<>();
    for (int i = 0; i < french.size(); i++) {
      for (int j = 0; j < english.size(); j++) {
        for (Token.Tie tie : french.get(i).ties()) {
          for (Token.Tie other : english.get(j).ties()) {
            if (tie.cell() == other.cell()) {
              (tie.head() && other.head() ? sure : possible).add(new Link(i, j));
            }
          }
        }
      }
    }
    return new Alignment(sure, possible);
  }
}
