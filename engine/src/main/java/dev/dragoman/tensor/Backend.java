package dev.dragoman.tensor;

import dev.dragoman.kernels.Kernels;
import org.jspecify.annotations.Nullable;

/**
 * The kernels that this process computes with: the best ones, or, where the system property {@code
 * dragoman.kernels=scalar-first} asks for a quick start, {@linkplain Beginning plain loops until
 * vectors pay}. Both give the same bits.
 */
public final class Backend {
  private static final @Nullable Beginning BEGINNING = Beginning.ofThisProcess();
  private static final Kernels FIRST = BEGINNING == null ? Kernels.best() : BEGINNING.kernels();

  private Backend() {}

  /** What to compute with now. To the compiler a constant, unless vectors come later. */
  static Kernels kernels() {
    return BEGINNING == null ? FIRST : BEGINNING.kernels();
  }

  /** Hears of each matrix product, from which the worth of vectors is told. */
  static void multiplied(int m, int n, int k) {
    if (BEGINNING != null) {
      BEGINNING.multiplied((long) m * n * k);
    }
  }

  /** "scalar", or the Vector API with its width. */
  public static String name() {
    return kernels().name();
  }
}
