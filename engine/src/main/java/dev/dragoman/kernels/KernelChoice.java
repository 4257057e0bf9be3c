package dev.dragoman.kernels;

import static java.lang.System.Logger.Level.INFO;

/** Decides once per JVM which kernels run. */
final class KernelChoice {
  static final Kernels BEST = choose(System.getProperty("dragoman.kernels", "best"));

  private static final String VECTOR_MODULE = "jdk.incubator.vector";

  private KernelChoice() {}

  /**
   * {@link VectorKernels} is touched only behind the check, so that a JVM without the module never
   * loads it.
   */
  private static Kernels choose(String wanted) {
    if (wanted.equals("scalar")) {
      return Kernels.scalar();
    }
    if (ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent() && VectorKernels.usable()) {
      return VectorKernels.create();
    }
    System.getLogger("dev.dragoman.kernels")
        .log(
            INFO,
            "Dragoman computes without vectors, many times slower; start java with --add-modules {0}",
            VECTOR_MODULE);
    return Kernels.scalar();
  }
}
