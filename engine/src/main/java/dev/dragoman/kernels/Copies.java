package dev.dragoman.kernels;

import static dev.dragoman.kernels.Species.LANES;
import static dev.dragoman.kernels.Species.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Copies of matrix blocks, with and without change of the fast axis. */
final class Copies {
  private static final int BLOCK = 16;

  private Copies() {}

  /** out[r·outStride + c] = in[r·inStride + c]. */
  static void rows(
      float[] in, int inOffset, int inStride,
      float[] out, int outOffset, int outStride, int rows, int columns) {
    int whole = columns - columns % LANES;
    for (int r = 0; r < rows; r++) {
      int from = inOffset + r * inStride;
      int to = outOffset + r * outStride;
      for (int c = 0; c < whole; c += LANES) {
        FloatVector.fromArray(SPECIES, in, from + c).intoArray(out, to + c);
      }
      for (int c = whole; c < columns; c++) {
        out[to + c] = in[from + c];
      }
    }
  }

  /**
   * out[c·outStride + r] = in(r, c), in square blocks: the block's lines of {@code in} are read once each, while its
   * lines of {@code out} stay in the first-level cache until they are full.
   */
  static void transposed(Matrix in, float[] out, int outOffset, int outStride) {
    for (int r = 0; r < in.rows(); r += BLOCK) {
      int height = Math.min(BLOCK, in.rows() - r);
      for (int c = 0; c < in.columns(); c += BLOCK) {
        int width = Math.min(BLOCK, in.columns() - c);
        int from = in.row(r) + c * in.columnStride();
        int to = outOffset + c * outStride + r;
        if (width == BLOCK && height == BLOCK && in.columnStride() == 1) {
          wholeBlock(in.data(), from, in.rowStride(), out, to, outStride);
        } else {
          block(in, from, out, to, outStride, height, width);
        }
      }
    }
  }

  private static void wholeBlock(
      float[] in, int inOffset, int inStride, float[] out, int outOffset, int outStride) {
    for (int r = 0; r < BLOCK; r++) {
      int from = inOffset + r * inStride;
      int to = outOffset + r;
      for (int c = 0; c < BLOCK; c++) {
        out[to + c * outStride] = in[from + c];
      }
    }
  }

  private static void block(
      Matrix in, int from, float[] out, int to, int outStride, int height, int width) {
    for (int r = 0; r < height; r++) {
      for (int c = 0; c < width; c++) {
        out[to + c * outStride + r] = in.data()[from + r * in.rowStride() + c * in.columnStride()];
      }
    }
  }
}
