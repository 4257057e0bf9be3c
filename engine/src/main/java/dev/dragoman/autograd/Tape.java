package dev.dragoman.autograd;

import dev.dragoman.tensor.Elementwise;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.tensor.Workspace;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Records operations in the order in which they run and plays their backward rules in reverse. One
 * tape serves one forward and backward pass at a time and one thread; {@link #reset()} makes it
 * ready for the next.
 */
public final class Tape {
  private final Workspace workspace;
  private final Gradients gradients;
  private final Packs packs;
  private final boolean recording;
  private final List<Runnable> backwardRules = new ArrayList<>();
  private final IdentityHashMap<Parameter, Value> parameters = new IdentityHashMap<>();

  private Tape(Workspace workspace, Gradients gradients, Packs packs, boolean recording) {
    this.workspace = workspace;
    this.gradients = gradients;
    this.packs = packs;
    this.recording = recording;
  }

  /** A tape that records, with memory and gradients of its own: enough for a first look. */
  public static Tape recording() {
    return recording(new Workspace(), new Gradients(), new Packs());
  }

  /** A tape that records. */
  public static Tape recording(Workspace workspace, Gradients gradients, Packs packs) {
    return new Tape(workspace, gradients, packs, true);
  }

  /** A tape that only computes: nothing is kept for a backward pass. */
  public static Tape inference(Workspace workspace, Packs packs) {
    return new Tape(workspace, new Gradients(), packs, false);
  }

  /** Whether operations are recorded. */
  public boolean isRecording() {
    return recording;
  }

  /** The memory that operations take their results from. */
  public Workspace workspace() {
    return workspace;
  }

  /** Where the gradients of parameters add up. */
  public Gradients gradients() {
    return gradients;
  }

  /** The gradient of one parameter, of its shape: zero until a backward pass adds to it. */
  public Tensor gradient(Parameter parameter) {
    return gradients.of(parameter).values();
  }

  Packs packs() {
    return packs;
  }

  /**
   * Forgets all operations and takes the memory of their results back; gradients of parameters
   * stay.
   */
  public void reset() {
    backwardRules.clear();
    parameters.clear();
    workspace.reset();
  }

  /** A parameter as a value on this tape. */
  public Value use(Parameter parameter) {
    return parameters.computeIfAbsent(
        parameter,
        p -> new Value(this, p.name(), p.value(), recording && p.isTrainable(), p, null));
  }

  /** A tensor that receives no gradient. */
  public Value constant(Tensor tensor) {
    return new Value(this, "Constant", tensor, false, null, null);
  }

  /** A tensor that receives a gradient, e.g. to check one. */
  public Value variable(Tensor tensor) {
    return new Value(this, "Variable", tensor, recording, null, null);
  }

  /** A new value whose contents an operation overwrites. */
  Value result(String from, Shape shape, boolean needsGradient) {
    return new Value(this, from, workspace.allocate(shape), recording && needsGradient, null, null);
  }

  /**
   * A sequence that operations fill entry by entry, e.g. the decoder states [T+1, B, D]; entries of
   * the first axis are written through {@link Value#select}.
   */
  public Value sequence(String name, Shape shape) {
    return result(name, shape, true);
  }

  /** As {@link #sequence}, all zeros. */
  public Value zeros(String name, Shape shape) {
    Value zeros = sequence(name, shape);
    zeros.tensor().fill(0f);
    return zeros;
  }

  /** Adds a backward rule, if recording. */
  void record(Runnable backwardRule) {
    if (recording) {
      backwardRules.add(backwardRule);
    }
  }

  Tensor gradientFor(Value value) {
    if (!value.needsGradient()) {
      throw new IllegalStateException(
          "no gradient is computed for "
              + value.from()
              + ": it is constant, frozen, or the tape does not record");
    }
    Value whole = value.whole();
    if (whole != null) {
      return whole.gradient().viewLike(value.tensor(), whole.tensor());
    }
    Parameter parameter = value.parameter();
    return parameter != null ? gradients.of(parameter).values() : workspace.zeros(value.shape());
  }

  /**
   * Plays all backward rules in reverse order, beginning with d(loss)/d(loss) = 1.
   *
   * @param loss a value with one element
   */
  public void backward(Value loss) {
    if (loss.tensor().size() != 1) {
      throw new IllegalArgumentException("the loss must be one number, got shape " + loss.shape());
    }
    backward(loss, Tensor.of(loss.shape(), 1f));
  }

  /** Plays all backward rules in reverse order, beginning with a given gradient of a value. */
  public void backward(Value value, Tensor upstream) {
    if (!upstream.shape().equals(value.shape())) {
      throw new IllegalArgumentException(
          "upstream: expected the shape of the value, %s, got %s"
              .formatted(value.shape(), upstream.shape()));
    }
    Elementwise.add(upstream, value.receivingGradient());
    backwardFromSeeds();
  }

  /** Plays all backward rules in reverse; gradients of some values were set by hand before. */
  public void backwardFromSeeds() {
    if (!recording) {
      throw new IllegalStateException("this tape does not record: use Tape.recording()");
    }
    for (int i = backwardRules.size() - 1; i >= 0; i--) {
      backwardRules.get(i).run();
    }
    backwardRules.clear();
  }

  @Override
  public String toString() {
    return recording
        ? "Tape(recording, %d backward rules)".formatted(backwardRules.size())
        : "Tape(inference)";
  }
}
