package dev.dragoman.layers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.autograd.Tape;
import dev.dragoman.autograd.Value;
import dev.dragoman.layers.RecurrentStack.Direction;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * What a layer says when what it is given does not fit: which operand, what was expected, what
 * came.
 */
class LayerMessagesTest {
  private final Initialiser zero = new Initialiser.Constant(0);
  private final SplittableRandom random = new SplittableRandom(1);
  private final Tape tape = Tape.recording();

  private Value value(int... axes) {
    return tape.constant(Tensor.zeros(axes));
  }

  @Test
  void linear() {
    Linear linear = Linear.withBias("linear", 4, 6, zero, random);
    assertThatThrownBy(() -> linear.apply(tape, value(2, 5)))
        .hasMessage("x: expected K=4 columns for weight [6, 4], got [2, 5]");
    assertThatThrownBy(() -> linear.apply(tape, List.of(value(2, 3), value(2, 2))))
        .hasMessage("x: expected K=4 columns for weight [6, 4], got parts of 3 + 2");
    assertThatThrownBy(() -> linear.apply(tape, List.of(value(2, 1), value(2, 2))))
        .hasMessage("x: expected K=4 columns for weight [6, 4], got parts of 1 + 2");
    assertThatThrownBy(() -> linear.apply(tape, List.of(value(2, 1), value(3, 3))))
        .hasMessage("x: expected all parts to have as many rows as the first, [2, 1], got [3, 3]");
  }

  @Test
  void recurrentStack() {
    RecurrentStack stack =
        new RecurrentStack("stack", CellKind.GRU, Direction.FORWARD, 4, 6, 1, 0, zero, random);
    assertThatThrownBy(() -> stack.applyPadded(tape, value(2, 5, 3), new int[] {5, 3}, null))
        .hasMessage("x: expected K=4 columns for weight [18, 4], got [8, 3]");
    assertThatThrownBy(() -> stack.applyPadded(tape, value(2, 5, 4), new int[] {5, 6}, null))
        .hasMessage("lengths[1]: expected 1 to S=5, got 6");
    assertThatThrownBy(() -> stack.applyPadded(tape, value(2, 5, 4), new int[] {5}, null))
        .hasMessage("lengths: expected B=2 entries for x [2, 5, 4], got 1");
    assertThatThrownBy(() -> stack.applyPadded(tape, value(2, 4), new int[] {2, 2}, null))
        .hasMessage("x: expected [B, S, E], got [2, 4]");
    assertThatThrownBy(() ->
            new RecurrentStack("stack", CellKind.GRU, Direction.FORWARD, 4, 6, 0, 0, zero, random))
        .hasMessage("stack: needs at least one layer, got 0");
  }

  private void step(Attention attention, Value states, int[] lengths, Value decoderStates) {
    AttentionMemory memory = attention.remember(tape, states, lengths);
    Value weights = tape.sequence("AttentionWeights", Shape.of(1, 2, 5));
    Value contexts = tape.sequence("Contexts", Shape.of(1, 2, 12));
    attention.begin(tape, memory, decoderStates, weights, contexts).step(0);
  }

  @Test
  void attention() {
    int[] lengths = {5, 3};
    Attention additive = new Attention.Additive("attention", 7, 12, 8, zero, random);
    assertThatThrownBy(() -> step(additive, value(2, 5, 12), lengths, value(1, 2, 6)))
        .hasMessage("x: expected K=7 columns for weight [8, 7], got [1, 2, 6]");
    assertThatThrownBy(() -> step(additive, value(2, 5, 6), lengths, value(1, 2, 7)))
        .hasMessage("x: expected K=12 columns for weight [8, 12], got [2, 5, 6]");
    assertThatThrownBy(() -> step(new Attention.Dot(), value(2, 5, 12), lengths, value(1, 2, 7)))
        .hasMessage("query: expected the last axis to be M=12, got shape [2, 7]");
    assertThatThrownBy(
            () -> step(new Attention.Dot(), value(2, 5, 12), new int[] {5, 0}, value(1, 2, 12)))
        .hasMessage("lengths[1]: expected 1 to S=5, got 0");
    assertThatThrownBy(
            () -> step(new Attention.Dot(), value(2, 5, 12), new int[] {5}, value(1, 2, 12)))
        .hasMessage("lengths: expected B=2 entries, got 1");
    assertThatThrownBy(
            () -> step(new Attention.Dot(), value(2, 4, 12), new int[] {4, 3}, value(1, 2, 12)))
        .hasMessage("keys: expected B·S=10 rows, got shape [2, 4, 12]");
  }
}
