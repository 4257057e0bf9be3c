package dev.dragoman.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The one choice of vector width: all vector kernels follow {@link #SPECIES}. */
final class Species {
  /** The machine's preferred width, at most {@link Lanes#COUNT} floats. */
  static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() <= Lanes.COUNT
          ? FloatVector.SPECIES_PREFERRED
          : FloatVector.SPECIES_512;

  /** Floats per vector: 16, 8 or 4. */
  static final int LANES = SPECIES.length();

  /** Ints of the same width. */
  static final VectorSpecies<Integer> INTS = SPECIES.withLanes(int.class);

  /** Doubles of the same width. */
  static final VectorSpecies<Double> DOUBLES = SPECIES.withLanes(double.class);

  static final int DOUBLE_LANES = DOUBLES.length();

  /** As many floats as there are doubles in a vector. */
  static final VectorSpecies<Float> HALF =
      VectorSpecies.of(
          float.class, VectorShape.forBitSize(Math.max(64, SPECIES.vectorBitSize() / 2)));

  /** Fewer lanes than this are no gain. */
  static final int FEWEST = 4;

  private Species() {}
}
