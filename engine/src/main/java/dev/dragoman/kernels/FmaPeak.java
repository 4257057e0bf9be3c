package dev.dragoman.kernels;

/**
 * The most floating-point operations that one thread of this machine can do: fused multiply-adds on
 * registers alone. Every speed of a matrix product is a share of this one.
 */
public final class FmaPeak {
  private static final int ROUNDS = 20_000;
  private static final String VECTOR = "vector";

  private final boolean vector;
  private float keep;

  /** For the kernels that {@link Kernels#best()} chose. */
  public FmaPeak() {
    this.vector = Kernels.best().name().startsWith(VECTOR);
  }

  /** Floating-point operations of one {@link #run()}. */
  public long operations() {
    return 2L * ROUNDS * (vector ? VectorFma.PER_ROUND : ScalarFma.PER_ROUND);
  }

  /**
   * A burst of multiply-adds, some ten microseconds long.
   *
   * @return their sum, so that no compiler leaves them out
   */
  public float run() {
    keep = vector ? VectorFma.run(ROUNDS, keep) : ScalarFma.run(ROUNDS, keep);
    return keep;
  }
}
