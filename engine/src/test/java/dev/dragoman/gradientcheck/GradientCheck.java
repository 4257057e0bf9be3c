package dev.dragoman.gradientcheck;

import dev.dragoman.autograd.Packs;
import dev.dragoman.autograd.Parameter;
import dev.dragoman.autograd.Tape;
import dev.dragoman.autograd.Value;
import dev.dragoman.tensor.Elementwise;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.tensor.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Compares the gradients that the backward rules compute with differences of the loss: the loss is
 * computed again with one element moved a little, and what it changes by is the derivative.
 *
 * <pre>
 *   new GradientCheck()
 *       .variable("x", x)
 *       .parameter(weight)
 *       .check((tape, inputs) -&gt; List.of(LinearProduct.of(tape, inputs.get("x"), tape.use(weight), null)));
 * </pre>
 *
 * <p>The loss is Σ u·output in double over all outputs, with u drawn evenly from ±1 by a fixed
 * seed, so that no two elements' faults cancel. The derivative is the five-point difference
 *
 * <pre>
 *   (8·(L(+h) − L(−h)) − (L(+2h) − L(−2h))) / 12h,   h = 2⁻⁵
 * </pre>
 *
 * <p>Why: forward passes are float32, so each loss carries an error of about 1e-7 of its summands,
 * which the difference turns into some 1e-7 / h. A plain central difference needs h ≈ 1e-3 to keep
 * its own error h²/6·L‴ below 1e-6, and then the noise is 1e-4. The five-point difference errs by
 * h⁴/30·L⁽⁵⁾, 3e-8 at h = 2⁻⁵, where the noise is some 5e-6 for one operation and up to 3e-5 for a
 * whole model.
 *
 * <p>An element passes if gradient and difference differ by at most a thousandth of the difference
 * or of a tenth of the largest difference in the same tensor, or by no more than noise. A rule that
 * is wrong by 1 % in any element that is at least a hundredth of the largest therefore fails where
 * gradients are above 5e-3. Where they are smaller, one more difference helps: along the whole
 * tensor's gradient the loss must change by the gradient's length, which is as large as all
 * elements together. See {@code WrongRuleTest}.
 */
public final class GradientCheck {
  private static final double TOLERANCE = 1e-3;
  private static final double SHARE_OF_LARGEST = 0.1;
  private static final double NOISE = 5e-5;

  private static final float STEP = 0x1p-5f;

  /**
   * The variables on a tape.
   *
   * @param values by name
   */
  public record Inputs(Map<String, Value> values) {
    /** The variable of this name. */
    public Value get(String name) {
      return Objects.requireNonNull(values.get(name), name);
    }
  }

  /** What is checked: some outputs as a function of the inputs, written on a tape. */
  @FunctionalInterface
  public interface Function {
    /**
     * Computes the outputs, the same way each time.
     *
     * @param inputs the variables by name
     */
    List<Value> apply(Tape tape, Inputs inputs);
  }

  /** A loss that ends in one number that the function knows more exactly than as a float. */
  @FunctionalInterface
  public interface ScalarFunction {
    /** Computes the loss, the same way each time. */
    Loss apply(Tape tape, Inputs inputs);
  }

  /**
   * A loss.
   *
   * @param value where the backward pass begins, one element
   * @param exact the same number, summed in double
   */
  public record Loss(Value value, double exact) {}

  private final Map<String, Tensor> variables = new LinkedHashMap<>();
  private final List<Parameter> parameters = new ArrayList<>();
  private final Packs packs = new Packs();
  private int mostElements = Integer.MAX_VALUE;

  /** Nothing to check yet. */
  public GradientCheck() {}

  /** Adds an input that is a plain tensor. */
  public GradientCheck variable(String name, Tensor value) {
    variables.put(name, value);
    return this;
  }

  /** Adds a parameter that the function uses. */
  public GradientCheck parameter(Parameter parameter) {
    parameters.add(parameter);
    return this;
  }

  /** Adds parameters that the function uses. */
  public GradientCheck parameters(Collection<Parameter> all) {
    parameters.addAll(all);
    return this;
  }

  /**
   * Checks at most so many elements of each tensor: the one with the largest gradient and others at
   * random.
   */
  public GradientCheck atMost(int elements) {
    mostElements = elements;
    return this;
  }

  /** A tensor of numbers drawn evenly from ±1. */
  public static Tensor random(long seed, int... axes) {
    SplittableRandom random = new SplittableRandom(seed);
    Tensor tensor = Tensor.zeros(axes);
    for (int i = 0; i < tensor.size(); i++) {
      tensor.data()[i] = (float) random.nextDouble(-1, 1);
    }
    return tensor;
  }

  /** Checks the gradients of all inputs and parameters through tensors. */
  public void check(Function function) {
    check(
        (Tape tape, Inputs inputs) -> weighted(function.apply(tape, inputs)),
        Weighted::play,
        Weighted::loss);
  }

  /** Checks the gradients of all inputs and parameters of a loss. */
  public void checkLoss(ScalarFunction function) {
    check(function::apply, (tape, loss) -> tape.backward(loss.value()), Loss::exact);
  }

  /** Outputs, each with its random weights. */
  private record Weighted(List<Value> outputs, List<Tensor> weights) {
    double loss() {
      double loss = 0;
      for (int i = 0; i < outputs.size(); i++) {
        float[] values = outputs.get(i).tensor().toArray();
        for (int j = 0; j < values.length; j++) {
          loss += (double) weights.get(i).data()[j] * values[j];
        }
      }
      return loss;
    }

    static void play(Tape tape, Weighted weighted) {
      for (int i = 0; i < weighted.outputs.size(); i++) {
        Elementwise.add(weighted.weights.get(i), weighted.outputs.get(i).gradient());
      }
      tape.backwardFromSeeds();
    }
  }

  private static Weighted weighted(List<Value> outputs) {
    List<Tensor> weights = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      weights.add(random(1000 + i, outputs.get(i).shape().axes()));
    }
    return new Weighted(outputs, weights);
  }

  private interface Forward<R> {
    R apply(Tape tape, Inputs inputs);
  }

  private interface Backward<R> {
    void play(Tape tape, R result);
  }

  private interface Measure<R> {
    double loss(R result);
  }

  private <R> void check(Forward<R> forward, Backward<R> backward, Measure<R> measure) {
    Map<String, Tensor> gradients = gradients(forward, backward);
    Tape tape = Tape.inference(new Workspace(), packs);
    variables.forEach((name, value) ->
        check(
            name, value, known(gradients, name), () -> measure.loss(run(forward, tape)), () -> {}));
    for (Parameter parameter : parameters) {
      check(
          parameter.name(),
          parameter.value(),
          known(gradients, parameter.name()),
          () -> measure.loss(run(forward, tape)),
          parameter::changed);
    }
  }

  private static Tensor known(Map<String, Tensor> gradients, String name) {
    return Objects.requireNonNull(gradients.get(name), name);
  }

  private <R> R run(Forward<R> forward, Tape tape) {
    tape.reset();
    return forward.apply(tape, inputs(tape));
  }

  private Inputs inputs(Tape tape) {
    Map<String, Value> inputs = new LinkedHashMap<>();
    variables.forEach((name, value) -> inputs.put(name, tape.variable(value)));
    return new Inputs(inputs);
  }

  private <R> Map<String, Tensor> gradients(Forward<R> forward, Backward<R> backward) {
    Tape tape = Tape.recording();
    Inputs inputs = inputs(tape);
    backward.play(tape, forward.apply(tape, inputs));
    Map<String, Tensor> gradients = new LinkedHashMap<>();
    inputs.values().forEach((name, value) -> gradients.put(name, value.gradient().copy()));
    parameters.forEach(p -> gradients.put(p.name(), tape.gradients().of(p).values().copy()));
    return gradients;
  }

  private interface LossNow {
    double get();
  }

  private void check(String name, Tensor value, Tensor gradient, LossNow loss, Runnable changed) {
    checkElements(name, value, gradient, loss, changed);
    checkLength(name, value, gradient, loss, changed);
  }

  private void checkElements(
      String name, Tensor value, Tensor gradient, LossNow loss, Runnable changed) {
    int[] elements = chosen(gradient);
    double[] differences = new double[elements.length];
    double largest = 0;
    for (int i = 0; i < elements.length; i++) {
      float[] direction = new float[value.size()];
      direction[elements[i]] = 1;
      differences[i] = difference(value, direction, loss, changed);
      largest = Math.max(largest, Math.abs(differences[i]));
    }
    int worst = 0;
    double worstShare = 0;
    for (int i = 0; i < elements.length; i++) {
      double share =
          share(gradient.data()[elements[i]], differences[i], SHARE_OF_LARGEST * largest);
      if (!(share <= worstShare)) {
        worst = i;
        worstShare = share;
      }
    }
    if (!(worstShare <= 1)) {
      throw wrong(
          "gradient of " + name + index(elements[worst], value.shape()),
          gradient.data()[elements[worst]],
          differences[worst],
          worstShare);
    }
  }

  /** The loss along the whole gradient. */
  private static void checkLength(
      String name, Tensor value, Tensor gradient, LossNow loss, Runnable changed) {
    double length = Math.sqrt(Elementwise.sumOfSquares(gradient));
    if (length == 0) {
      return;
    }
    float[] direction = gradient.toArray();
    for (int i = 0; i < direction.length; i++) {
      direction[i] = (float) (direction[i] / length);
    }
    double difference = difference(value, direction, loss, changed);
    double share = share(length, difference, 0);
    if (!(share <= 1)) {
      throw wrong("length of the gradient of " + name, length, difference, share);
    }
  }

  /** How much of the allowed difference is used. */
  private static double share(double gradient, double difference, double leastScale) {
    return Math.abs(gradient - difference)
        / (NOISE + TOLERANCE * Math.max(Math.abs(difference), leastScale));
  }

  private static AssertionError wrong(
      String what, double gradient, double difference, double share) {
    return new AssertionError(
        String.format(
            Locale.ROOT,
            "%s: the backward rules give %.6g, differences of the loss %.6g, %.1f times as far"
                + " apart as rounding explains",
            what,
            gradient,
            difference,
            share));
  }

  /** Which elements to check. */
  private int[] chosen(Tensor gradient) {
    int size = gradient.size();
    if (size <= mostElements) {
      return IntStream.range(0, size).toArray();
    }
    int largest = 0;
    for (int i = 0; i < size; i++) {
      if (Math.abs(gradient.data()[i]) > Math.abs(gradient.data()[largest])) {
        largest = i;
      }
    }
    IntStream others = new SplittableRandom(size).ints(0, size).distinct().limit(mostElements - 1L);
    return IntStream.concat(IntStream.of(largest), others).distinct().toArray();
  }

  /** How fast the loss changes as the values move in a direction. */
  private static double difference(
      Tensor value, float[] direction, LossNow loss, Runnable changed) {
    float[] before = value.toArray();
    double[] losses = new double[4];
    float[] steps = {STEP, -STEP, 2 * STEP, -2 * STEP};
    for (int i = 0; i < steps.length; i++) {
      for (int j = 0; j < before.length; j++) {
        value.data()[value.offset() + j] = before[j] + steps[i] * direction[j];
      }
      changed.run();
      losses[i] = loss.get();
    }
    System.arraycopy(before, 0, value.data(), value.offset(), before.length);
    changed.run();
    return (8 * (losses[0] - losses[1]) - (losses[2] - losses[3])) / (12 * STEP);
  }

  private static List<Integer> index(int element, Shape shape) {
    List<Integer> index = new ArrayList<>();
    int rest = element;
    for (int axis = shape.rank() - 1; axis >= 0; axis--) {
      index.addFirst(rest % shape.axis(axis));
      rest /= shape.axis(axis);
    }
    return index;
  }
}
