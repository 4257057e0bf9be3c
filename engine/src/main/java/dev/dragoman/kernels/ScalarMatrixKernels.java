package dev.dragoman.kernels;

/** Matrix products as plain loops: what the tiled version must meet bit for bit. */
final class ScalarMatrixKernels implements MatrixKernels {
  @Override
  public int packedSize(int k, int n) {
    return Math.multiplyExact(k, n);
  }

  /** Row-major. */
  @Override
  public void pack(Matrix b, float[] packed, int packedOffset) {
    int to = packedOffset;
    for (int k = 0; k < b.rows(); k++) {
      for (int j = 0; j < b.columns(); j++) {
        packed[to++] = b.data()[b.row(k) + j * b.columnStride()];
      }
    }
  }

  @Override
  public void multiplyPacked(Matrix a, float[] packed, int packedOffset, Matrix c, Into into) {
    multiply(a, Matrix.of(packed, packedOffset, a.columns(), c.columns(), c.columns()), c, into);
  }

  @Override
  public int scratchSize(int m, int n, int k) {
    return 0;
  }

  @Override
  public void multiply(
      Matrix a, Matrix b, Matrix c, Into into, float[] scratch, int scratchOffset) {
    multiply(a, b, c, into);
  }

  private static void multiply(Matrix a, Matrix b, Matrix c, Into into) {
    assert a.columns() == b.rows() && a.rows() == c.rows() && b.columns() == c.columns();
    assert c.columnStride() == 1;
    if (a.columns() == 0 && into == Into.ADD) {
      return;
    }
    for (int i = 0; i < c.rows(); i++) {
      int j = 0;
      for (; b.columnStride() == 1 && j + 8 <= c.columns(); j += 8) {
        eightCells(a, i, b, j, c, into);
      }
      for (; j < c.columns(); j++) {
        cell(a, i, b, j, c, into);
      }
    }
  }

  /**
   * One element of the product: a chain per block of k, the chains added in order; a sum of nothing
   * is zero.
   */
  private static void cell(Matrix a, int i, Matrix b, int j, Matrix c, Into into) {
    for (int from = 0; from == 0 || from < a.columns(); from += K_BLOCK) {
      float chain = chain(a, i, b, j, from, Math.min(a.columns(), from + K_BLOCK));
      put(chain, c.data(), c.row(i) + j, into == Into.ADD || from > 0);
    }
  }

  private static float chain(Matrix a, int i, Matrix b, int j, int from, int to) {
    float s = 0f;
    for (int k = from; k < to; k++) {
      float left = a.data()[a.row(i) + k * a.columnStride()];
      s = Math.fma(left, b.data()[b.row(k) + j * b.columnStride()], s);
    }
    return s;
  }

  /**
   * Eight neighbours at a time: each multiply-add waits for the one before it only in its own
   * chain.
   */
  private static void eightCells(Matrix a, int i, Matrix b, int j, Matrix c, Into into) {
    float[] left = a.data();
    float[] right = b.data();
    for (int from = 0; from == 0 || from < a.columns(); from += K_BLOCK) {
      float s0 = 0f;
      float s1 = 0f;
      float s2 = 0f;
      float s3 = 0f;
      float s4 = 0f;
      float s5 = 0f;
      float s6 = 0f;
      float s7 = 0f;
      for (int k = from; k < Math.min(a.columns(), from + K_BLOCK); k++) {
        float x = left[a.row(i) + k * a.columnStride()];
        int at = b.row(k) + j;
        s0 = Math.fma(x, right[at], s0);
        s1 = Math.fma(x, right[at + 1], s1);
        s2 = Math.fma(x, right[at + 2], s2);
        s3 = Math.fma(x, right[at + 3], s3);
        s4 = Math.fma(x, right[at + 4], s4);
        s5 = Math.fma(x, right[at + 5], s5);
        s6 = Math.fma(x, right[at + 6], s6);
        s7 = Math.fma(x, right[at + 7], s7);
      }
      boolean add = into == Into.ADD || from > 0;
      int to = c.row(i) + j;
      put(s0, c.data(), to, add);
      put(s1, c.data(), to + 1, add);
      put(s2, c.data(), to + 2, add);
      put(s3, c.data(), to + 3, add);
      put(s4, c.data(), to + 4, add);
      put(s5, c.data(), to + 5, add);
      put(s6, c.data(), to + 6, add);
      put(s7, c.data(), to + 7, add);
    }
  }

  private static void put(float chain, float[] c, int at, boolean add) {
    c[at] = add ? c[at] + chain : chain;
  }
}
