package dev.dragoman.tensor;

import dev.dragoman.kernels.Matrix;
import dev.dragoman.kernels.MatrixKernels;
import dev.dragoman.kernels.MatrixKernels.Into;

/**
 * The right operand of a matrix product, laid out in the order in which the product reads it. Made
 * once for weights that serve many products. Kernels that read a weight as fast where it is make no
 * copy.
 */
public final class Packed {
  private static final float[] NOTHING = new float[0];

  private final MatrixKernels kernels;
  private final Matrix right;
  private final float[] data;

  private Packed(Matrix right) {
    this.kernels = Backend.kernels().matrix();
    this.right = right;
    this.data =
        kernels.packs() ? new float[kernels.packedSize(right.rows(), right.columns())] : NOTHING;
    repack();
  }

  /** Packs W [N, K] as the right operand Wᵀ [K, N] of {@code x·Wᵀ}. */
  public static Packed transposeOf(Tensor weight) {
    return new Packed(Products.matrix(weight).transposed());
  }

  /** Packs W [K, N] as it is, the right operand of {@code x·W}. */
  public static Packed of(Tensor weight) {
    return new Packed(Products.matrix(weight));
  }

  /** Packs the same W again, after its values have changed. */
  public void repack() {
    if (kernels.packs()) {
      kernels.pack(right, data, 0);
    }
  }

  /** Whether it was packed for the kernels that compute now. */
  @SuppressWarnings("ReferenceEquality") // the same kernels, not equal ones
  public boolean isCurrent() {
    return kernels == Backend.kernels().matrix();
  }

  /** out = or += a·W, by the kernels that it was packed for. */
  void multiply(Matrix a, Matrix out, Into into) {
    if (kernels.packs()) {
      kernels.multiplyPacked(a, data, 0, out, into);
    } else {
      kernels.multiply(a, right, out, into, NOTHING, 0);
    }
  }

  /** K: columns that the left operand must have. */
  public int rows() {
    return right.rows();
  }

  /** N: columns of the product. */
  public int columns() {
    return right.columns();
  }
}
