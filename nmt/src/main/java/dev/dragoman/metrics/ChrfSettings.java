package dev.dragoman.metrics;

/**
 * How chrF is computed. Start from {@link #defaults()} or {@link #plusPlus()} and change what you
 * need.
 *
 * @param charOrder the longest character n-grams that count, at least 0; usually 6
 * @param wordOrder the longest word n-grams that count besides, at least 0: 0 is chrF, 2 is chrF++
 * @param beta how many times more recall weighs than precision, at least 0; usually 2
 * @param lowercase whether hypotheses and references are lower-cased
 * @param whitespace whether blanks are part of the character n-grams
 * @param epsSmoothing whether every order counts, those without n-grams as good as zero, as in the
 *     original chrF++.py, Moses and NLTK; otherwise the mean is over the orders that both sides
 *     have (effective order)
 */
public record ChrfSettings(
    int charOrder,
    int wordOrder,
    double beta,
    boolean lowercase,
    boolean whitespace,
    boolean epsSmoothing) {

  /** Checks orders and beta. */
  public ChrfSettings {
    if (charOrder < 0 || wordOrder < 0 || charOrder + wordOrder == 0) {
      throw new IllegalArgumentException(
          "chrF orders: expected at least 0 each and not both 0, got "
              + charOrder
              + " for characters and "
              + wordOrder
              + " for words; the usual ones are 6 and 0, for chrF++ 6 and 2");
    }
    if (!(beta >= 0 && beta * beta < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "chrF beta: expected at least 0 and a finite square, got "
              + beta
              + "; the usual one is 2");
    }
  }

  /** sacreBLEU's defaults, chrF2: characters up to order 6, beta 2, no blanks, mixed case. */
  public static ChrfSettings defaults() {
    return new ChrfSettings(6, 0, 2, false, false, false);
  }

  /** chrF2++: the defaults with word n-grams up to order 2. */
  public static ChrfSettings plusPlus() {
    return defaults().withWordOrder(2);
  }

  /** These settings with character n-grams up to another order. */
  public ChrfSettings withCharOrder(int charOrder) {
    return new ChrfSettings(charOrder, wordOrder, beta, lowercase, whitespace, epsSmoothing);
  }

  /** These settings with word n-grams up to another order. */
  public ChrfSettings withWordOrder(int wordOrder) {
    return new ChrfSettings(charOrder, wordOrder, beta, lowercase, whitespace, epsSmoothing);
  }

  /** These settings with another beta. */
  public ChrfSettings withBeta(double beta) {
    return new ChrfSettings(charOrder, wordOrder, beta, lowercase, whitespace, epsSmoothing);
  }

  /** These settings with or without lower-casing. */
  public ChrfSettings withLowercase(boolean lowercase) {
    return new ChrfSettings(charOrder, wordOrder, beta, lowercase, whitespace, epsSmoothing);
  }

  /** These settings with or without blanks in the character n-grams. */
  public ChrfSettings withWhitespace(boolean whitespace) {
    return new ChrfSettings(charOrder, wordOrder, beta, lowercase, whitespace, epsSmoothing);
  }

  /** These settings with epsilon smoothing or with effective order. */
  public ChrfSettings withEpsSmoothing(boolean epsSmoothing) {
    return new ChrfSettings(charOrder, wordOrder, beta, lowercase, whitespace, epsSmoothing);
  }
}
