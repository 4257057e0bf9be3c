package dev.dragoman.inspect;

import dev.dragoman.grammar.Alignment;
import dev.dragoman.grammar.Link;

/**
 * How well links that were found agree with known ones: the alignment error rate of Och and Ney
 * 2003 (Computational Linguistics 29(1)), over all sentences together. With A the links found, S
 * the sure ones and P the sure and the possible ones, AER = 1 − (|A∩S| + |A∩P|) / (|A| + |S|).
 *
 * @param sentences sentences that were compared
 * @param found |A|
 * @param sure |S|
 * @param foundSure |A∩S|
 * @param foundPossible |A∩P|
 */
public record AlignmentScore(
    int sentences, long found, long sure, long foundSure, long foundPossible) {

  /** Checks that the counts can be. */
  public AlignmentScore {
    if (sentences < 0
        || foundSure < 0
        || foundSure > sure
        || foundSure > foundPossible
        || foundPossible > found) {
      throw new IllegalArgumentException(
          "expected 0 <= |A∩S| <= |A∩P| <= |A| and |A∩S| <= |S|, got |A∩S|="
              + foundSure
              + ", |A∩P|="
              + foundPossible
              + ", |A|="
              + found
              + ", |S|="
              + sure);
    }
  }

  /** Of no sentence yet. */
  public static AlignmentScore none() {
    return new AlignmentScore(0, 0, 0, 0, 0);
  }

  /** What becomes of a target token that looked at the end of the sentence most of all. */
  public enum EndOfSentence {
    /** It is linked to the word that it looked at most, however little that was. */
    LEFT_OUT,
    /** It has no link, as a word without a counterpart. */
    NO_LINK
  }

  /**
   * Of one sentence: each target token's link is to the source word that it looked at most.
   *
   * @throws IllegalArgumentException if a known link names a token that the map has not
   */
  public static AlignmentScore of(AttentionMap map, Alignment known, EndOfSentence end) {
    requireInside(map, known);
    int[] strongest = end == EndOfSentence.LEFT_OUT ? map.strongestWords() : map.strongest();
    int words = map.source().tokens().size() - 1;
    int found = 0;
    int foundSure = 0;
    int foundPossible = 0;
    for (int t = 0; t < strongest.length; t++) {
      if (strongest[t] < 0 || strongest[t] == words) {
        continue;
      }
      Link link = new Link(strongest[t], t);
      boolean isSure = known.sure().contains(link);
      found++;
      foundSure += isSure ? 1 : 0;
      foundPossible += isSure || known.possible().contains(link) ? 1 : 0;
    }
    return new AlignmentScore(1, found, known.sure().size(), foundSure, foundPossible);
  }

  private static void requireInside(AttentionMap map, Alignment known) {
    for (Link link : known.sure()) {
      if (link.source() >= map.source().tokens().size() - 1
          || link.target() >= map.target().tokens().size()) {
        throw new IllegalArgumentException(
            "known link "
                + link
                + ": expected one of "
                + (map.source().tokens().size() - 1)
                + " source and "
                + map.target().tokens().size()
                + " target tokens; were the sentences split in another way?");
      }
    }
  }

  /** Of both together. */
  public AlignmentScore plus(AlignmentScore other) {
    return new AlignmentScore(
        sentences + other.sentences,
        found + other.found,
        sure + other.sure,
        foundSure + other.foundSure,
        foundPossible + other.foundPossible);
  }

  /** The alignment error rate, 0 (best) to 1; NaN where there are no links at all. */
  public double errorRate() {
    return 1 - (foundSure + foundPossible) / (double) (found + sure);
  }

  /** Share of the links found that are sure or possible, 0 to 1; NaN where none was found. */
  public double precision() {
    return foundPossible / (double) found;
  }

  /** Share of the sure links that were found, 0 to 1; NaN where there are none. */
  public double recall() {
    return foundSure / (double) sure;
  }
}
