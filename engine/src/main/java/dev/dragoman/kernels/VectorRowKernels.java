package dev.dragoman.kernels;

import static dev.dragoman.kernels.Species.LANES;
import static dev.dragoman.kernels.Species.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Row kernels in vectors. */
final class VectorRowKernels implements RowKernels {
  private final VectorElementKernels element = new VectorElementKernels();

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

  /** Four vectors of columns at a time stay in registers while the rows pass. */
  @Override
  public void addColumnSums(
      float[] x, int xOffset, int xStride, float[] out, int outOffset, int rows, int columns) {
    int c = 0;
    for (; c + 4 * LANES <= columns; c += 4 * LANES) {
      addFourSums(x, xOffset + c, xStride, out, outOffset + c, rows);
    }
    for (; c + LANES <= columns; c += LANES) {
      FloatVector s = FloatVector.fromArray(SPECIES, out, outOffset + c);
      for (int r = 0; r < rows; r++) {
        s = s.add(FloatVector.fromArray(SPECIES, x, xOffset + r * xStride + c));
      }
      s.intoArray(out, outOffset + c);
    }
    for (; c < columns; c++) {
      for (int r = 0; r < rows; r++) {
        out[outOffset + c] += x[xOffset + r * xStride + c];
      }
    }
  }

  private static void addFourSums(
      float[] x, int xOffset, int xStride, float[] out, int outOffset, int rows) {
    FloatVector s0 = FloatVector.fromArray(SPECIES, out, outOffset);
    FloatVector s1 = FloatVector.fromArray(SPECIES, out, outOffset + LANES);
    FloatVector s2 = FloatVector.fromArray(SPECIES, out, outOffset + 2 * LANES);
    FloatVector s3 = FloatVector.fromArray(SPECIES, out, outOffset + 3 * LANES);
    for (int r = 0; r < rows; r++) {
      int at = xOffset + r * xStride;
      s0 = s0.add(FloatVector.fromArray(SPECIES, x, at));
      s1 = s1.add(FloatVector.fromArray(SPECIES, x, at + LANES));
      s2 = s2.add(FloatVector.fromArray(SPECIES, x, at + 2 * LANES));
      s3 = s3.add(FloatVector.fromArray(SPECIES, x, at + 3 * LANES));
    }
    s0.intoArray(out, outOffset);
    s1.intoArray(out, outOffset + LANES);
    s2.intoArray(out, outOffset + 2 * LANES);
    s3.intoArray(out, outOffset + 3 * LANES);
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
    float max = VectorSums.max(x, xOffset, n);
    VectorExponentials.exp(x, xOffset, max, out, outOffset, n);
    float inverse = 1f / VectorSums.sum(out, outOffset, n);
    element.scale(inverse, out, outOffset, out, outOffset, n);
  }

  @Override
  public void softmaxBackward(
      float[] out, int outOffset, float[] dOut, int dOutOffset, float[] dX, int dXOffset, int n) {
    float mean = VectorSums.dot(out, outOffset, dOut, dOutOffset, n);
    int end = SPECIES.loopBound(n);
    for (int i = 0; i < end; i += LANES) {
      FloatVector difference = FloatVector.fromArray(SPECIES, dOut, dOutOffset + i).sub(mean);
      FloatVector.fromArray(SPECIES, out, outOffset + i)
          .fma(difference, FloatVector.fromArray(SPECIES, dX, dXOffset + i))
          .intoArray(dX, dXOffset + i);
    }
    for (int i = end; i < n; i++) {
      dX[dXOffset + i] =
          Math.fma(out[outOffset + i], dOut[dOutOffset + i] - mean, dX[dXOffset + i]);
    }
  }

  @Override
  public float logSumExp(float[] x, int xOffset, int n) {
    float max = VectorSums.max(x, xOffset, n);
    if (Float.isInfinite(max)) {
      return max;
    }
    return max + Exponentials.log(VectorSums.exponentialSum(x, xOffset, max, n));
  }

  @Override
  public float crossEntropyInPlace(
      float[] logits, int offset, int n, int target, float labelSmoothing, float weight) {
    float max = VectorSums.max(logits, offset, n);
    float targetLogit = logits[offset + target];
    float logitSum = labelSmoothing == 0f ? 0f : VectorSums.sum(logits, offset, n);
    VectorExponentials.exp(logits, offset, max, logits, offset, n);
    float sum = VectorSums.sum(logits, offset, n);
    float slope = weight / sum;
    float floor = -weight * (labelSmoothing / n);
    int end = SPECIES.loopBound(n);
    for (int i = 0; i < end; i += LANES) {
      FloatVector.fromArray(SPECIES, logits, offset + i)
          .fma(FloatVector.broadcast(SPECIES, slope), FloatVector.broadcast(SPECIES, floor))
          .intoArray(logits, offset + i);
    }
    for (int i = end; i < n; i++) {
      logits[offset + i] = Math.fma(slope, logits[offset + i], floor);
    }
    logits[offset + target] -= weight * (1f - labelSmoothing);
    return CrossEntropy.loss(max + Exponentials.log(sum), targetLogit, logitSum, n, labelSmoothing);
  }
}
