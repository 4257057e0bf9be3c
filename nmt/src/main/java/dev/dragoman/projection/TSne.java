package dev.dragoman.projection;

import dev.dragoman.tensor.Workers;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * t-SNE (van der Maaten and Hinton 2008) with Barnes and Hut's tree (van der Maaten 2014,
 * arXiv:1301.3342): points are moved until who is near whom on the plane, q_ij ∝ 1 / (1 + d²), says
 * what the affinities p_ij of the rows say, by descent of the divergence Σ p·ln(p/q).
 *
 * <p>Differs from the papers: it begins at the principal components, scaled small, and the learning
 * rate grows with the number of points, N / 12, at least 50, as Kobak and Berens 2019 and Belkina
 * et al. 2019 (both Nature Communications 10) advise; the constant 4 of the gradient is part of the
 * rate; neighbours are found exactly.
 */
final class TSne {
  private static final double EXAGGERATION = 12;
  private static final double FIRST_MOMENTUM = 0.5;
  private static final double MOMENTUM = 0.8;
  private static final double LEAST_GAIN = 0.01;
  private static final double LEAST_RATE = 50;
  private static final double START = 1e-4;
  private static final double NOISE = 1e-6;
  private static final int POINTS_PER_TASK = 512;

  private final TSneSettings settings;
  private final Workers workers;
  private final ProjectionListener listener;

  private final SparseRows affinities;
  private final double[] x;
  private final double[] y;
  private final double[] stepX;
  private final double[] stepY;
  private final double[] gainX;
  private final double[] gainY;
  private final double[] pushX;
  private final double[] pushY;
  private final double[] weights;
  private final QuadTree tree;

  private TSne(
      TSneSettings settings,
      SparseRows affinities,
      Layout start,
      Workers workers,
      ProjectionListener listener) {
    int n = affinities.size();
    this.settings = settings;
    this.affinities = affinities;
    this.workers = workers;
    this.listener = listener;
    this.x = start.x().clone();
    this.y = start.y().clone();
    this.stepX = new double[n];
    this.stepY = new double[n];
    this.gainX = new double[n];
    this.gainY = new double[n];
    this.pushX = new double[n];
    this.pushY = new double[n];
    this.weights = new double[n];
    this.tree = new QuadTree(n);
    Arrays.fill(gainX, 1);
    Arrays.fill(gainY, 1);
  }

  /** How many neighbours of each row count, where there are n rows. */
  static int neighbours(TSneSettings settings, int n) {
    return (int) Math.min(Math.max(0, n - 1), Math.ceil(3 * perplexity(settings, n)));
  }

  private static double perplexity(TSneSettings settings, int n) {
    return Math.max(1, Math.min(settings.perplexity(), (n - 1) / 3.0));
  }

  /** A layout from the beginning. */
  static Layout first(
      NearestNeighbours neighbours,
      Layout components,
      TSneSettings settings,
      SplittableRandom random,
      Workers workers,
      ProjectionListener listener) {
    Layout start = Noise.on(components.scaled(START), NOISE, random);
    TSne work = of(neighbours, start, settings, workers, listener);
    int all = settings.exaggerated() + settings.steps();
    work.descend(settings.exaggerated(), EXAGGERATION, FIRST_MOMENTUM, 0, all);
    work.descend(settings.steps(), 1, MOMENTUM, settings.exaggerated(), all);
    return work.layout();
  }

  /** A layout that begins at another snapshot's, so that a point is found again. */
  static Layout refined(
      NearestNeighbours neighbours,
      Layout start,
      TSneSettings settings,
      Workers workers,
      ProjectionListener listener) {
    TSne work = of(neighbours, start, settings, workers, listener);
    work.descend(settings.refiningSteps(), 1, FIRST_MOMENTUM, 0, settings.refiningSteps());
    return work.layout();
  }

  private static TSne of(
      NearestNeighbours neighbours,
      Layout start,
      TSneSettings settings,
      Workers workers,
      ProjectionListener listener) {
    int n = neighbours.size();
    SparseRows affinities = Perplexity.affinities(neighbours, perplexity(settings, n), workers);
    return new TSne(settings, affinities, start, workers, listener);
  }

  private void descend(int steps, double exaggeration, double momentum, int before, int all) {
    for (int step = 0; step < steps; step++) {
      step(exaggeration, momentum);
      listener.progress("t-SNE", before + step + 1, all);
    }
  }

  private void step(double exaggeration, double momentum) {
    int tasks = Math.ceilDiv(x.length, POINTS_PER_TASK);
    tree.build(x, y);
    workers.forEach(tasks, this::repel);
    double total = Math.max(Arrays.stream(weights).sum(), Double.MIN_NORMAL);
    double rate = Math.max(LEAST_RATE, x.length / EXAGGERATION);
    workers.forEach(tasks, task -> attract(task, exaggeration, total));
    move(stepX, gainX, pushX, x, rate, momentum);
    move(stepY, gainY, pushY, y, rate, momentum);
  }

  private void repel(int task) {
    double[] force = new double[2];
    int end = Math.min(x.length, (task + 1) * POINTS_PER_TASK);
    for (int place = task * POINTS_PER_TASK; place < end; place++) {
      int point = tree.point(place);
      weights[point] = tree.repulsion(place, settings.theta(), force);
      pushX[point] = force[0];
      pushY[point] = force[1];
    }
  }

  /** The gradient: attraction by the affinities less repulsion by all. */
  private void attract(int task, double exaggeration, double total) {
    int end = Math.min(x.length, (task + 1) * POINTS_PER_TASK);
    for (int i = task * POINTS_PER_TASK; i < end; i++) {
      double pullX = 0;
      double pullY = 0;
      for (int at = affinities.begin()[i]; at < affinities.begin()[i + 1]; at++) {
        int j = affinities.columns()[at];
        double wayX = x[i] - x[j];
        double wayY = y[i] - y[j];
        double pull = affinities.values()[at] / (1 + wayX * wayX + wayY * wayY);
        pullX += pull * wayX;
        pullY += pull * wayY;
      }
      pushX[i] = exaggeration * pullX - pushX[i] / total;
      pushY[i] = exaggeration * pullY - pushY[i] / total;
    }
  }

  /** One step of descent; a gain grows where the gradient keeps its sign (Jacobs 1988). */
  private static void move(
      double[] step,
      double[] gain,
      double[] gradient,
      double[] place,
      double rate,
      double momentum) {
    double mean = 0;
    for (int i = 0; i < place.length; i++) {
      boolean turned = (gradient[i] > 0) == (step[i] > 0);
      gain[i] = Math.max(LEAST_GAIN, turned ? gain[i] * 0.8 : gain[i] + 0.2);
      step[i] = momentum * step[i] - rate * gain[i] * gradient[i];
      place[i] += step[i];
      mean += place[i] / place.length;
    }
    for (int i = 0; i < place.length; i++) {
      place[i] -= mean;
    }
  }

  private Layout layout() {
    return new Layout(x, y);
  }
}
