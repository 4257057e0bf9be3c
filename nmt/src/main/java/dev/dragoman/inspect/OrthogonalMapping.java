package dev.dragoman.inspect;

import java.util.ArrayList;
import java.util.List;

/**
 * A rotation W that lays the source table over the target table, learnt from a dictionary: W =
 * argmin Σ |W·s − t|² over orthogonal W, s and t being the dictionary's vectors at length 1. It is
 * the orthogonal factor of M = Σ t·sᵀ (Schönemann 1966; for word vectors Smith et al. 2017,
 * arXiv:1702.03859). Lengths and angles of the source stay as they are: it can only find what both
 * tables have arranged alike.
 *
 * <p>The factor is found by the iteration of Newton and Schulz, X ← 1.5·X − 0.5·X·Xᵀ·X, which
 * drives every singular value of M but 0 to 1. With fewer entries than E dimensions W stays
 * undetermined in the others and takes them to 0.
 */
public final class OrthogonalMapping {

  private static final int ITERATIONS = 60;
  private static final double CONVERGED = 1e-9;
  private static final int HELD_OUT_EVERY = 10;

  private final EmbeddingTable source;
  private final EmbeddingTable target;
  private final double[] rotation;
  private final int entries;
  private final List<Correspondences.IdPair> heldOut;

  private OrthogonalMapping(
      EmbeddingTable source,
      EmbeddingTable target,
      double[] rotation,
      int entries,
      List<Correspondences.IdPair> heldOut) {
    this.source = source;
    this.target = target;
    this.rotation = rotation;
    this.entries = entries;
    this.heldOut = List.copyOf(heldOut);
  }

  /**
   * Learns from nine in ten entries of a dictionary; every tenth is held out to see how well it
   * works.
   *
   * @throws IllegalArgumentException if the dictionary has fewer than ten entries or the tables
   *     differ in size
   */
  public static OrthogonalMapping learn(
      EmbeddingTable source, EmbeddingTable target, List<Correspondences.IdPair> dictionary) {
    if (source.size() != target.size()) {
      throw new IllegalArgumentException(
          "a rotation needs vectors of one size, got " + source.size() + " and " + target.size());
    }
    if (dictionary.size() < HELD_OUT_EVERY) {
      throw new IllegalArgumentException(
          "the dictionary: expected at least "
              + HELD_OUT_EVERY
              + " entries to learn a mapping from, got "
              + dictionary.size()
              + "; give more text");
    }
    List<Correspondences.IdPair> heldOut = new ArrayList<>();
    double[] products = new double[source.size() * source.size()];
    for (int i = 0; i < dictionary.size(); i++) {
      Correspondences.IdPair pair = dictionary.get(i);
      if (i % HELD_OUT_EVERY == HELD_OUT_EVERY - 1) {
        heldOut.add(pair);
      } else {
        addProduct(
            unit(target.vectors().vector(pair.target())),
            unit(source.vectors().vector(pair.source())),
            products);
      }
    }
    double[] rotation = orthogonalFactor(products, source.size());
    return new OrthogonalMapping(
        source, target, rotation, dictionary.size() - heldOut.size(), heldOut);
  }

  /** How many entries of the dictionary it was learnt from. */
  public int entries() {
    return entries;
  }

  /** How many entries were held out. */
  public int heldOut() {
    return heldOut.size();
  }

  /**
   * For what share of the held-out entries the right target token is among the k nearest, in [0,
   * 1].
   */
  public double precision(int k) {
    int right = 0;
    for (Correspondences.IdPair pair : heldOut) {
      List<RankedToken> nearest = nearest(pair.source(), k);
      right += nearest.stream().anyMatch(token -> token.id() == pair.target()) ? 1 : 0;
    }
    return heldOut.isEmpty() ? 0 : (double) right / heldOut.size();
  }

  /**
   * The k target tokens nearest to where a source token is taken, by cosine, nearest first.
   *
   * @throws UnknownTokenException if the source table has no row for it
   */
  public List<RankedToken> of(String sourceToken, int k) {
    return nearest(source.id(sourceToken), k);
  }

  private List<RankedToken> nearest(int sourceId, int k) {
    float[] vector = source.vectors().vector(sourceId);
    float[] mapped = new float[vector.length];
    for (int i = 0; i < mapped.length; i++) {
      double sum = 0;
      for (int j = 0; j < vector.length; j++) {
        sum += rotation[i * vector.length + j] * vector[j];
      }
      mapped[i] = (float) sum;
    }
    return target.neighbours(mapped, k, Nearness.COSINE);
  }

  private static double[] unit(float[] vector) {
    double norm = Geometry.norm(vector);
    double[] unit = new double[vector.length];
    for (int i = 0; i < unit.length && norm > 0; i++) {
      unit[i] = vector[i] / norm;
    }
    return unit;
  }

  private static void addProduct(double[] column, double[] row, double[] products) {
    for (int i = 0; i < column.length; i++) {
      for (int j = 0; j < row.length; j++) {
        products[i * row.length + j] += column[i] * row[j];
      }
    }
  }

  /**
   * The orthogonal factor of a matrix [n, n]: its singular vectors with every singular value but 0
   * set to 1.
   */
  static double[] orthogonalFactor(double[] matrix, int n) {
    double squares = 0;
    for (double value : matrix) {
      squares += value * value;
    }
    double[] factor = new double[matrix.length];
    for (int i = 0; i < factor.length && squares > 0; i++) {
      factor[i] = matrix[i] / Math.sqrt(squares);
    }
    double change = Double.MAX_VALUE;
    for (int step = 0; step < ITERATIONS && change > CONVERGED; step++) {
      double[] cube = product(product(factor, transposed(factor, n), n), factor, n);
      change = 0;
      for (int i = 0; i < factor.length; i++) {
        double next = 1.5 * factor[i] - 0.5 * cube[i];
        change = Math.max(change, Math.abs(next - factor[i]));
        factor[i] = next;
      }
    }
    return factor;
  }

  private static double[] transposed(double[] matrix, int n) {
    double[] turned = new double[matrix.length];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        turned[j * n + i] = matrix[i * n + j];
      }
    }
    return turned;
  }

  private static double[] product(double[] a, double[] b, int n) {
    double[] product = new double[a.length];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        double factor = a[i * n + k];
        for (int j = 0; j < n; j++) {
          product[i * n + j] += factor * b[k * n + j];
        }
      }
    }
    return product;
  }
}
