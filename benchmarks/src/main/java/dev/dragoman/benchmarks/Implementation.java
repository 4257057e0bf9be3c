package dev.dragoman.benchmarks;

import dev.dragoman.kernels.Kernels;

/** Which kernels a benchmark runs. */
public enum Implementation {
  /** The fastest of this machine. */
  BEST,
  /** The scalar twins. */
  SCALAR;

  /** The kernels. */
  Kernels kernels() {
    return switch (this) {
      case BEST -> Kernels.best();
      case SCALAR -> Kernels.scalar();
    };
  }
}
