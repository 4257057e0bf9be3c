package dev.dragoman.data;

import java.util.List;

/**
 * What a filter made of a corpus.
 *
 * @param corpusName how messages call the corpus
 * @param pairs the pairs kept, in the order of the corpus
 * @param report what was kept and dropped
 */
public record FilteredPairs(String corpusName, List<TokenizedPair> pairs, FilterReport report) {

  /** Copies the list. */
  public FilteredPairs {
    pairs = List.copyOf(pairs);
  }

  /**
   * Checks that enough is left to go on; training needs two pairs, validation one.
   *
   * @throws CorpusException if fewer pairs were kept; it says what was dropped and why
   */
  public FilteredPairs requireAtLeast(int pairs) {
    report.requireAtLeast(pairs, corpusName);
    return this;
  }
}
