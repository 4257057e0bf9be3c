package dev.dragoman.tensor;

import dev.dragoman.kernels.Kernels;

/** The kernels that this process computes with. */
public final class Backend {
  static final Kernels KERNELS = Kernels.best();

  private Backend() {}

  /** "scalar", or the Vector API with its width. */
  public static String name() {
    return KERNELS.name();
  }
}
