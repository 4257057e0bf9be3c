package dev.dragoman.kernels;

/**
 * One implementation of every kernel.
 *
 * @param name "scalar" or e.g. "vector, 512 bits"
 * @param matrix matrix products
 * @param element element-wise operations
 * @param row operations on rows
 * @param chosenRow one vector against a few rows
 * @param cell recurrent cells
 * @param attention attention over one sentence
 * @param update optimiser updates and dropout
 */
public record Kernels(
    String name,
    MatrixKernels matrix,
    ElementKernels element,
    RowKernels row,
    ChosenRowKernels chosenRow,
    CellKernels cell,
    AttentionKernels attention,
    UpdateKernels update) {
  /**
   * Value of the system property {@code dragoman.kernels} that asks whoever computes to begin with
   * {@link #scalar()} and to go on with {@link #best()}: a process with little to do ends sooner.
   */
  public static final String SCALAR_FIRST = "scalar-first";

  /** The plain loops: the definition of every result. */
  public static Kernels scalar() {
    return new Kernels(
        "scalar",
        new ScalarMatrixKernels(),
        new ScalarElementKernels(),
        new ScalarRowKernels(),
        new ScalarChosenRowKernels(),
        new ScalarCellKernels(),
        new ScalarAttentionKernels(),
        new ScalarUpdateKernels());
  }

  /**
   * The fastest kernels that this JVM can run, chosen once: the Vector API's where the module
   * {@code jdk.incubator.vector} is present (add the flag {@code --add-modules
   * jdk.incubator.vector}), else the scalar twins with one line of notice. Both give the same bits.
   * The system property {@code dragoman.kernels=scalar} forces the scalar ones.
   */
  public static Kernels best() {
    return KernelChoice.BEST;
  }
}
