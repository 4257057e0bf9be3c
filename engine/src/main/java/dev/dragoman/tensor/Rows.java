package dev.dragoman.tensor;

import dev.dragoman.kernels.RowKernels;

/** Operations on the rows of tensors seen as matrices. */
public final class Rows {
  private Rows() {}

  /**
   * out row i = table row ids[i]; out [ids, E], table [V, E]. The ids are trusted: see {@link
   * Ids#requireBelow}.
   */
  public static void gatherInto(Tensor table, Ids ids, Tensor out) {
    RowKernels kernel = Backend.kernels().row();
    Checks.columns("out", out, table.columns(), "E");
    Checks.rows("out", out, ids.size(), "ids");
    kernel.gather(
        table.data(),
        table.offset(),
        table.rowStride(),
        ids.values(),
        0,
        out.data(),
        out.offset(),
        out.rowStride(),
        ids.size(),
        table.columns());
  }

  /** dTable row ids[i] += dOut row i, in order of i. */
  public static void scatterAdd(Tensor dOut, Ids ids, Tensor dTable) {
    RowKernels kernel = Backend.kernels().row();
    Checks.columns("dOut", dOut, dTable.columns(), "E");
    Checks.rows("dOut", dOut, ids.size(), "ids");
    kernel.scatterAdd(
        dOut.data(),
        dOut.offset(),
        dOut.rowStride(),
        ids.values(),
        0,
        dTable.data(),
        dTable.offset(),
        dTable.rowStride(),
        ids.size(),
        dTable.columns());
  }

  /**
   * Some rows of out += the same rows of x; x and out have one shape.
   *
   * @param rows their numbers, the first {@code count} of the array
   */
  public static void addSame(Tensor x, int[] rows, int count, Tensor out) {
    Checks.sameShape("x", x, out.shape());
    for (int i = 0; i < count; i++) {
      Backend.kernels()
          .element()
          .add(x.data(), x.rowOffset(rows[i]), out.data(), out.rowOffset(rows[i]), x.columns());
    }
  }

  /**
   * out [N] += the sum over rows of x [M, N]: a bias's gradient. Row by row: the kernel that keeps
   * sums of four vectors in registers was seen to box them in a JVM that had met other shapes
   * before, 17 MB in one training step.
   */
  public static void addColumnSums(Tensor x, Tensor out) {
    Checks.length("out", out.size(), x.columns(), "N");
    for (int row = 0; row < x.rows(); row++) {
      Backend.kernels()
          .element()
          .add(x.data(), x.rowOffset(row), out.data(), out.offset(), x.columns());
    }
  }

  /** Every row of out [M, N] += vector [N]. */
  public static void addToRows(Tensor vector, Tensor out) {
    RowKernels kernel = Backend.kernels().row();
    Checks.length("vector", vector.size(), out.columns(), "N");
    kernel.addToRows(
        vector.data(),
        vector.offset(),
        out.data(),
        out.offset(),
        out.rowStride(),
        out.rows(),
        out.columns());
  }

  /** out = softmax of each row of x. */
  public static void softmaxInto(Tensor x, Tensor out) {
    RowKernels kernel = Backend.kernels().row();
    Checks.sameShape("out", out, x.shape());
    for (int row = 0; row < x.rows(); row++) {
      kernel.softmax(x.data(), x.rowOffset(row), out.data(), out.rowOffset(row), x.columns());
    }
  }

  /** dX += out·(dOut − Σ out·dOut) in each row, where out = softmax(x). */
  public static void addSoftmaxBackward(Tensor out, Tensor dOut, Tensor dX) {
    RowKernels kernel = Backend.kernels().row();
    Checks.sameShape("dOut", dOut, out.shape());
    Checks.sameShape("dX", dX, out.shape());
    for (int row = 0; row < out.rows(); row++) {
      kernel.softmaxBackward(
          out.data(),
          out.rowOffset(row),
          dOut.data(),
          dOut.rowOffset(row),
          dX.data(),
          dX.rowOffset(row),
          out.columns());
    }
  }

  /** max + ln Σ e^(x−max) of one row. */
  public static float logSumExp(Tensor x, int row) {
    RowKernels kernel = Backend.kernels().row();
    return kernel.logSumExp(x.data(), x.rowOffset(row), x.columns());
  }

  /**
   * Summed cross-entropy of rows of logits [P, V] against target ids [P], in nats; afterwards the
   * logits hold the derivative {@code weight·(softmax − target)}. Rows whose target is {@code
   * ignoredId} count nothing and become zero.
   *
   * @param labelSmoothing ε in [0, 1): the share of the target that is spread evenly over V
   */
  public static double crossEntropyInPlace(
      Tensor logits, Ids targets, int ignoredId, float labelSmoothing, float weight) {
    RowKernels kernel = Backend.kernels().row();
    Checks.length("targets", targets.size(), logits.rows(), "P");
    double loss = 0;
    for (int row = 0; row < logits.rows(); row++) {
      int target = targets.values()[row];
      if (target == ignoredId) {
        java.util.Arrays.fill(
            logits.data(), logits.rowOffset(row), logits.rowOffset(row) + logits.columns(), 0f);
      } else {
        loss +=
            kernel.crossEntropyInPlace(
                logits.data(),
                logits.rowOffset(row),
                logits.columns(),
                target,
                labelSmoothing,
                weight);
      }
    }
    return loss;
  }
}
