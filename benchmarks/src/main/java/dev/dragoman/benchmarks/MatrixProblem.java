package dev.dragoman.benchmarks;

import dev.dragoman.kernels.Matrix;
import dev.dragoman.kernels.MatrixKernels;
import dev.dragoman.kernels.MatrixKernels.Into;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Operands of one product in all forms, with the scratch that it needs. */
final class MatrixProblem {
  private static final Pattern SHAPE = Pattern.compile("(\\d+)x(\\d+)x(\\d+)");

  private final MatrixKernels kernels;
  private final int m;
  private final int n;
  private final int k;
  private final Matrix left;
  private final Matrix leftOfTranspose;
  private final Matrix right;
  private final Matrix rightOfTranspose;
  private final Matrix result;
  private final float[] packed;
  private final float[] scratch;

  private MatrixProblem(MatrixKernels kernels, int m, int n, int k) {
    this.kernels = kernels;
    this.m = m;
    this.n = n;
    this.k = k;
    float[] a = Numbers.uniform(1, m * k);
    float[] b = Numbers.uniform(2, k * n);
    left = Matrix.of(a, 0, m, k, k);
    leftOfTranspose = Matrix.of(a, 0, k, m, m).transposed();
    right = Matrix.of(b, 0, k, n, n);
    rightOfTranspose = Matrix.of(b, 0, n, k, k).transposed();
    result = Matrix.of(new float[m * n], 0, m, n, n);
    packed = new float[kernels.packedSize(k, n)];
    scratch = new float[kernels.scratchSize(m, n, k)];
    kernels.pack(right, packed, 0);
  }

  /** Reads a shape such as 64x1536x512: M, N, K. */
  static MatrixProblem parse(String shape, MatrixKernels kernels) {
    Matcher matcher = SHAPE.matcher(shape);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "shape: expected MxNxK such as 64x1536x512, got \"" + shape + "\"");
    }
    return new MatrixProblem(
        kernels,
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)));
  }

  long operations() {
    return 2L * m * n * k;
  }

  float[] out() {
    return result.data();
  }

  void run(Form form) {
    switch (form) {
      case PACKED -> kernels.multiplyPacked(left, packed, 0, result, Into.OVERWRITE);
      case PLAIN -> multiply(left, right);
      case RIGHT_TRANSPOSED -> multiply(left, rightOfTranspose);
      case LEFT_TRANSPOSED -> multiply(leftOfTranspose, right);
      case BOTH_TRANSPOSED -> multiply(leftOfTranspose, rightOfTranspose);
    }
  }

  private void multiply(Matrix a, Matrix b) {
    kernels.multiply(a, b, result, Into.OVERWRITE, scratch, 0);
  }
}
