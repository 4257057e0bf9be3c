package dev.dragoman.kernels;

import static dev.dragoman.kernels.Species.LANES;
import static dev.dragoman.kernels.Species.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Copies of matrix blocks, with and without change of the fast axis. */
final class Copies {
  private static final int BLOCK = 16;

  /** Four floats: a width that every machine has, and enough to spare three stores of four. */
  private static final VectorSpecies<Float> FOUR = FloatVector.SPECIES_128;

  private static final VectorShuffle<Float> EVENS = VectorShuffle.fromValues(FOUR, 0, 0, 2, 2);
  private static final VectorShuffle<Float> ODDS = VectorShuffle.fromValues(FOUR, 1, 1, 3, 3);
  private static final VectorShuffle<Float> LOWS = VectorShuffle.fromValues(FOUR, 0, 1, 0, 1);
  private static final VectorShuffle<Float> HIGHS = VectorShuffle.fromValues(FOUR, 2, 3, 2, 3);
  private static final VectorMask<Float> ODD =
      VectorMask.fromValues(FOUR, false, true, false, true);
  private static final VectorMask<Float> HIGH =
      VectorMask.fromValues(FOUR, false, false, true, true);

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
    for (int l = 0; l < BLOCK; l += 4) {
      int from = inOffset + l * lineStride;
      int to = outOffset + l;
      for (int e = 0; e < BLOCK; e += 4) {
        fourByFour(in, from + e, lineStride, out, to + e * outStride, outStride);
      }
    }
  }

  /** First pairs of lines change their odd elements for even ones, then pairs of pairs. */
  private static void fourByFour(
      float[] in, int inOffset, int lineStride, float[] out, int outOffset, int outStride) {
    FloatVector a = FloatVector.fromArray(FOUR, in, inOffset);
    FloatVector b = FloatVector.fromArray(FOUR, in, inOffset + lineStride);
    FloatVector c = FloatVector.fromArray(FOUR, in, inOffset + 2 * lineStride);
    FloatVector d = FloatVector.fromArray(FOUR, in, inOffset + 3 * lineStride);
    FloatVector evenAb = a.blend(b.rearrange(EVENS), ODD);
    FloatVector oddAb = a.rearrange(ODDS).blend(b, ODD);
    FloatVector evenCd = c.blend(d.rearrange(EVENS), ODD);
    FloatVector oddCd = c.rearrange(ODDS).blend(d, ODD);
    evenAb.blend(evenCd.rearrange(LOWS), HIGH).intoArray(out, outOffset);
    oddAb.blend(oddCd.rearrange(LOWS), HIGH).intoArray(out, outOffset + outStride);
    evenAb.rearrange(HIGHS).blend(evenCd, HIGH).intoArray(out, outOffset + 2 * outStride);
    oddAb.rearrange(HIGHS).blend(oddCd, HIGH).intoArray(out, outOffset + 3 * outStride);
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
