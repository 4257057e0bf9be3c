package dev.dragoman.search;

/**
 * A hypothesis that was closed with EOS, not yet written out.
 *
 * @param node its last id in the history
 * @param endLogProb log-probability of the EOS
 * @param score summed log-probability with that of the EOS
 * @param normalisedScore score divided by the length penalty
 * @param ended whether the search chose EOS; false where the length bound forced it
 */
record Ending(int node, double endLogProb, double score, double normalisedScore, boolean ended) {

  /** Ended before cut, then the better normalised score. */
  boolean betterThan(Ending other) {
    return ended == other.ended ? normalisedScore > other.normalisedScore : ended;
  }
}
