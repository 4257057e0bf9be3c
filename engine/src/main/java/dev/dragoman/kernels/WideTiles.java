package dev.dragoman.kernels;

import static dev.dragoman.kernels.Species.LANES;
import static dev.dragoman.kernels.Species.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Register tiles of the matrix product, four vectors wide, for machines with 32 vector registers:
 * six rows of four vectors keep 24 sums, four vectors of B and one broadcast element of A in
 * registers, so that 24 multiply-adds need only ten loads. Fewer rows serve the lower edge, {@link
 * EdgeTiles} the right one. Written out by hand because the sums must be locals; {@code
 * MatrixBenchmark} in the benchmarks module says what they reach.
 */
final class WideTiles extends Tiles {
  private static final int WIDTH = 4 * LANES;

  WideTiles() {
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
    FloatVector s02 = FloatVector.zero(SPECIES);
    FloatVector s03 = FloatVector.zero(SPECIES);
    FloatVector s10 = FloatVector.zero(SPECIES);
    FloatVector s11 = FloatVector.zero(SPECIES);
    FloatVector s12 = FloatVector.zero(SPECIES);
    FloatVector s13 = FloatVector.zero(SPECIES);
    FloatVector s20 = FloatVector.zero(SPECIES);
    FloatVector s21 = FloatVector.zero(SPECIES);
    FloatVector s22 = FloatVector.zero(SPECIES);
    FloatVector s23 = FloatVector.zero(SPECIES);
    FloatVector s30 = FloatVector.zero(SPECIES);
    FloatVector s31 = FloatVector.zero(SPECIES);
    FloatVector s32 = FloatVector.zero(SPECIES);
    FloatVector s33 = FloatVector.zero(SPECIES);
    FloatVector s40 = FloatVector.zero(SPECIES);
    FloatVector s41 = FloatVector.zero(SPECIES);
    FloatVector s42 = FloatVector.zero(SPECIES);
    FloatVector s43 = FloatVector.zero(SPECIES);
    FloatVector s50 = FloatVector.zero(SPECIES);
    FloatVector s51 = FloatVector.zero(SPECIES);
    FloatVector s52 = FloatVector.zero(SPECIES);
    FloatVector s53 = FloatVector.zero(SPECIES);
    int a1 = aOffset + aStride;
    int a2 = a1 + aStride;
    int a3 = a2 + aStride;
    int a4 = a3 + aStride;
    int a5 = a4 + aStride;
    for (int k = 0; k < length; k++) {
      int row = bOffset + k * WIDTH;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, row);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, row + LANES);
      FloatVector b2 = FloatVector.fromArray(SPECIES, b, row + 2 * LANES);
      FloatVector b3 = FloatVector.fromArray(SPECIES, b, row + 3 * LANES);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[aOffset + k]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      s02 = x0.fma(b2, s02);
      s03 = x0.fma(b3, s03);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + k]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      s12 = x1.fma(b2, s12);
      s13 = x1.fma(b3, s13);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + k]);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      s22 = x2.fma(b2, s22);
      s23 = x2.fma(b3, s23);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + k]);
      s30 = x3.fma(b0, s30);
      s31 = x3.fma(b1, s31);
      s32 = x3.fma(b2, s32);
      s33 = x3.fma(b3, s33);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[a4 + k]);
      s40 = x4.fma(b0, s40);
      s41 = x4.fma(b1, s41);
      s42 = x4.fma(b2, s42);
      s43 = x4.fma(b3, s43);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[a5 + k]);
      s50 = x5.fma(b0, s50);
      s51 = x5.fma(b1, s51);
      s52 = x5.fma(b2, s52);
      s53 = x5.fma(b3, s53);
    }
    int c1 = cOffset + cStride;
    int c2 = c1 + cStride;
    int c3 = c2 + cStride;
    int c4 = c3 + cStride;
    int c5 = c4 + cStride;
    if (add) {
      s00 = s00.add(FloatVector.fromArray(SPECIES, c, cOffset));
      s01 = s01.add(FloatVector.fromArray(SPECIES, c, cOffset + LANES));
      s02 = s02.add(FloatVector.fromArray(SPECIES, c, cOffset + 2 * LANES));
      s03 = s03.add(FloatVector.fromArray(SPECIES, c, cOffset + 3 * LANES));
      s10 = s10.add(FloatVector.fromArray(SPECIES, c, c1));
      s11 = s11.add(FloatVector.fromArray(SPECIES, c, c1 + LANES));
      s12 = s12.add(FloatVector.fromArray(SPECIES, c, c1 + 2 * LANES));
      s13 = s13.add(FloatVector.fromArray(SPECIES, c, c1 + 3 * LANES));
      s20 = s20.add(FloatVector.fromArray(SPECIES, c, c2));
      s21 = s21.add(FloatVector.fromArray(SPECIES, c, c2 + LANES));
      s22 = s22.add(FloatVector.fromArray(SPECIES, c, c2 + 2 * LANES));
      s23 = s23.add(FloatVector.fromArray(SPECIES, c, c2 + 3 * LANES));
      s30 = s30.add(FloatVector.fromArray(SPECIES, c, c3));
      s31 = s31.add(FloatVector.fromArray(SPECIES, c, c3 + LANES));
      s32 = s32.add(FloatVector.fromArray(SPECIES, c, c3 + 2 * LANES));
      s33 = s33.add(FloatVector.fromArray(SPECIES, c, c3 + 3 * LANES));
      s40 = s40.add(FloatVector.fromArray(SPECIES, c, c4));
      s41 = s41.add(FloatVector.fromArray(SPECIES, c, c4 + LANES));
      s42 = s42.add(FloatVector.fromArray(SPECIES, c, c4 + 2 * LANES));
      s43 = s43.add(FloatVector.fromArray(SPECIES, c, c4 + 3 * LANES));
      s50 = s50.add(FloatVector.fromArray(SPECIES, c, c5));
      s51 = s51.add(FloatVector.fromArray(SPECIES, c, c5 + LANES));
      s52 = s52.add(FloatVector.fromArray(SPECIES, c, c5 + 2 * LANES));
      s53 = s53.add(FloatVector.fromArray(SPECIES, c, c5 + 3 * LANES));
    }
    s00.intoArray(c, cOffset);
    s01.intoArray(c, cOffset + LANES);
    s02.intoArray(c, cOffset + 2 * LANES);
    s03.intoArray(c, cOffset + 3 * LANES);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + LANES);
    s12.intoArray(c, c1 + 2 * LANES);
    s13.intoArray(c, c1 + 3 * LANES);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + LANES);
    s22.intoArray(c, c2 + 2 * LANES);
    s23.intoArray(c, c2 + 3 * LANES);
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + LANES);
    s32.intoArray(c, c3 + 2 * LANES);
    s33.intoArray(c, c3 + 3 * LANES);
    s40.intoArray(c, c4);
    s41.intoArray(c, c4 + LANES);
    s42.intoArray(c, c4 + 2 * LANES);
    s43.intoArray(c, c4 + 3 * LANES);
    s50.intoArray(c, c5);
    s51.intoArray(c, c5 + LANES);
    s52.intoArray(c, c5 + 2 * LANES);
    s53.intoArray(c, c5 + 3 * LANES);
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
    FloatVector s02 = FloatVector.zero(SPECIES);
    FloatVector s03 = FloatVector.zero(SPECIES);
    FloatVector s10 = FloatVector.zero(SPECIES);
    FloatVector s11 = FloatVector.zero(SPECIES);
    FloatVector s12 = FloatVector.zero(SPECIES);
    FloatVector s13 = FloatVector.zero(SPECIES);
    FloatVector s20 = FloatVector.zero(SPECIES);
    FloatVector s21 = FloatVector.zero(SPECIES);
    FloatVector s22 = FloatVector.zero(SPECIES);
    FloatVector s23 = FloatVector.zero(SPECIES);
    FloatVector s30 = FloatVector.zero(SPECIES);
    FloatVector s31 = FloatVector.zero(SPECIES);
    FloatVector s32 = FloatVector.zero(SPECIES);
    FloatVector s33 = FloatVector.zero(SPECIES);
    int a1 = aOffset + aStride;
    int a2 = a1 + aStride;
    int a3 = a2 + aStride;
    for (int k = 0; k < length; k++) {
      int row = bOffset + k * WIDTH;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, row);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, row + LANES);
      FloatVector b2 = FloatVector.fromArray(SPECIES, b, row + 2 * LANES);
      FloatVector b3 = FloatVector.fromArray(SPECIES, b, row + 3 * LANES);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[aOffset + k]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      s02 = x0.fma(b2, s02);
      s03 = x0.fma(b3, s03);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + k]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      s12 = x1.fma(b2, s12);
      s13 = x1.fma(b3, s13);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + k]);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      s22 = x2.fma(b2, s22);
      s23 = x2.fma(b3, s23);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + k]);
      s30 = x3.fma(b0, s30);
      s31 = x3.fma(b1, s31);
      s32 = x3.fma(b2, s32);
      s33 = x3.fma(b3, s33);
    }
    int c1 = cOffset + cStride;
    int c2 = c1 + cStride;
    int c3 = c2 + cStride;
    if (add) {
      s00 = s00.add(FloatVector.fromArray(SPECIES, c, cOffset));
      s01 = s01.add(FloatVector.fromArray(SPECIES, c, cOffset + LANES));
      s02 = s02.add(FloatVector.fromArray(SPECIES, c, cOffset + 2 * LANES));
      s03 = s03.add(FloatVector.fromArray(SPECIES, c, cOffset + 3 * LANES));
      s10 = s10.add(FloatVector.fromArray(SPECIES, c, c1));
      s11 = s11.add(FloatVector.fromArray(SPECIES, c, c1 + LANES));
      s12 = s12.add(FloatVector.fromArray(SPECIES, c, c1 + 2 * LANES));
      s13 = s13.add(FloatVector.fromArray(SPECIES, c, c1 + 3 * LANES));
      s20 = s20.add(FloatVector.fromArray(SPECIES, c, c2));
      s21 = s21.add(FloatVector.fromArray(SPECIES, c, c2 + LANES));
      s22 = s22.add(FloatVector.fromArray(SPECIES, c, c2 + 2 * LANES));
      s23 = s23.add(FloatVector.fromArray(SPECIES, c, c2 + 3 * LANES));
      s30 = s30.add(FloatVector.fromArray(SPECIES, c, c3));
      s31 = s31.add(FloatVector.fromArray(SPECIES, c, c3 + LANES));
      s32 = s32.add(FloatVector.fromArray(SPECIES, c, c3 + 2 * LANES));
      s33 = s33.add(FloatVector.fromArray(SPECIES, c, c3 + 3 * LANES));
    }
    s00.intoArray(c, cOffset);
    s01.intoArray(c, cOffset + LANES);
    s02.intoArray(c, cOffset + 2 * LANES);
    s03.intoArray(c, cOffset + 3 * LANES);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + LANES);
    s12.intoArray(c, c1 + 2 * LANES);
    s13.intoArray(c, c1 + 3 * LANES);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + LANES);
    s22.intoArray(c, c2 + 2 * LANES);
    s23.intoArray(c, c2 + 3 * LANES);
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + LANES);
    s32.intoArray(c, c3 + 2 * LANES);
    s33.intoArray(c, c3 + 3 * LANES);
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
    FloatVector s02 = FloatVector.zero(SPECIES);
    FloatVector s03 = FloatVector.zero(SPECIES);
    FloatVector s10 = FloatVector.zero(SPECIES);
    FloatVector s11 = FloatVector.zero(SPECIES);
    FloatVector s12 = FloatVector.zero(SPECIES);
    FloatVector s13 = FloatVector.zero(SPECIES);
    int a1 = aOffset + aStride;
    for (int k = 0; k < length; k++) {
      int row = bOffset + k * WIDTH;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, row);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, row + LANES);
      FloatVector b2 = FloatVector.fromArray(SPECIES, b, row + 2 * LANES);
      FloatVector b3 = FloatVector.fromArray(SPECIES, b, row + 3 * LANES);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[aOffset + k]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      s02 = x0.fma(b2, s02);
      s03 = x0.fma(b3, s03);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + k]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      s12 = x1.fma(b2, s12);
      s13 = x1.fma(b3, s13);
    }
    int c1 = cOffset + cStride;
    if (add) {
      s00 = s00.add(FloatVector.fromArray(SPECIES, c, cOffset));
      s01 = s01.add(FloatVector.fromArray(SPECIES, c, cOffset + LANES));
      s02 = s02.add(FloatVector.fromArray(SPECIES, c, cOffset + 2 * LANES));
      s03 = s03.add(FloatVector.fromArray(SPECIES, c, cOffset + 3 * LANES));
      s10 = s10.add(FloatVector.fromArray(SPECIES, c, c1));
      s11 = s11.add(FloatVector.fromArray(SPECIES, c, c1 + LANES));
      s12 = s12.add(FloatVector.fromArray(SPECIES, c, c1 + 2 * LANES));
      s13 = s13.add(FloatVector.fromArray(SPECIES, c, c1 + 3 * LANES));
    }
    s00.intoArray(c, cOffset);
    s01.intoArray(c, cOffset + LANES);
    s02.intoArray(c, cOffset + 2 * LANES);
    s03.intoArray(c, cOffset + 3 * LANES);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + LANES);
    s12.intoArray(c, c1 + 2 * LANES);
    s13.intoArray(c, c1 + 3 * LANES);
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
    FloatVector s02 = FloatVector.zero(SPECIES);
    FloatVector s03 = FloatVector.zero(SPECIES);
    for (int k = 0; k < length; k++) {
      int row = bOffset + k * WIDTH;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, row);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, row + LANES);
      FloatVector b2 = FloatVector.fromArray(SPECIES, b, row + 2 * LANES);
      FloatVector b3 = FloatVector.fromArray(SPECIES, b, row + 3 * LANES);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[aOffset + k]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      s02 = x0.fma(b2, s02);
      s03 = x0.fma(b3, s03);
    }
    if (add) {
      s00 = s00.add(FloatVector.fromArray(SPECIES, c, cOffset));
      s01 = s01.add(FloatVector.fromArray(SPECIES, c, cOffset + LANES));
      s02 = s02.add(FloatVector.fromArray(SPECIES, c, cOffset + 2 * LANES));
      s03 = s03.add(FloatVector.fromArray(SPECIES, c, cOffset + 3 * LANES));
    }
    s00.intoArray(c, cOffset);
    s01.intoArray(c, cOffset + LANES);
    s02.intoArray(c, cOffset + 2 * LANES);
    s03.intoArray(c, cOffset + 3 * LANES);
  }
}
