package dev.dragoman.kernels;


/** Decides once per JVM which kernels run. */
final class KernelChoice {
  static final Kernels BEST = choose(System.getProperty("dragoman.kernels", "best"));

  private KernelChoice() {}

  static Kernels choose(String wanted) {
    if (wanted.equals("scalar")) {
      return Kernels.scalar();
    }
    return Kernels.scalar();
  }
}
