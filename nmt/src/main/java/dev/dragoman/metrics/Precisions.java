package dev.dragoman.metrics;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The n-gram precisions of BLEU after smoothing.
 *
 * @param percentages one for each order, 0 for orders that were not reached
 * @param reached up to which order the hypotheses have n-grams (the effective order)
 */
record Precisions(List<Double> percentages, int reached) {
  /** The precisions that follow from the counts. */
  static Precisions of(BleuStatistics statistics, Smoothing smoothing) {
    if (statistics.nothingMatches()) {
      return new Precisions(Collections.nCopies(statistics.maxOrder(), 0.0), 0);
    }
    double[] percentages = new double[statistics.maxOrder()];
    int reached = 0;
    int unmatched = 0;
    for (int n = 0; n < percentages.length; n++) {
      double k = smoothing instanceof Smoothing.AddK addK && n > 0 ? addK.value() : 0;
      double count = statistics.counts().get(n) + k;
      double total = statistics.totals().get(n) + k;
      if (total == 0) {
        break;
      }
      if (count == 0) {
        unmatched++;
        count = assumedCount(smoothing, unmatched);
      }
      percentages[n] = 100 * count / total;
      reached = n + 1;
    }
    return new Precisions(DoubleStream.of(percentages).boxed().toList(), reached);
  }

  /** How many matches to assume at the m-th order without a match. */
  private static double assumedCount(Smoothing smoothing, int m) {
    return switch (smoothing) {
      case Smoothing.None _, Smoothing.AddK _ -> 0;
      case Smoothing.Floor floor -> floor.value();
      case Smoothing.Exponential _ -> Math.scalb(1.0, -m);
    };
  }

  /** The geometric mean of the first precisions; 0 where there are none. */
  double geometricMean(int orders) {
    if (reached == 0) {
      return 0;
    }
    double sum = 0;
    for (double percentage : percentages.subList(0, orders)) {
      sum += Math.log(percentage);
    }
    return Math.exp(sum / orders);
  }
}
