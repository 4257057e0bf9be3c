package dev.dragoman.metrics;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A BLEU score with its parts.
 *
 * @param score brevity penalty times the geometric mean of the precisions, 0 to 100
 * @param precisions precision of each n-gram order after smoothing, in percent; 0 for orders that
 *     were not reached
 * @param bp the brevity penalty, 0 to 1
 * @param statistics the counts behind it
 * @param signature the settings
 */
public record BleuScore(
    double score,
    List<Double> precisions,
    double bp,
    BleuStatistics statistics,
    Signature signature)
    implements MetricScore {

  /** Keeps its own copy of the precisions. */
  public BleuScore {
    precisions = List.copyOf(precisions);
  }

  @Override
  public String name() {
    return "BLEU";
  }

  /** Matched n-grams of each order, beginning with order 1; as counted, before smoothing. */
  public List<Long> counts() {
    return statistics.counts();
  }

  /** N-grams of each order in the hypotheses. */
  public List<Long> totals() {
    return statistics.totals();
  }

  /** Tokens in the hypotheses. */
  public long sysLen() {
    return statistics.sysLen();
  }

  /** Tokens in the closest references. */
  public long refLen() {
    return statistics.refLen();
  }

  /** Hypothesis length by reference length; 0 where the references are empty. */
  public double ratio() {
    return statistics.ratio();
  }

  /** E.g. {@code 60.0/33.0/20.6/13.3 (BP = 1.000 ratio = 1.020 hyp_len = 624 ref_len = 612)}. */
  @Override
  public String verboseScore() {
    String slashed =
        precisions.stream()
            .map(precision -> Decimals.fixed(precision, 1))
            .collect(Collectors.joining("/"));
    return slashed
        + " (BP = "
        + Decimals.fixed(bp, 3)
        + " ratio = "
        + Decimals.fixed(ratio(), 3)
        + " hyp_len = "
        + sysLen()
        + " ref_len = "
        + refLen()
        + ")";
  }

  /** The score in one line with two decimals. */
  @Override
  public String toString() {
    return format(2);
  }
}
