package dev.dragoman.kernels;

/** Row kernels as plain loops. */
final class ScalarRowKernels implements RowKernels {
  private final ScalarElementKernels element = new ScalarElementKernels();

  @Override
  public void gather(
      float[] table,
      int tableOffset,
      int tableStride,
      int[] ids,
      int idsOffset,
      float[] out,
      int outOffset,
      int outStride,
      int rows,
      int columns) {
    for (int r = 0; r < rows; r++) {
      int from = tableOffset + ids[idsOffset + r] * tableStride;
      System.arraycopy(table, from, out, outOffset + r * outStride, columns);
    }
  }

  @Override
  public void scatterAdd(
      float[] dOut,
      int dOutOffset,
      int dOutStride,
      int[] ids,
      int idsOffset,
      float[] dTable,
      int dTableOffset,
      int dTableStride,
      int rows,
      int columns) {
    for (int r = 0; r < rows; r++) {
      int to = dTableOffset + ids[idsOffset + r] * dTableStride;
      element.add(dOut, dOutOffset + r * dOutStride, dTable, to, columns);
    }
  }

  @Override
  public void addColumnSums(
      float[] x, int xOffset, int xStride, float[] out, int outOffset, int rows, int columns) {
    for (int r = 0; r < rows; r++) {
      element.add(x, xOffset + r * xStride, out, outOffset, columns);
    }
  }

  @Override
  public void addToRows(
      float[] vector,
      int vectorOffset,
      float[] out,
      int outOffset,
      int outStride,
      int rows,
      int columns) {
    for (int r = 0; r < rows; r++) {
      element.add(vector, vectorOffset, out, outOffset + r * outStride, columns);
    }
  }

  @Override
  public void softmax(float[] x, int xOffset, float[] out, int outOffset, int n) {
    float max = element.max(x, xOffset, n);
    for (int i = 0; i < n; i++) {
      out[outOffset + i] = Exponentials.exp(x[xOffset + i] - max);
    }
    float inverse = 1f / element.sum(out, outOffset, n);
    element.scale(inverse, out, outOffset, out, outOffset, n);
  }

  @Override
  public void softmaxBackward(
      float[] out, int outOffset, float[] dOut, int dOutOffset, float[] dX, int dXOffset, int n) {
    float mean = element.dot(out, outOffset, dOut, dOutOffset, n);
    for (int i = 0; i < n; i++) {
      dX[dXOffset + i] =
          Math.fma(out[outOffset + i], dOut[dOutOffset + i] - mean, dX[dXOffset + i]);
    }
  }

  @Override
  public float logSumExp(float[] x, int xOffset, int n) {
    float max = element.max(x, xOffset, n);
    if (Float.isInfinite(max)) {
      return max;
    }
    return max + Exponentials.log(exponentialSum(x, xOffset, n, max));
  }

  /** Σ e^(x−max) in the fixed order. */
  private static float exponentialSum(float[] x, int xOffset, int n, float max) {
    float s = exponentialTree(x, xOffset, n, max, 1, 0);
    for (int i = ScalarSums.groupsEnd(xOffset, n); i < xOffset + n; i++) {
      s += Exponentials.exp(x[i] - max);
    }
    return s;
  }

  private static float exponentialTree(
      float[] x, int xOffset, int n, float max, int width, int lane) {
    if (width < Lanes.COUNT) {
      return exponentialTree(x, xOffset, n, max, 2 * width, lane)
          + exponentialTree(x, xOffset, n, max, 2 * width, lane + width);
    }
    float s = 0f;
    for (int i = xOffset + lane; i < ScalarSums.groupsEnd(xOffset, n); i += Lanes.COUNT) {
      s += Exponentials.exp(x[i] - max);
    }
    return s;
  }

  @Override
  public float crossEntropyInPlace(
      float[] logits, int offset, int n, int target, float labelSmoothing, float weight) {
    float max = element.max(logits, offset, n);
    float targetLogit = logits[offset + target];
    float logitSum = labelSmoothing == 0f ? 0f : element.sum(logits, offset, n);
    for (int i = offset; i < offset + n; i++) {
      logits[i] = Exponentials.exp(logits[i] - max);
    }
    float sum = element.sum(logits, offset, n);
    float share = labelSmoothing / n;
    float slope = weight / sum;
    float floor = -weight * share;
    for (int i = offset; i < offset + n; i++) {
      logits[i] = Math.fma(slope, logits[i], floor);
    }
    logits[offset + target] -= weight * (1f - labelSmoothing);
    return CrossEntropy.loss(max + Exponentials.log(sum), targetLogit, logitSum, n, labelSmoothing);
  }
}
