package dev.dragoman.kernels;

import static dev.dragoman.kernels.Species.LANES;
import static dev.dragoman.kernels.Species.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * The cases that the register tiles leave: the last, partly filled panel, and an A that is not
 * contiguous along k. One vector of columns at a time, masked stores; the same chains, hence the
 * same bits.
 */
final class EdgeTiles {
  private EdgeTiles() {}

  /**
   * Rows of A times the first {@code columns} of one panel.
   *
   * @param aStep distance between neighbours along k in A
   * @param width columns of the panel
   */
  static void panel(
      float[] a,
      int aOffset,
      int aStride,
      int aStep,
      float[] b,
      int bOffset,
      int width,
      int length,
      float[] c,
      int cOffset,
      int cStride,
      int rows,
      int columns,
      boolean add) {
    for (int j = 0; j < columns; j += LANES) {
      int i = 0;
      for (; i + 4 <= rows; i += 4) {
        rows4(
            a,
            aOffset + i * aStride,
            aStride,
            aStep,
            b,
            bOffset + j,
            width,
            length,
            c,
            cOffset + i * cStride + j,
            cStride,
            columns - j,
            add);
      }
      for (; i < rows; i++) {
        rows1(
            a,
            aOffset + i * aStride,
            aStep,
            b,
            bOffset + j,
            width,
            length,
            c,
            cOffset + i * cStride + j,
            columns - j,
            add);
      }
    }
  }

  private static void rows4(
      float[] a,
      int aOffset,
      int aStride,
      int aStep,
      float[] b,
      int bOffset,
      int width,
      int length,
      float[] c,
      int cOffset,
      int cStride,
      int columns,
      boolean add) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    FloatVector s2 = FloatVector.zero(SPECIES);
    FloatVector s3 = FloatVector.zero(SPECIES);
    for (int k = 0; k < length; k++) {
      int at = aOffset + k * aStep;
      FloatVector right = FloatVector.fromArray(SPECIES, b, bOffset + k * width);
      s0 = FloatVector.broadcast(SPECIES, a[at]).fma(right, s0);
      s1 = FloatVector.broadcast(SPECIES, a[at + aStride]).fma(right, s1);
      s2 = FloatVector.broadcast(SPECIES, a[at + 2 * aStride]).fma(right, s2);
      s3 = FloatVector.broadcast(SPECIES, a[at + 3 * aStride]).fma(right, s3);
    }
    VectorMask<Float> mask = SPECIES.indexInRange(0, columns);
    int c1 = cOffset + cStride;
    int c2 = c1 + cStride;
    int c3 = c2 + cStride;
    if (add) {
      s0 = s0.add(FloatVector.fromArray(SPECIES, c, cOffset, mask));
      s1 = s1.add(FloatVector.fromArray(SPECIES, c, c1, mask));
      s2 = s2.add(FloatVector.fromArray(SPECIES, c, c2, mask));
      s3 = s3.add(FloatVector.fromArray(SPECIES, c, c3, mask));
    }
    s0.intoArray(c, cOffset, mask);
    s1.intoArray(c, c1, mask);
    s2.intoArray(c, c2, mask);
    s3.intoArray(c, c3, mask);
  }

  private static void rows1(
      float[] a,
      int aOffset,
      int aStep,
      float[] b,
      int bOffset,
      int width,
      int length,
      float[] c,
      int cOffset,
      int columns,
      boolean add) {
    FloatVector s = FloatVector.zero(SPECIES);
    for (int k = 0; k < length; k++) {
      FloatVector right = FloatVector.fromArray(SPECIES, b, bOffset + k * width);
      s = FloatVector.broadcast(SPECIES, a[aOffset + k * aStep]).fma(right, s);
    }
    VectorMask<Float> mask = SPECIES.indexInRange(0, columns);
    if (add) {
      s = s.add(FloatVector.fromArray(SPECIES, c, cOffset, mask));
    }
    s.intoArray(c, cOffset, mask);
  }
}
