package dev.dragoman.goldens;

import dev.dragoman.autograd.Parameter;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.training.Optimiser;
import dev.dragoman.training.OptimiserSettings;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How far two right computations in float32 may lie apart after several Adam updates, for each
 * element of each parameter.
 *
 * <p>Adam divides by the gradient's own size: an element moves by rate·m̂/√v̂, about one rate per
 * update however small its gradient is. Where a gradient is mostly rounding noise, so is the move,
 * and where it changes sign the noise decides when. If every gradient of an element is off by at
 * most δ, then m̂ and √v̂, a weighted mean and a weighted root mean square of them, are off by at
 * most δ each, and since |m̂| ≤ √v̂ up to 1.05 in the first ten updates, the move is off by at most
 * rate·2δ/√v̂; and never by more than 2 rates.
 *
 * <p>δ is one rounding (2⁻²⁴) of the whole gradient's norm. Measured on nine seeds of the {@code
 * seq2seq} golden (norm 0.7 to 0.85), PyTorch's float32 gradients differ from PyTorch's double ones
 * by up to 7e-9 in the attention's arrays, whose gradients are the smallest, over the ten updates.
 * Its float32 weights after them lie up to 5.2e-5 of the array's largest weight from the double
 * ones, ours up to 3.1e-5: neither is wrong. An element whose gradient is a hundredth of the norm
 * is allowed 1.2e-5 of a rate per update.
 */
final class AdamRounding {
  private static final double ROUNDING = 0x1p-24;

  private final OptimiserSettings settings;
  private final Map<String, double[]> allowances = new LinkedHashMap<>();

  AdamRounding(OptimiserSettings settings, Collection<Parameter> parameters) {
    this.settings = settings;
    parameters.forEach(
        parameter -> allowances.put(parameter.name(), new double[parameter.value().size()]));
  }

  /** Adds what the update just made may differ by. */
  void afterUpdate(Optimiser optimiser, double normBeforeClip) {
    double noise = ROUNDING * Math.min(normBeforeClip, settings.clipNorm());
    double correction = 1 - Math.pow(settings.beta2(), (double) optimiser.updates());
    allowances.forEach((name, allowance) -> {
      Tensor secondMoment =
          Objects.requireNonNull(optimiser.state().get(name + ".secondMoment"), name);
      float[] v = secondMoment.toArray();
      for (int i = 0; i < v.length; i++) {
        double size = Math.sqrt(v[i] / correction);
        // A gradient of exactly zero was never computed (a row that was not looked up): nothing is
        // allowed.
        allowance[i] += size == 0 ? 0 : settings.learningRate() * Math.min(2, 2 * noise / size);
      }
    });
  }

  /** The allowance of each element so far. */
  double[] allowance(Parameter parameter) {
    return Objects.requireNonNull(allowances.get(parameter.name()), parameter.name());
  }
}
