package dev.dragoman.kernels;

import static dev.dragoman.kernels.Species.LANES;
import static dev.dragoman.kernels.Species.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Twelve independent chains of vector multiply-adds: enough to hide the latency of two units, and
 * no memory.
 */
final class VectorFma {
  /** Multiply-adds of a round. */
  static final int PER_ROUND = 12 * LANES;

  private VectorFma() {}

  static float run(int rounds, float start) {
    FloatVector x = FloatVector.broadcast(SPECIES, 0.5f);
    FloatVector y = FloatVector.broadcast(SPECIES, 0.25f);
    FloatVector s0 = FloatVector.broadcast(SPECIES, start + 0);
    FloatVector s1 = FloatVector.broadcast(SPECIES, start + 1);
    FloatVector s2 = FloatVector.broadcast(SPECIES, start + 2);
    FloatVector s3 = FloatVector.broadcast(SPECIES, start + 3);
    FloatVector s4 = FloatVector.broadcast(SPECIES, start + 4);
    FloatVector s5 = FloatVector.broadcast(SPECIES, start + 5);
    FloatVector s6 = FloatVector.broadcast(SPECIES, start + 6);
    FloatVector s7 = FloatVector.broadcast(SPECIES, start + 7);
    FloatVector s8 = FloatVector.broadcast(SPECIES, start + 8);
    FloatVector s9 = FloatVector.broadcast(SPECIES, start + 9);
    FloatVector s10 = FloatVector.broadcast(SPECIES, start + 10);
    FloatVector s11 = FloatVector.broadcast(SPECIES, start + 11);
    for (int i = 0; i < rounds; i++) {
      s0 = s0.fma(x, y);
      s1 = s1.fma(x, y);
      s2 = s2.fma(x, y);
      s3 = s3.fma(x, y);
      s4 = s4.fma(x, y);
      s5 = s5.fma(x, y);
      s6 = s6.fma(x, y);
      s7 = s7.fma(x, y);
      s8 = s8.fma(x, y);
      s9 = s9.fma(x, y);
      s10 = s10.fma(x, y);
      s11 = s11.fma(x, y);
    }
    FloatVector a = s0.add(s1).add(s2).add(s3);
    FloatVector b = s4.add(s5).add(s6).add(s7);
    FloatVector c = s8.add(s9).add(s10).add(s11);
    return a.add(b).add(c).lane(0);
  }
}
