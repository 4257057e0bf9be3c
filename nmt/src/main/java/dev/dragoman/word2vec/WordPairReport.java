package dev.dragoman.word2vec;

import java.util.List;

/**
 * How well cosines agree with people's judgements of word pairs.
 *
 * @param pearson Pearson's r of cosines and judgements
 * @param spearman Spearman's ρ of them, what is usually quoted
 * @param pairs how many pairs that is over
 * @param unknown pairs with a word that has no vector
 * @param unknownPercent their share in percent, as gensim computes it: of the pairs judged and,
 *     where they are skipped, themselves
 * @param invalidLines numbers of lines that are no pair, which are left out as gensim does
 */
public record WordPairReport(
    double pearson,
    double spearman,
    int pairs,
    int unknown,
    double unknownPercent,
    List<Integer> invalidLines) {

  /** Copies the list. */
  public WordPairReport {
    invalidLines = List.copyOf(invalidLines);
  }
}
