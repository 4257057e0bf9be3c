package dev.dragoman.kernels;

import static dev.dragoman.kernels.Species.LANES;

import java.util.Arrays;

/**
 * Matrix products from register tiles over packed panels.
 *
 * <p>Packed B is a row of panels, each [K, width], the columns after the last filled with zeros.
 * The loops around the tiles, from the outside: a few panels, which the third-level cache holds
 * (and which {@link #multiply} packs just before); rows of A that fit the second-level cache beside
 * one panel; blocks of K_BLOCK; panels; tiles.
 */
final class VectorMatrixKernels implements MatrixKernels {
  /** Packed panels that the second and third-level cache hold while rows of A pass. */
  private static final int PANELS = 8;

  /**
   * Panels that {@link #multiply} packs at a time: many, so that a transposed A is copied seldom.
   */
  private static final int PACKED_PANELS = 32;

  private static final int ROWS = 96;

  /** As much of K as {@link #multiply} packs at a time. */
  private static final int DEPTH = 2 * K_BLOCK;

  /** Keeps the rows of a transposed copy of A from meeting in the same cache sets. */
  private static final int ROW_GAP = 16;

  private final Tiles tiles;
  private final int width;

  VectorMatrixKernels(Tiles tiles) {
    this.tiles = tiles;
    this.width = tiles.width();
  }

  /**
   * With the tiles that fit this machine's registers: 32 of them with AVX-512 and on AArch64, else
   * 16.
   */
  static VectorMatrixKernels forThisMachine() {
    boolean wide = LANES == Lanes.COUNT || System.getProperty("os.arch", "").equals("aarch64");
    return new VectorMatrixKernels(wide ? new WideTiles() : new NarrowTiles());
  }

  @Override
  public boolean packs() {
    return true;
  }

  @Override
  public int packedSize(int k, int n) {
    return Math.multiplyExact(k, panels(n) * width);
  }

  private int panels(int columns) {
    return (columns + width - 1) / width;
  }

  @Override
  public void pack(Matrix b, float[] packed, int packedOffset) {
    pack(b, 0, b.rows(), 0, panels(b.columns()), packed, packedOffset);
  }

  /** Rows {@code k} to {@code k + length} of some panels. */
  private void pack(
      Matrix b, int k, int length, int fromPanel, int toPanel, float[] packed, int at) {
    for (int p = fromPanel; p < toPanel; p++) {
      int column = p * width;
      int from = b.row(k) + column * b.columnStride();
      int to = at + (p - fromPanel) * width * length;
      packPanel(b, from, length, Math.min(width, b.columns() - column), packed, to);
    }
  }

  private void packPanel(Matrix b, int from, int length, int columns, float[] packed, int at) {
    if (b.columnStride() == 1) {
      Copies.rows(b.data(), from, b.rowStride(), packed, at, width, length, columns);
    } else {
      int line = b.columnStride();
      int step = b.rowStride();
      Copies.transposed(b.data(), from, line, step, columns, length, packed, at, width);
    }
    if (columns < width) {
      for (int k = 0; k < length; k++) {
        Arrays.fill(packed, at + k * width + columns, at + (k + 1) * width, 0f);
      }
    }
  }

  @Override
  public void multiplyPacked(Matrix a, float[] packed, int packedOffset, Matrix c, Into into) {
    assert a.rows() == c.rows() && c.columnStride() == 1;
    int depth = a.columns();
    if (depth == 0) {
      emptyProduct(c, into);
      return;
    }
    int panels = panels(c.columns());
    for (int p = 0; p < panels; p += PANELS) {
      int at = packedOffset + p * width * depth;
      int end = Math.min(panels, p + PANELS);
      for (int i = 0; i < c.rows(); i += ROWS) {
        int left = a.row(i);
        int rows = Math.min(ROWS, c.rows() - i);
        multiplyRows(
            a.data(),
            left,
            a.rowStride(),
            a.columnStride(),
            depth,
            packed,
            at,
            c,
            i,
            rows,
            p,
            end,
            into);
      }
    }
  }

  @Override
  public int scratchSize(int m, int n, int k) {
    int depth = Math.min(DEPTH, k);
    return Math.addExact(
        rightSize(n, depth), Math.multiplyExact(Math.min(ROWS, m), depth + ROW_GAP));
  }

  private int rightSize(int n, int depth) {
    return Math.multiplyExact(depth, Math.min(PACKED_PANELS, panels(n)) * width);
  }

  @Override
  public void multiply(
      Matrix a, Matrix b, Matrix c, Into into, float[] scratch, int scratchOffset) {
    assert a.columns() == b.rows() && a.rows() == c.rows() && b.columns() == c.columns();
    assert c.columnStride() == 1;
    if (a.columns() == 0) {
      emptyProduct(c, into);
      return;
    }
    int panels = panels(c.columns());
    int leftAt = scratchOffset + rightSize(c.columns(), Math.min(DEPTH, a.columns()));
    for (int k = 0; k < a.columns(); k += DEPTH) {
      int depth = Math.min(DEPTH, a.columns() - k);
      Into then = k == 0 ? into : Into.ADD;
      for (int p = 0; p < panels; p += PACKED_PANELS) {
        int end = Math.min(panels, p + PACKED_PANELS);
        pack(b, k, depth, p, end, scratch, scratchOffset);
        multiplyPanels(a, k, depth, scratch, scratchOffset, leftAt, c, p, end, then);
      }
    }
  }

  /**
   * All rows of C, its columns under panels {@code from} to {@code to}, which {@code scratch} holds
   * at {@code packedAt}; rows of a transposed A are copied to {@code leftAt} just before their use.
   */
  private void multiplyPanels(
      Matrix a,
      int k,
      int depth,
      float[] scratch,
      int packedAt,
      int leftAt,
      Matrix c,
      int from,
      int to,
      Into into) {
    boolean copies = a.columnStride() != 1;
    int stride = copies ? depth + ROW_GAP : a.rowStride();
    for (int i = 0; i < c.rows(); i += ROWS) {
      int rows = Math.min(ROWS, c.rows() - i);
      float[] left = copies ? scratch : a.data();
      int at = copies ? leftAt : a.row(i) + k;
      if (copies) {
        int first = a.row(i) + k * a.columnStride();
        Copies.transposed(
            a.data(), first, a.columnStride(), a.rowStride(), depth, rows, scratch, leftAt, stride);
      }
      multiplyRows(left, at, stride, 1, depth, scratch, packedAt, c, i, rows, from, to, into);
    }
  }

  /**
   * Rows {@code row} to {@code row + rows} of C, its columns under panels {@code from} to {@code
   * to}; {@code packed} at {@code packedAt} holds just these panels, {@code depth} rows each, and
   * {@code a} at {@code aOffset} the first of these rows.
   */
  private void multiplyRows(
      float[] a,
      int aOffset,
      int aStride,
      int aStep,
      int depth,
      float[] packed,
      int packedAt,
      Matrix c,
      int row,
      int rows,
      int from,
      int to,
      Into into) {
    for (int k = 0; k < depth; k += K_BLOCK) {
      int left = aOffset + k * aStep;
      int length = Math.min(K_BLOCK, depth - k);
      boolean add = k > 0 || into == Into.ADD;
      for (int p = from; p < to; p++) {
        int panel = packedAt + (p - from) * width * depth + k * width;
        multiplyPanel(a, left, aStride, aStep, length, packed, panel, c, row, rows, p * width, add);
      }
    }
  }

  private void multiplyPanel(
      float[] a,
      int aOffset,
      int aStride,
      int aStep,
      int length,
      float[] packed,
      int panel,
      Matrix c,
      int row,
      int rows,
      int column,
      boolean add) {
    int columns = Math.min(width, c.columns() - column);
    int to = c.row(row) + column;
    if (columns == width && aStep == 1) {
      tiles.panel(
          a, aOffset, aStride, packed, panel, length, c.data(), to, c.rowStride(), rows, add);
    } else {
      EdgeTiles.panel(
          a,
          aOffset,
          aStride,
          aStep,
          packed,
          panel,
          width,
          length,
          c.data(),
          to,
          c.rowStride(),
          rows,
          columns,
          add);
    }
  }

  /** A sum of nothing is zero. */
  private static void emptyProduct(Matrix c, Into into) {
    for (int i = 0; into == Into.OVERWRITE && i < c.rows(); i++) {
      Arrays.fill(c.data(), c.row(i), c.row(i) + c.columns(), 0f);
    }
  }
}
