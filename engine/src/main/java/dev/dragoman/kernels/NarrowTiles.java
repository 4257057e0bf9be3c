package dev.dragoman.kernels;

import static dev.dragoman.kernels.Species.LANES;
import static dev.dragoman.kernels.Species.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Register tiles of the matrix product, two vectors wide, for machines with 16 vector registers:
 * six rows of two vectors keep 12 sums, two vectors of B and one broadcast element of A in
 * registers, so that 12 multiply-adds need eight loads. Fewer rows serve the lower edge, {@link
 * EdgeTiles} the right one. Written out by hand because the sums must be locals; {@code
 * MatrixBenchmark} in the benchmarks module says what they reach.
 */
final class NarrowTiles extends Tiles {
  private static final int WIDTH = 2 * LANES;

  NarrowTiles() {
    super(WIDTH);
  }

  @Override
  void rows6(
      float[] a,
      int aOffset,
      int aStride,
      float[] b,
      int bOffset,
      int length,
      float[] c,
      int cOffset,
      int cStride,
      boolean add) {
    FloatVector s00 = FloatVector.zero(SPECIES);
    FloatVector s01 = FloatVector.zero(SPECIES);
    FloatVector s10 = FloatVector.zero(SPECIES);
    FloatVector s11 = FloatVector.zero(SPECIES);
    FloatVector s20 = FloatVector.zero(SPECIES);
    FloatVector s21 = FloatVector.zero(SPECIES);
    FloatVector s30 = FloatVector.zero(SPECIES);
    FloatVector s31 = FloatVector.zero(SPECIES);
    FloatVector s40 = FloatVector.zero(SPECIES);
    FloatVector s41 = FloatVector.zero(SPECIES);
    FloatVector s50 = FloatVector.zero(SPECIES);
    FloatVector s51 = FloatVector.zero(SPECIES);
    int a1 = aOffset + aStride;
    int a2 = a1 + aStride;
    int a3 = a2 + aStride;
    int a4 = a3 + aStride;
    int a5 = a4 + aStride;
    for (int k = 0; k < length; k++) {
      int row = bOffset + k * WIDTH;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, row);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, row + LANES);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[aOffset + k]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + k]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + k]);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + k]);
      s30 = x3.fma(b0, s30);
      s31 = x3.fma(b1, s31);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[a4 + k]);
      s40 = x4.fma(b0, s40);
      s41 = x4.fma(b1, s41);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[a5 + k]);
      s50 = x5.fma(b0, s50);
      s51 = x5.fma(b1, s51);
    }
    int c1 = cOffset + cStride;
    int c2 = c1 + cStride;
    int c3 = c2 + cStride;
    int c4 = c3 + cStride;
    int c5 = c4 + cStride;
    if (add) {
      s00 = s00.add(FloatVector.fromArray(SPECIES, c, cOffset));
      s01 = s01.add(FloatVector.fromArray(SPECIES, c, cOffset + LANES));
      s10 = s10.add(FloatVector.fromArray(SPECIES, c, c1));
      s11 = s11.add(FloatVector.fromArray(SPECIES, c, c1 + LANES));
      s20 = s20.add(FloatVector.fromArray(SPECIES, c, c2));
      s21 = s21.add(FloatVector.fromArray(SPECIES, c, c2 + LANES));
      s30 = s30.add(FloatVector.fromArray(SPECIES, c, c3));
      s31 = s31.add(FloatVector.fromArray(SPECIES, c, c3 + LANES));
      s40 = s40.add(FloatVector.fromArray(SPECIES, c, c4));
      s41 = s41.add(FloatVector.fromArray(SPECIES, c, c4 + LANES));
      s50 = s50.add(FloatVector.fromArray(SPECIES, c, c5));
      s51 = s51.add(FloatVector.fromArray(SPECIES, c, c5 + LANES));
    }
    s00.intoArray(c, cOffset);
    s01.intoArray(c, cOffset + LANES);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + LANES);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + LANES);
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + LANES);
    s40.intoArray(c, c4);
    s41.intoArray(c, c4 + LANES);
    s50.intoArray(c, c5);
    s51.intoArray(c, c5 + LANES);
  }

  @Override
  void rows4(
      float[] a,
      int aOffset,
      int aStride,
      float[] b,
      int bOffset,
      int length,
      float[] c,
      int cOffset,
      int cStride,
      boolean add) {
    FloatVector s00 = FloatVector.zero(SPECIES);
    FloatVector s01 = FloatVector.zero(SPECIES);
    FloatVector s10 = FloatVector.zero(SPECIES);
    FloatVector s11 = FloatVector.zero(SPECIES);
    FloatVector s20 = FloatVector.zero(SPECIES);
    FloatVector s21 = FloatVector.zero(SPECIES);
    FloatVector s30 = FloatVector.zero(SPECIES);
    FloatVector s31 = FloatVector.zero(SPECIES);
    int a1 = aOffset + aStride;
    int a2 = a1 + aStride;
    int a3 = a2 + aStride;
    for (int k = 0; k < length; k++) {
      int row = bOffset + k * WIDTH;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, row);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, row + LANES);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[aOffset + k]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + k]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + k]);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + k]);
      s30 = x3.fma(b0, s30);
      s31 = x3.fma(b1, s31);
    }
    int c1 = cOffset + cStride;
    int c2 = c1 + cStride;
    int c3 = c2 + cStride;
    if (add) {
      s00 = s00.add(FloatVector.fromArray(SPECIES, c, cOffset));
      s01 = s01.add(FloatVector.fromArray(SPECIES, c, cOffset + LANES));
      s10 = s10.add(FloatVector.fromArray(SPECIES, c, c1));
      s11 = s11.add(FloatVector.fromArray(SPECIES, c, c1 + LANES));
      s20 = s20.add(FloatVector.fromArray(SPECIES, c, c2));
      s21 = s21.add(FloatVector.fromArray(SPECIES, c, c2 + LANES));
      s30 = s30.add(FloatVector.fromArray(SPECIES, c, c3));
      s31 = s31.add(FloatVector.fromArray(SPECIES, c, c3 + LANES));
    }
    s00.intoArray(c, cOffset);
    s01.intoArray(c, cOffset + LANES);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + LANES);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + LANES);
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + LANES);
  }

  @Override
  void rows2(
      float[] a,
      int aOffset,
      int aStride,
      float[] b,
      int bOffset,
      int length,
      float[] c,
      int cOffset,
      int cStride,
      boolean add) {
    FloatVector s00 = FloatVector.zero(SPECIES);
    FloatVector s01 = FloatVector.zero(SPECIES);
    FloatVector s10 = FloatVector.zero(SPECIES);
    FloatVector s11 = FloatVector.zero(SPECIES);
    int a1 = aOffset + aStride;
    for (int k = 0; k < length; k++) {
      int row = bOffset + k * WIDTH;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, row);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, row + LANES);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[aOffset + k]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + k]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
    }
    int c1 = cOffset + cStride;
    if (add) {
      s00 = s00.add(FloatVector.fromArray(SPECIES, c, cOffset));
      s01 = s01.add(FloatVector.fromArray(SPECIES, c, cOffset + LANES));
      s10 = s10.add(FloatVector.fromArray(SPECIES, c, c1));
      s11 = s11.add(FloatVector.fromArray(SPECIES, c, c1 + LANES));
    }
    s00.intoArray(c, cOffset);
    s01.intoArray(c, cOffset + LANES);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + LANES);
  }

  @Override
  void rows1(
      float[] a,
      int aOffset,
      int aStride,
      float[] b,
      int bOffset,
      int length,
      float[] c,
      int cOffset,
      int cStride,
      boolean add) {
    FloatVector s00 = FloatVector.zero(SPECIES);
    FloatVector s01 = FloatVector.zero(SPECIES);
    for (int k = 0; k < length; k++) {
      int row = bOffset + k * WIDTH;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, row);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, row + LANES);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[aOffset + k]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
    }
    if (add) {
      s00 = s00.add(FloatVector.fromArray(SPECIES, c, cOffset));
      s01 = s01.add(FloatVector.fromArray(SPECIES, c, cOffset + LANES));
    }
    s00.intoArray(c, cOffset);
    s01.intoArray(c, cOffset + LANES);
  }
}
