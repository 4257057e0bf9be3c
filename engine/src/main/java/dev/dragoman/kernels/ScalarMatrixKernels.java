package dev.dragoman.kernels;

/** Matrix products as three loops: the definition that the tiled version must meet bit for bit. */
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
  public void multiply(Matrix a, Matrix b, Matrix c, Into into, float[] scratch, int scratchOffset) {
    multiply(a, b, c, into);
  }

  private static void multiply(Matrix a, Matrix b, Matrix c, Into into) {
    assert a.columns() == b.rows() && a.rows() == c.rows() && b.columns() == c.columns();
    assert c.columnStride() == 1;
    for (int i = 0; i < c.rows(); i++) {
      for (int j = 0; j < c.columns(); j++) {
        int cell = c.row(i) + j;
        c.data()[cell] = cell(a, i, b, j, into == Into.ADD ? c.data()[cell] : 0f, into);
      }
    }
  }

  /** One element of the product: a chain per block of k, the chains added in order. */
  private static float cell(Matrix a, int i, Matrix b, int j, float before, Into into) {
    float total = before;
    for (int from = 0; from < a.columns(); from += K_BLOCK) {
      float chain = chain(a, i, b, j, from, Math.min(a.columns(), from + K_BLOCK));
      total = from == 0 && into == Into.OVERWRITE ? chain : total + chain;
    }
    return total;
  }

  private static float chain(Matrix a, int i, Matrix b, int j, int from, int to) {
    float s = 0f;
    for (int k = from; k < to; k++) {
      float left = a.data()[a.row(i) + k * a.columnStride()];
      s = Math.fma(left, b.data()[b.row(k) + j * b.columnStride()], s);
    }
    return s;
  }
}
