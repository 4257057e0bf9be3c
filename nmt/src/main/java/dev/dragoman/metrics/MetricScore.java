package dev.dragoman.metrics;

/** What a metric says about a translation: a number between 0 and 100, and how it came about. */
public sealed interface MetricScore permits BleuScore, ChrfScore {
  /** The metric's name with its variant, e.g. {@code BLEU}, {@code chrF2}, {@code chrF2++}. */
  String name();

  /** The score, 0 to 100; higher is better. A perfect one may exceed 100 by rounding error. */
  double score();

  /** The settings under which the score was computed. */
  Signature signature();

  /** The parts of the score as sacreBLEU words them; empty where it has none. */
  String verboseScore();

  /**
   * The score rounded for printing as sacreBLEU rounds it, half to even.
   *
   * @param decimals how many decimals, at least 0
   */
  default double roundedScore(int decimals) {
    return Decimals.rounded(score(), decimals).doubleValue();
  }

  /**
   * One line for people, e.g. {@code chrF2 = 59.73}.
   *
   * @param decimals how many decimals of the score, at least 0
   */
  default String format(int decimals) {
    return name() + " = " + numbers(decimals);
  }

  /**
   * The same with the signature behind the name, as sacreBLEU prints it, e.g. {@code
   * chrF2|nrefs:1|case:mixed|… = 59.73}.
   *
   * @param decimals how many decimals of the score, at least 0
   */
  default String formatSigned(int decimals) {
    return name() + "|" + signature() + " = " + numbers(decimals);
  }

  private String numbers(int decimals) {
    return (Decimals.fixed(score(), decimals) + " " + verboseScore()).strip();
  }
}
