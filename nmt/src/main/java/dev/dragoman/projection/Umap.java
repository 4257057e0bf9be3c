package dev.dragoman.projection;

import java.util.SplittableRandom;

/**
 * UMAP (McInnes et al. 2018, arXiv:1802.03426): a graph of neighbours is laid out by stochastic
 * descent; each round every edge pulls its ends together as often as it is sure, and each pull is
 * followed by pushes away from points that are drawn at random.
 *
 * <p>Differs from the paper: it begins at the principal components in place of eigenvectors of the
 * graph, and neighbours are found exactly. One thread works, in a fixed order.
 */
final class Umap {
  private static final double START = 4;
  private static final double NOISE = 1e-3;
  private static final double MOST = 4;
  private static final double RATE = 1;
  private static final double REFINING_RATE = 0.3;

  private final SparseRows graph;
  private final MembershipCurve curve;
  private final int negatives;
  private final double[] x;
  private final double[] y;
  private final SplittableRandom random;

  private Umap(SparseRows graph, UmapSettings settings, Layout start, SplittableRandom random) {
    this.graph = graph;
    this.curve = MembershipCurve.of(settings.minDistance());
    this.negatives = settings.negatives();
    this.x = start.x().clone();
    this.y = start.y().clone();
    this.random = random;
  }

  /** How many neighbours of each row count, where there are n rows. */
  static int neighbours(UmapSettings settings, int n) {
    return Math.min(settings.neighbours(), Math.max(0, n - 1));
  }

  /** A layout from the beginning. */
  static Layout first(
      NearestNeighbours neighbours,
      Layout components,
      UmapSettings settings,
      SplittableRandom random,
      ProjectionListener listener) {
    Layout start = Noise.on(components.scaled(START), NOISE, random);
    Umap work = new Umap(FuzzyGraph.of(neighbours), settings, start, random);
    return work.descend(settings.epochs(), RATE, listener);
  }

  /** A layout that begins at another snapshot's, so that a point is found again. */
  static Layout refined(
      NearestNeighbours neighbours,
      Layout start,
      UmapSettings settings,
      SplittableRandom random,
      ProjectionListener listener) {
    Umap work = new Umap(FuzzyGraph.of(neighbours), settings, start, random);
    return work.descend(settings.refiningEpochs(), REFINING_RATE, listener);
  }

  private Layout descend(int epochs, double rate, ProjectionListener listener) {
    double[] every = roundsBetweenPulls();
    double[] due = every.clone();
    for (int epoch = 1; epoch <= epochs; epoch++) {
      double alpha = rate * (1 - (epoch - 1.0) / epochs);
      for (int point = 0; point < x.length; point++) {
        for (int edge = graph.begin()[point]; edge < graph.begin()[point + 1]; edge++) {
          if (due[edge] <= epoch) {
            due[edge] += every[edge];
            pull(point, graph.columns()[edge], alpha);
            for (int i = 0; i < negatives; i++) {
              push(point, random.nextInt(x.length), alpha);
            }
          }
        }
      }
      listener.progress("UMAP", epoch, epochs);
    }
    return new Layout(x, y);
  }

  /** The surest edge pulls in every round, one half as sure in every second. */
  private double[] roundsBetweenPulls() {
    double surest = 0;
    for (double value : graph.values()) {
      surest = Math.max(surest, value);
    }
    double[] rounds = new double[graph.values().length];
    for (int i = 0; i < rounds.length; i++) {
      rounds[i] = surest / graph.values()[i]; // infinite where it is not sure at all
    }
    return rounds;
  }

  private void pull(int point, int other, double alpha) {
    double wayX = x[point] - x[other];
    double wayY = y[point] - y[other];
    double square = wayX * wayX + wayY * wayY;
    if (square == 0) {
      return;
    }
    double power = Math.pow(square, curve.b());
    double factor = -2 * curve.a() * curve.b() * power / square / (1 + curve.a() * power);
    double moveX = alpha * Math.clamp(factor * wayX, -MOST, MOST);
    double moveY = alpha * Math.clamp(factor * wayY, -MOST, MOST);
    x[point] += moveX;
    y[point] += moveY;
    x[other] -= moveX;
    y[other] -= moveY;
  }

  private void push(int point, int other, double alpha) {
    double wayX = x[point] - x[other];
    double wayY = y[point] - y[other];
    double square = wayX * wayX + wayY * wayY;
    if (square == 0) {
      return;
    }
    double power = Math.pow(square, curve.b());
    double factor = 2 * curve.b() / ((0.001 + square) * (1 + curve.a() * power));
    x[point] += alpha * Math.clamp(factor * wayX, -MOST, MOST);
    y[point] += alpha * Math.clamp(factor * wayY, -MOST, MOST);
  }
}
