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
      float[] in,
      int inOffset,
      int inStride,
      float[] out,
      int outOffset,
      int outStride,
      int rows,
      int columns) {
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
   * out[e·outStride + l] = in[l·lineStride + e·step]: {@code lines} of {@code length} elements
   * become columns, in square blocks: the block's cache lines of {@code in} are read once each,
   * while those of {@code out} stay in the first-level cache until they are full.
   */
  static void transposed(
      float[] in,
      int inOffset,
      int lineStride,
      int step,
      int lines,
      int length,
      float[] out,
      int outOffset,
      int outStride) {
    for (int l = 0; l < lines; l += BLOCK) {
      int height = Math.min(BLOCK, lines - l);
      for (int e = 0; e < length; e += BLOCK) {
        int width = Math.min(BLOCK, length - e);
        int from = inOffset + l * lineStride + e * step;
        int to = outOffset + e * outStride + l;
        if (width == BLOCK && height == BLOCK && step == 1) {
          wholeBlock(in, from, lineStride, out, to, outStride);
        } else {
          block(in, from, lineStride, step, height, width, out, to, outStride);
        }
      }
    }
  }

  private static void wholeBlock(
      float[] in, int inOffset, int lineStride, float[] out, int outOffset, int outStride) {
    for (int l = 0; l < BLOCK; l++) {
      int from = inOffset + l * lineStride;
      int to = outOffset + l;
      for (int e = 0; e < BLOCK; e++) {
        out[to + e * outStride] = in[from + e];
      }
    }
  }

  private static void block(
      float[] in,
      int inOffset,
      int lineStride,
      int step,
      int height,
      int width,
      float[] out,
      int outOffset,
      int outStride) {
    for (int l = 0; l < height; l++) {
      for (int e = 0; e < width; e++) {
        out[outOffset + e * outStride + l] = in[inOffset + l * lineStride + e * step];
      }
    }
  }
}
