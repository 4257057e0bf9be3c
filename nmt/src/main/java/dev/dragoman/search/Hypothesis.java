package dev.dragoman.search;

import java.util.Arrays;

/**
 * One output of the search: T ids, how probable the model holds them, and where it looked.
 *
 * <p>Log-probabilities and attention have T+1 entries: one per id, then one of the step at which
 * the hypothesis was closed with EOS. A hypothesis that hit the length bound is closed with EOS as
 * well, and its EOS counts in the score like any other, so that every score is the log-probability
 * of a complete output.
 *
 * @param ids [T] the output without EOS; T may be 0
 * @param tokenLogProbs [T+1] natural log-probability of each id and of the EOS; empty where no
 *     scores were asked for
 * @param score sum of the log-probabilities, ≤ 0; NaN where no scores were asked for
 * @param normalisedScore score divided by the length penalty; NaN where no scores were asked for
 * @param attention [T+1, S] attention weights by which each id and the EOS were chosen; empty where
 *     no attention was asked for
 * @param ended true: the search chose EOS; false: the length bound cut the output
 */
public record Hypothesis(
    int[] ids,
    double[] tokenLogProbs,
    double score,
    double normalisedScore,
    float[][] attention,
    boolean ended) {

  /** Checks the lengths against each other and copies the arrays. */
  public Hypothesis {
    requireLength("tokenLogProbs", tokenLogProbs.length, ids.length);
    requireLength("attention", attention.length, ids.length);
    ids = ids.clone();
    tokenLogProbs = tokenLogProbs.clone();
    attention = copyOf(attention);
  }

  /** The output without EOS, as a copy. */
  @Override
  public int[] ids() {
    return ids.clone();
  }

  /** Log-probability of each id and of the EOS, as a copy. */
  @Override
  public double[] tokenLogProbs() {
    return tokenLogProbs.clone();
  }

  /** Attention weights [T+1, S] of each id and of the EOS, as a copy. */
  @Override
  public float[][] attention() {
    return copyOf(attention);
  }

  /** Number T of output tokens, EOS not counted. */
  public int length() {
    return ids.length;
  }

  /** Whether scores were asked for. */
  public boolean hasScore() {
    return tokenLogProbs.length > 0;
  }

  /** Whether attention weights were asked for. */
  public boolean hasAttention() {
    return attention.length > 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hypothesis that
        && Arrays.equals(ids, that.ids)
        && Arrays.equals(tokenLogProbs, that.tokenLogProbs)
        && Double.compare(score, that.score) == 0
        && Double.compare(normalisedScore, that.normalisedScore) == 0
        && Arrays.deepEquals(attention, that.attention)
        && ended == that.ended;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ids) * 31 + Double.hashCode(score);
  }

  @Override
  public String toString() {
    return "Hypothesis[ids="
        + Arrays.toString(ids)
        + ", score="
        + score
        + ", normalisedScore="
        + normalisedScore
        + (ended ? ", ended" : ", cut")
        + "]";
  }

  private static void requireLength(String name, int length, int tokens) {
    if (length != 0 && length != tokens + 1) {
      throw new IllegalArgumentException(
          name
              + ": expected T+1 = "
              + (tokens + 1)
              + " entries (one per id and one for EOS) or none, got "
              + length);
    }
  }

  private static float[][] copyOf(float[][] rows) {
    float[][] copy = rows.clone();
    Arrays.setAll(copy, row -> rows[row].clone());
    return copy;
  }
}
