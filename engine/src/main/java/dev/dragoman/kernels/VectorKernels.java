package dev.dragoman.kernels;

/** The kernels of the Vector API. Loaded only where its module is present. */
final class VectorKernels {
  private VectorKernels() {}

  /** Whether vectors of this machine are wide enough to be worth it. */
  static boolean usable() {
    return Species.LANES >= Species.FEWEST;
  }

  static Kernels create() {
    return new Kernels(
        "vector, " + Species.SPECIES.vectorBitSize() + " bits",
        VectorMatrixKernels.forThisMachine(),
        new VectorElementKernels(),
        new VectorRowKernels(),
        new VectorChosenRowKernels(),
        new VectorCellKernels(),
        new VectorAttentionKernels(),
        new VectorUpdateKernels());
  }
}
