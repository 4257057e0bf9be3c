package dev.dragoman.kernels;

/** Optimiser updates and random masks over contiguous ranges. */
public interface UpdateKernels {
  /**
   * Adam (Kingma and Ba 2015, arXiv:1412.6980), PyTorch's arrangement; with {@code decay} > 0 AdamW
   * (Loshchilov and Hutter 2019, arXiv:1711.05101), which first multiplies the parameter by 1 −
   * decay.
   *
   * <pre>
   *   g = scale·gradient;  m = β1·m + (1−β1)·g;  v = β2·v + (1−β2)·g²
   *   p = p·(1 − decay) − stepSize·m / (√v·inverseRootCorrection + ε)
   * </pre>
   *
   * @param scale factor of the gradient (clipping)
   * @param beta1 in double, because 1 − β is what counts and loses digits when β is a float
   * @param beta2 likewise
   * @param stepSize learning rate / (1 − β1^t)
   * @param inverseRootCorrection 1 / √(1 − β2^t)
   * @param decay learning rate·weight decay
   */
  void adam(
      float[] parameter,
      int parameterOffset,
      float[] gradient,
      int gradientOffset,
      float[] firstMoment,
      int firstOffset,
      float[] secondMoment,
      int secondOffset,
      int n,
      float scale,
      double beta1,
      double beta2,
      float stepSize,
      float inverseRootCorrection,
      float epsilon,
      float decay);

  /**
   * Inverted dropout: out[i] = keep(i) ? x[i] / (1 − rate) : 0, where keep(i) is a fixed function
   * of (key, counter + i) alone, so that the backward pass computes the mask again and no mask is
   * stored. {@code out} may be x.
   *
   * @param rate probability of dropping, in [0, 1)
   */
  void dropout(
      float[] x,
      int xOffset,
      float[] out,
      int outOffset,
      int n,
      float rate,
      long key,
      long counter);

  /**
   * dX[i] += keep(i) ? dOut[i] / (1 − rate) : 0, the mask of {@link #dropout} with the same key and
   * counter.
   */
  void dropoutBackward(
      float[] dOut,
      int dOutOffset,
      float[] dX,
      int dXOffset,
      int n,
      float rate,
      long key,
      long counter);
}
