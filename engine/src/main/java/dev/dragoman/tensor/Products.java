package dev.dragoman.tensor;

import dev.dragoman.kernels.Matrix;
import dev.dragoman.kernels.MatrixKernels;
import dev.dragoman.kernels.MatrixKernels.Into;

/**
 * Matrix products over tensors seen as matrices of rows. Each comes in two forms: {@code …Into}
 * overwrites {@code out}, {@code add…} adds to it.
 */
public final class Products {
  private Products() {}

  static Matrix matrix(Tensor tensor) {
    return Matrix.of(
        tensor.data(), tensor.offset(), tensor.rows(), tensor.columns(), tensor.rowStride());
  }

  /** out [M, N] = a [M, K]·b, b packed. */
  public static void multiplyInto(Tensor a, Packed b, Tensor out) {
    packed(a, b, out, Into.OVERWRITE);
  }

  /** out [M, N] += a [M, K]·b, b packed. */
  public static void addMultiply(Tensor a, Packed b, Tensor out) {
    packed(a, b, out, Into.ADD);
  }

  private static void packed(Tensor a, Packed b, Tensor out, Into into) {
    Checks.columns("left operand", a, b.rows(), "K");
    Checks.columns("out", out, b.columns(), "N");
    Checks.rows("out", out, a.rows(), "M");
    b.multiply(matrix(a), matrix(out), into);
    Backend.multiplied(a.rows(), b.columns(), b.rows());
  }

  /** out [M, N] = a [M, K]·b [K, N]. */
  public static void multiplyInto(Tensor a, Tensor b, Tensor out, Workspace workspace) {
    general(matrix(a), matrix(b), matrix(out), Into.OVERWRITE, workspace);
  }

  /** out [M, N] += a [M, K]·b [K, N]. */
  public static void addMultiply(Tensor a, Tensor b, Tensor out, Workspace workspace) {
    general(matrix(a), matrix(b), matrix(out), Into.ADD, workspace);
  }

  /** out [M, N] = a [M, K]·bᵀ, b [N, K]. */
  public static void multiplyByTransposeInto(Tensor a, Tensor b, Tensor out, Workspace workspace) {
    general(matrix(a), matrix(b).transposed(), matrix(out), Into.OVERWRITE, workspace);
  }

  /** out [M, N] += a [M, K]·bᵀ, b [N, K]. */
  public static void addMultiplyByTranspose(Tensor a, Tensor b, Tensor out, Workspace workspace) {
    general(matrix(a), matrix(b).transposed(), matrix(out), Into.ADD, workspace);
  }

  /** out [M, N] += aᵀ·b, a [K, M], b [K, N]: a weight's gradient from all rows at once. */
  public static void addTransposeMultiply(Tensor a, Tensor b, Tensor out, Workspace workspace) {
    general(matrix(a).transposed(), matrix(b), matrix(out), Into.ADD, workspace);
  }

  private static void general(Matrix a, Matrix b, Matrix out, Into into, Workspace workspace) {
    Checks.length("right operand's rows", b.rows(), a.columns(), "K");
    Checks.length("out's rows", out.rows(), a.rows(), "M");
    Checks.length("out's columns", out.columns(), b.columns(), "N");
    MatrixKernels kernels = Backend.kernels().matrix();
    Tensor scratch = workspace.scratch(kernels.scratchSize(a.rows(), b.columns(), a.columns()));
    kernels.multiply(a, b, out, into, scratch.data(), scratch.offset());
    Backend.multiplied(a.rows(), b.columns(), a.columns());
  }
}
