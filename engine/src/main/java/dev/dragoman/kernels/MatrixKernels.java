package dev.dragoman.kernels;

/**
 * Matrix products. Element (i, j) of {@code A·B} is the sum over blocks of {@value #K_BLOCK}
 * consecutive k of a chain of fused multiply-adds that begins at zero: {@code s = fma(a(i,k),
 * b(k,j), s)}. The first block overwrites C or is added to it, the following ones are added, so the
 * result does not depend on tiles, packing, rows or threads.
 */
public interface MatrixKernels {
  /** Length of a chain of multiply-adds, part of the definition of the result. */
  int K_BLOCK = 512;

  /** What happens to what C held before. */
  enum Into {
    /** C is replaced. */
    OVERWRITE,
    /** The product is added to C. */
    ADD
  }

  /** Whether {@link #multiplyPacked} is faster than {@link #multiply} with the same B. */
  boolean packs();

  /** Number of floats that {@link #pack} writes for a B of these extents. */
  int packedSize(int k, int n);

  /**
   * Lays B [K, N] out in panels of columns, in the order in which the product reads it; worth it
   * when one B serves many products. The layout is this implementation's own.
   */
  void pack(Matrix b, float[] packed, int packedOffset);

  /**
   * C [M, N] = or += A [M, K]·B, B packed by {@link #pack}. A may be any strided view; C's columns
   * are contiguous.
   */
  void multiplyPacked(Matrix a, float[] packed, int packedOffset, Matrix c, Into into);

  /** Number of scratch floats that {@link #multiply} needs for these extents. */
  int scratchSize(int m, int n, int k);

  /**
   * C [M, N] = or += A [M, K]·B [K, N], any strided views for A and B; C's columns are contiguous.
   */
  void multiply(Matrix a, Matrix b, Matrix c, Into into, float[] scratch, int scratchOffset);
}
