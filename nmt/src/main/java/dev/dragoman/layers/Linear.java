package dev.dragoman.layers;

import dev.dragoman.autograd.LinearProduct;
import dev.dragoman.autograd.Parameter;
import dev.dragoman.autograd.Tape;
import dev.dragoman.autograd.Value;
import dev.dragoman.tensor.Tensor;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** y = x·Wᵀ + b. */
public final class Linear {
  private final Parameter weight;
  private final @Nullable Parameter bias;

  private Linear(Parameter weight, @Nullable Parameter bias) {
    this.weight = weight;
    this.bias = bias;
  }

  /**
   * A linear map with a bias of zeros.
   *
   * @param name prefix of the parameters' names: {@code name.weight} [out, in], {@code name.bias}
   *     [out]
   */
  public static Linear withBias(
      String name, int in, int out, Initialiser initialiser, RandomGenerator random) {
    return new Linear(
        drawn(name + ".weight", in, out, initialiser, random),
        new Parameter(name + ".bias", Tensor.zeros(out)));
  }

  /** A linear map without bias: {@code name.weight} [out, in]. */
  public static Linear withoutBias(
      String name, int in, int out, Initialiser initialiser, RandomGenerator random) {
    return new Linear(drawn(name + ".weight", in, out, initialiser, random), null);
  }

  /**
   * A linear map whose weight [out, in] is another layer's, e.g. an output layer tied to an
   * embedding table.
   */
  public static Linear tied(String name, Parameter weight) {
    return new Linear(weight, new Parameter(name + ".bias", Tensor.zeros(weight.value().rows())));
  }

  private static Parameter drawn(
      String name, int in, int out, Initialiser initialiser, RandomGenerator random) {
    Tensor values = Tensor.zeros(out, in);
    initialiser.fill(values, random);
    return new Parameter(name, values);
  }

  /** W [out, in]. */
  public Parameter weight() {
    return weight;
  }

  /** b [out], if any. */
  public @Nullable Parameter bias() {
    return bias;
  }

  /** y [.., out] from x [.., in]. */
  public Value apply(Tape tape, Value x) {
    return LinearProduct.of(tape, x, tape.use(weight), biasOn(tape));
  }

  /** y [.., out] from parts whose columns add up to in; see {@link LinearProduct#ofParts}. */
  public Value apply(Tape tape, List<Value> parts) {
    return LinearProduct.ofParts(tape, parts, tape.use(weight), biasOn(tape));
  }

  /** y [rows, out] from x [.., in], without recording, into memory of the caller's. */
  public void applyInto(Tape tape, Value x, Tensor out) {
    LinearProduct.into(tape, x, tape.use(weight), biasOn(tape), out);
  }

  /** The bias as a value, if any. */
  public @Nullable Value biasOn(Tape tape) {
    return bias == null ? null : tape.use(bias);
  }

  /** Hands out the parameters. */
  public void forEachParameter(Consumer<Parameter> action) {
    action.accept(weight);
    if (bias != null) {
      action.accept(bias);
    }
  }
}
