package dev.dragoman.grammar;

import java.util.List;

/**
 * Words that the rules treat alike, so that each should be among the neighbours of the others.
 *
 * @param wordClass what they have in common
 * @param words their basic forms
 */
public record SimilarityClass(WordClass wordClass, List<String> words) {

  /** Copies the words. */
  public SimilarityClass {
    words = List.copyOf(words);
  }
}
