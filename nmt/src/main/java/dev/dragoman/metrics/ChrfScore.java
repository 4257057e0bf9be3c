package dev.dragoman.metrics;

import java.math.BigDecimal;

/**
 * A chrF score.
 *
 * @param score the F-score, 0 to 100
 * @param charOrder the longest character n-grams that counted
 * @param wordOrder the longest word n-grams that counted
 * @param beta how many times more recall weighed than precision
 * @param signature the settings
 */
public record ChrfScore(
    double score, int charOrder, int wordOrder, double beta, Signature signature)
    implements MetricScore {

  /** The name with its beta, and a plus for each order of words: {@code chrF2}, {@code chrF2++}. */
  @Override
  public String name() {
    String number = new BigDecimal(Double.toString(beta)).stripTrailingZeros().toPlainString();
    return "chrF" + number + "+".repeat(wordOrder);
  }

  /** Empty: sacreBLEU says no more about chrF. */
  @Override
  public String verboseScore() {
    return "";
  }

  /** The score in one line with two decimals. */
  @Override
  public String toString() {
    return format(2);
  }
}
