package dev.dragoman.kernels;

/** Matrix products as plain loops: what the tiled version must meet bit for bit. */
final class ScalarMatrixKernels implements MatrixKernels {
  private static final int WIDTH = 8;

  @Override
  public int packedSize(int k, int n) {
    return Math.multiplyExact(k, n);
  }

  /** A strided B is read as fast as a copy of it. */
  @Override
  public boolean packs() {
    return false;
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
    int j = 0;
    for (; j + WIDTH <= c.columns(); j += WIDTH) {
      strip(a, b, j, c, into);
    }
    for (; j < c.columns(); j++) {
      for (int i = 0; i < c.rows(); i++) {
        cell(a, i, b, j, c, into);
      }
    }
  }

  /**
   * Eight columns of C for all rows before the next eight, so that their part of B is in the
   * first-level cache from the second row on.
   */
  private static void strip(Matrix a, Matrix b, int j, Matrix c, Into into) {
    boolean dots = a.columnStride() == 1 && b.rowStride() == 1;
    for (int i = 0; i < c.rows(); i++) {
      for (int from = 0; from == 0 || from < a.columns(); from += K_BLOCK) {
        int length = Math.min(K_BLOCK, a.columns() - from);
        boolean add = into == Into.ADD || from > 0;
        if (dots) {
          eightDots(a, i, b, j, from, length, c, add);
        } else {
          eightChains(a, i, b, j, from, length, c, add);
        }
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
  private static void eightChains(
      Matrix a, int i, Matrix b, int j, int from, int length, Matrix c, boolean add) {
    float[] left = a.data();
    float[] right = b.data();
    int a0 = a.row(i) + from * a.columnStride();
    int step = b.columnStride();
    int b0 = b.row(from) + j * step;
    float s0 = 0f;
    float s1 = 0f;
    float s2 = 0f;
    float s3 = 0f;
    float s4 = 0f;
    float s5 = 0f;
    float s6 = 0f;
    float s7 = 0f;
    for (int k = 0; k < length; k++) {
      float x = left[a0 + k * a.columnStride()];
      int at = b0 + k * b.rowStride();
      s0 = Math.fma(x, right[at], s0);
      s1 = Math.fma(x, right[at + step], s1);
      s2 = Math.fma(x, right[at + 2 * step], s2);
      s3 = Math.fma(x, right[at + 3 * step], s3);
      s4 = Math.fma(x, right[at + 4 * step], s4);
      s5 = Math.fma(x, right[at + 5 * step], s5);
      s6 = Math.fma(x, right[at + 6 * step], s6);
      s7 = Math.fma(x, right[at + 7 * step], s7);
    }
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

  /**
   * The same where neighbours along k are neighbours in memory, as in x·Wᵀ: the compiler leaves the
   * checks of array bounds out of this loop.
   */
  private static void eightDots(
      Matrix a, int i, Matrix b, int j, int from, int length, Matrix c, boolean add) {
    float[] left = a.data();
    float[] right = b.data();
    int a0 = a.row(i) + from;
    int step = b.columnStride();
    int b0 = b.row(from) + j * step;
    int b1 = b0 + step;
    int b2 = b1 + step;
    int b3 = b2 + step;
    int b4 = b3 + step;
    int b5 = b4 + step;
    int b6 = b5 + step;
    int b7 = b6 + step;
    float s0 = 0f;
    float s1 = 0f;
    float s2 = 0f;
    float s3 = 0f;
    float s4 = 0f;
    float s5 = 0f;
    float s6 = 0f;
    float s7 = 0f;
    for (int k = 0; k < length; k++) {
      float x = left[a0 + k];
      s0 = Math.fma(x, right[b0 + k], s0);
      s1 = Math.fma(x, right[b1 + k], s1);
      s2 = Math.fma(x, right[b2 + k], s2);
      s3 = Math.fma(x, right[b3 + k], s3);
      s4 = Math.fma(x, right[b4 + k], s4);
      s5 = Math.fma(x, right[b5 + k], s5);
      s6 = Math.fma(x, right[b6 + k], s6);
      s7 = Math.fma(x, right[b7 + k], s7);
    }
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

  private static void put(float chain, float[] c, int at, boolean add) {
    c[at] = add ? c[at] + chain : chain;
  }
}
