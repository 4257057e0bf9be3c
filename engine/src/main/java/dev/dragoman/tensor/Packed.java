package dev.dragoman.tensor;

/**
 * The right operand of a matrix product, laid out in the order in which the product reads it. Made
 * once for weights that serve many products.
 */
public final class Packed {
  private final int rows;
  private final int columns;
  private final float[] data;

  private Packed(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    this.data = new float[Backend.KERNELS.matrix().packedSize(rows, columns)];
  }

  /** Packs W [N, K] as the right operand Wᵀ [K, N] of {@code x·Wᵀ}. */
  public static Packed transposeOf(Tensor weight) {
    Packed packed = new Packed(weight.columns(), weight.rows());
    packed.repackTranspose(weight);
    return packed;
  }

  /** Packs W [K, N] as it is, the right operand of {@code x·W}. */
  public static Packed of(Tensor weight) {
    Packed packed = new Packed(weight.rows(), weight.columns());
    packed.repack(weight);
    return packed;
  }

  /** Packs new values of the same W [N, K] again, transposed. */
  public void repackTranspose(Tensor weight) {
    Backend.KERNELS.matrix().pack(Products.matrix(weight).transposed(), data, 0);
  }

  /** Packs new values of the same W [K, N] again. */
  public void repack(Tensor weight) {
    Backend.KERNELS.matrix().pack(Products.matrix(weight), data, 0);
  }

  /** K: columns that the left operand must have. */
  public int rows() {
    return rows;
  }

  /** N: columns of the product. */
  public int columns() {
    return columns;
  }

  float[] data() {
    return data;
  }
}
