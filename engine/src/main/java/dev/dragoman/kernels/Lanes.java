package dev.dragoman.kernels;

/**
 * The number of partial sums that every reduction keeps, on any hardware: one 512-bit vector of
 * floats.
 */
public final class Lanes {
  /** Partial sums per reduction. */
  public static final int COUNT = 16;

  private Lanes() {}
}
