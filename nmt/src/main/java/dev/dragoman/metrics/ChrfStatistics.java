package dev.dragoman.metrics;

/**
 * The n-grams behind a chrF score, by order: first the character orders, then the word orders.
 * Those of a corpus are the sum of those of its sentences.
 */
final class ChrfStatistics {
  /** What an order without n-grams has for precision, recall and score under epsilon smoothing. */
  private static final double EPSILON = 1e-16;

  private final long[] hypothesis;
  private final long[] reference;
  private final long[] matches;

  /** No n-grams yet, of that many orders. */
  ChrfStatistics(int orders) {
    this.hypothesis = new long[orders];
    this.reference = new long[orders];
    this.matches = new long[orders];
  }

  /**
   * Records one order.
   *
   * @param order the index of the order, from 0
   * @param inHypothesis n-grams of the hypothesis; they count only if the reference has any
   * @param inReference n-grams of the reference
   * @param matching n-grams that both have
   */
  void set(int order, long inHypothesis, long inReference, long matching) {
    hypothesis[order] = inReference > 0 ? inHypothesis : 0;
    reference[order] = inReference;
    matches[order] = matching;
  }

  /** Adds the n-grams of another text to these. */
  void add(ChrfStatistics other) {
    for (int i = 0; i < matches.length; i++) {
      hypothesis[i] += other.hypothesis[i];
      reference[i] += other.reference[i];
      matches[i] += other.matches[i];
    }
  }

  /** The score, 0 to 100. */
  double score(ChrfSettings settings) {
    double beta = settings.beta();
    return 100 * (settings.epsSmoothing() ? meanOfScores(beta * beta) : scoreOfMeans(beta * beta));
  }

  /** The mean of the orders' F-scores, every order included. */
  private double meanOfScores(double weight) {
    double sum = 0;
    for (int i = 0; i < matches.length; i++) {
      double precision = hypothesis[i] > 0 ? (double) matches[i] / hypothesis[i] : EPSILON;
      double recall = reference[i] > 0 ? (double) matches[i] / reference[i] : EPSILON;
      boolean defined = weight * precision + recall > 0;
      sum += defined ? fScore(weight, precision, recall) : EPSILON;
    }
    return sum / matches.length;
  }

  /** The F-score of mean precision and mean recall, over the orders that both sides have. */
  private double scoreOfMeans(double weight) {
    double precision = 0;
    double recall = 0;
    int orders = 0;
    for (int i = 0; i < matches.length; i++) {
      if (hypothesis[i] > 0 && reference[i] > 0) {
        precision += (double) matches[i] / hypothesis[i];
        recall += (double) matches[i] / reference[i];
        orders++;
      }
    }
    boolean defined = orders > 0 && precision + recall > 0;
    return defined ? fScore(weight, precision / orders, recall / orders) : 0;
  }

  private static double fScore(double weight, double precision, double recall) {
    return (1 + weight) * precision * recall / (weight * precision + recall);
  }
}
