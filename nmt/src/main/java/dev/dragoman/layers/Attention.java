package dev.dragoman.layers;

import dev.dragoman.autograd.AttentionOver;
import dev.dragoman.autograd.Parameter;
import dev.dragoman.autograd.StepwiseLinear;
import dev.dragoman.autograd.Tape;
import dev.dragoman.autograd.Value;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How a decoder state looks at the encoder states h_1…h_S: energies e, weights α = softmax(e) over
 * the real positions, context c = Σ_j α_j h_j.
 */
public sealed interface Attention {

  /** Prepares a batch: what depends on the encoder states alone is computed once. */
  default AttentionMemory remember(Tape tape, Value states, int[] lengths) {
    return AttentionMemory.of(states, keys(tape, states), lengths);
  }

  /** What the energies are computed from [.., A], for encoder states [.., M]. */
  Value keys(Tape tape, Value states);

  /**
   * Begins a sequence of steps.
   *
   * @param decoderStates the states that ask [T, B, D], each filled before its step
   * @param weights α of all steps [T, B, S], filled step by step
   * @param contexts of all steps [T, B, M], filled step by step
   */
  Steps begin(
      Tape tape, AttentionMemory memory, Value decoderStates, Value weights, Value contexts);

  /** Hands out the parameters. */
  void forEachParameter(Consumer<Parameter> action);

  /** Attention, one decoder step after another. */
  final class Steps {
    private final AttentionOver attention;
    private final @Nullable StepwiseLinear projection;
    private final Value queries;
    private final int sentences;

    private Steps(AttentionOver attention, @Nullable StepwiseLinear projection, Value queries) {
      this.attention = attention;
      this.projection = projection;
      this.queries = queries;
      this.sentences = queries.shape().axis(1);
    }

    /** Fills entry t of the weights and of the contexts from entry t of the decoder states. */
    public void step(int t) {
      if (projection != null) {
        projection.step(t * sentences, (t + 1) * sentences);
      }
      attention.step(t, queries.select(t));
    }
  }

  /** Queries [T, B, N] projected step by step from the decoder states. */
  private static Value queries(Tape tape, Value decoderStates, int size) {
    return tape.sequence(
        "Queries", Shape.of(decoderStates.shape().axis(0), decoderStates.shape().axis(1), size));
  }

  /**
   * Additive attention (Bahdanau et al. 2015, arXiv:1409.0473): e_j = v·tanh(W s + U h_j + b). U
   * h_j is computed once per sentence.
   */
  final class Additive implements Attention {
    private final Linear query;
    private final Linear key;
    private final Parameter energy;

    /**
     * Draws the weights: {@code name.query.weight} [A, D], {@code name.key.weight} [A, M] with
     * bias, {@code name.energy} [1, A].
     */
    public Additive(
        String name,
        int stateSize,
        int memorySize,
        int attentionSize,
        Initialiser initialiser,
        RandomGenerator random) {
      query = Linear.withoutBias(name + ".query", stateSize, attentionSize, initialiser, random);
      key = Linear.withBias(name + ".key", memorySize, attentionSize, initialiser, random);
      energy = new Parameter(name + ".energy", Tensor.zeros(1, attentionSize));
      initialiser.fill(energy.value(), random);
    }

    @Override
    public Value keys(Tape tape, Value states) {
      return key.apply(tape, states);
    }

    @Override
    public Steps begin(
        Tape tape, AttentionMemory memory, Value decoderStates, Value weights, Value contexts) {
      Value queries = queries(tape, decoderStates, query.weight().value().rows());
      StepwiseLinear projection =
          StepwiseLinear.begin(tape, tape.use(query.weight()), null, decoderStates, queries);
      AttentionOver attention =
          AttentionOver.additive(
              tape,
              memory.states(),
              memory.keys(),
              tape.use(energy),
              memory.sentences(),
              memory.lengths(),
              weights,
              contexts);
      return new Steps(attention, projection, queries);
    }

    @Override
    public void forEachParameter(Consumer<Parameter> action) {
      query.forEachParameter(action);
      key.forEachParameter(action);
      action.accept(energy);
    }
  }

  /**
   * Dot attention (Luong et al. 2015, arXiv:1508.04025): e_j = s·h_j; decoder and encoder states
   * have one size.
   */
  final class Dot implements Attention {
    /** No parameters. */
    public Dot() {}

    @Override
    public Value keys(Tape tape, Value states) {
      return states;
    }

    @Override
    public Steps begin(
        Tape tape, AttentionMemory memory, Value decoderStates, Value weights, Value contexts) {
      AttentionOver attention =
          AttentionOver.dot(
              tape,
              memory.states(),
              memory.keys(),
              memory.sentences(),
              memory.lengths(),
              weights,
              contexts);
      return new Steps(attention, null, decoderStates);
    }

    @Override
    public void forEachParameter(Consumer<Parameter> action) {}
  }

  /** Bilinear ("general") attention (Luong et al. 2015, arXiv:1508.04025): e_j = h_jᵀ W s. */
  final class Bilinear implements Attention {
    private final Linear query;

    /** Draws W: {@code name.query.weight} [M, D]. */
    public Bilinear(
        String name,
        int stateSize,
        int memorySize,
        Initialiser initialiser,
        RandomGenerator random) {
      query = Linear.withoutBias(name + ".query", stateSize, memorySize, initialiser, random);
    }

    @Override
    public Value keys(Tape tape, Value states) {
      return states;
    }

    @Override
    public Steps begin(
        Tape tape, AttentionMemory memory, Value decoderStates, Value weights, Value contexts) {
      Value queries = queries(tape, decoderStates, query.weight().value().rows());
      StepwiseLinear projection =
          StepwiseLinear.begin(tape, tape.use(query.weight()), null, decoderStates, queries);
      AttentionOver attention =
          AttentionOver.dot(
              tape,
              memory.states(),
              memory.keys(),
              memory.sentences(),
              memory.lengths(),
              weights,
              contexts);
      return new Steps(attention, projection, queries);
    }

    @Override
    public void forEachParameter(Consumer<Parameter> action) {
      query.forEachParameter(action);
    }
  }
}
