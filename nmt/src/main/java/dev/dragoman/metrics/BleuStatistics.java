package dev.dragoman.metrics;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The counts that BLEU is computed from. Those of a corpus are the sum of those of its sentences,
 * which the score itself is not.
 *
 * @param counts matched n-grams of each order, beginning with order 1; as counted, before smoothing
 * @param totals n-grams of each order in the hypotheses
 * @param sysLen tokens in the hypotheses
 * @param refLen tokens in the references; of several references of a sentence, the one closest in
 *     length to the hypothesis counts, of two equally close the shorter
 */
public record BleuStatistics(List<Long> counts, List<Long> totals, long sysLen, long refLen) {
  /** Keeps its own copies and checks them. */
  public BleuStatistics {
    counts = List.copyOf(counts);
    totals = List.copyOf(totals);
    if (counts.isEmpty() || counts.size() != totals.size()) {
      throw new IllegalArgumentException(
          "BLEU statistics: expected a count and a total for each order, got counts "
              + counts
              + " and totals "
              + totals);
    }
    for (int n = 0; n < counts.size(); n++) {
      if (counts.get(n) < 0 || counts.get(n) > totals.get(n)) {
        throw new IllegalArgumentException(
            "BLEU statistics: expected between 0 and all of the "
                + (n + 1)
                + "-grams to match, got counts "
                + counts
                + " of totals "
                + totals);
      }
    }
    if (sysLen < 0 || refLen < 0) {
      throw new IllegalArgumentException(
          "BLEU statistics: expected lengths of at least 0, got hypotheses "
              + sysLen
              + " and references "
              + refLen);
    }
  }

  /**
   * The statistics of no text at all.
   *
   * @param maxOrder how many n-gram orders, at least 1
   */
  public static BleuStatistics none(int maxOrder) {
    List<Long> zeros = Collections.nCopies(maxOrder, 0L);
    return new BleuStatistics(zeros, zeros, 0, 0);
  }

  /** The statistics of this text and the other one together. */
  public BleuStatistics plus(BleuStatistics other) {
    if (maxOrder() != other.maxOrder()) {
      throw new IllegalArgumentException(
          "BLEU statistics: expected the same number of orders to add, got "
              + maxOrder()
              + " and "
              + other.maxOrder());
    }
    return new BleuStatistics(
        sum(counts, other.counts),
        sum(totals, other.totals),
        sysLen + other.sysLen,
        refLen + other.refLen);
  }

  /** How many n-gram orders were counted. */
  public int maxOrder() {
    return counts.size();
  }

  /** Whether not a single n-gram matches. */
  boolean nothingMatches() {
    return counts.stream().allMatch(count -> count == 0);
  }

  /** Hypothesis length by reference length; 0 where the references are empty. */
  double ratio() {
    return refLen == 0 ? 0 : (double) sysLen / refLen;
  }

  /** The brevity penalty: 1, or less where the hypotheses are shorter than the references. */
  double brevityPenalty() {
    if (sysLen >= refLen) {
      return 1;
    }
    return sysLen == 0 ? 0 : Math.exp(1 - (double) refLen / sysLen);
  }

  private static List<Long> sum(List<Long> a, List<Long> b) {
    return IntStream.range(0, a.size()).mapToObj(n -> a.get(n) + b.get(n)).toList();
  }
}
