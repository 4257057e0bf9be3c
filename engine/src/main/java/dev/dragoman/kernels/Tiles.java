package dev.dragoman.kernels;

/**
 * The innermost loops of the matrix product: some rows of A, contiguous along k, times one panel of
 * packed B [length, width], one chain of fused multiply-adds per element.
 *
 * <p>Parameters of all tiles: row i of A begins at {@code aOffset + i·aStride}, row i of C at
 * {@code cOffset + i·cStride}; {@code add}: the chains are added to C, else they replace it. A tile
 * writes whole panels.
 */
abstract sealed class Tiles permits WideTiles, NarrowTiles {
  private final int width;

  Tiles(int width) {
    this.width = width;
  }

  /** Columns of a panel. */
  final int width() {
    return width;
  }

  /**
   * Any number of rows: six at a time, the last ones by the smaller tiles, which run nearly as
   * fast.
   */
  final void panel(
      float[] a,
      int aOffset,
      int aStride,
      float[] b,
      int bOffset,
      int length,
      float[] c,
      int cOffset,
      int cStride,
      int rows,
      boolean add) {
    int at = aOffset;
    int to = cOffset;
    int left = rows;
    for (; left >= 6; left -= 6) {
      rows6(a, at, aStride, b, bOffset, length, c, to, cStride, add);
      at += 6 * aStride;
      to += 6 * cStride;
    }
    if (left >= 4) {
      rows4(a, at, aStride, b, bOffset, length, c, to, cStride, add);
      at += 4 * aStride;
      to += 4 * cStride;
      left -= 4;
    }
    if (left >= 2) {
      rows2(a, at, aStride, b, bOffset, length, c, to, cStride, add);
      at += 2 * aStride;
      to += 2 * cStride;
      left -= 2;
    }
    if (left > 0) {
      rows1(a, at, aStride, b, bOffset, length, c, to, cStride, add);
    }
  }

  abstract void rows6(
      float[] a,
      int aOffset,
      int aStride,
      float[] b,
      int bOffset,
      int length,
      float[] c,
      int cOffset,
      int cStride,
      boolean add);

  abstract void rows4(
      float[] a,
      int aOffset,
      int aStride,
      float[] b,
      int bOffset,
      int length,
      float[] c,
      int cOffset,
      int cStride,
      boolean add);

  abstract void rows2(
      float[] a,
      int aOffset,
      int aStride,
      float[] b,
      int bOffset,
      int length,
      float[] c,
      int cOffset,
      int cStride,
      boolean add);

  abstract void rows1(
      float[] a,
      int aOffset,
      int aStride,
      float[] b,
      int bOffset,
      int length,
      float[] c,
      int cOffset,
      int cStride,
      boolean add);
}
