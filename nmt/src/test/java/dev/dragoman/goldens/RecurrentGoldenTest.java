package dev.dragoman.goldens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.autograd.Parameter;
import dev.dragoman.autograd.Tape;
import dev.dragoman.autograd.Value;
import dev.dragoman.layers.CellKind;
import dev.dragoman.layers.CellState;
import dev.dragoman.layers.Initialiser;
import dev.dragoman.layers.RecurrentStack;
import dev.dragoman.layers.RecurrentStack.Direction;
import dev.dragoman.tensor.Elementwise;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

@Tag("golden")
class RecurrentGoldenTest {
  static Stream<Named<JsonNode>> gru() {
    return Golden.cases("gru");
  }

  static Stream<Named<JsonNode>> lstm() {
    return Golden.cases("lstm");
  }

  @ParameterizedTest
  @MethodSource("gru")
  void gruAgrees(JsonNode golden) {
    assertAgrees(CellKind.GRU, golden);
  }

  @ParameterizedTest
  @MethodSource("lstm")
  void lstmAgrees(JsonNode golden) {
    assertAgrees(CellKind.LSTM, golden);
  }

  private static void assertAgrees(CellKind kind, JsonNode golden) {
    RecurrentStack stack = stack(kind, golden.get("weights"));
    Map<String, Parameter> ours = byTheirName(stack);
    assertThat(golden.get("weights").propertyNames())
        .containsExactlyInAnyOrderElementsOf(ours.keySet());
    ours.forEach((theirs, parameter) -> Golden.fill(parameter, golden.get("weights").get(theirs)));
    Tape tape = Tape.recording();
    Value input = tape.variable(Golden.tensor(golden.get("input")));

    int[] lengths = Golden.ids(golden.get("lengths")).values();
    RecurrentStack.Output output = stack.applyPadded(tape, input, lengths, null);

    Golden.assertClose("output", output.states().tensor(), golden.get("output"));
    eachFinalState(
        output,
        golden.get("final_states"),
        (name, ourState) ->
            Golden.assertClose(
                name, ourState.value().tensor(), ourState.golden(), ourState.entry()));

    Elementwise.add(Golden.tensor(golden.get("upstream_output")), output.states().gradient());
    eachFinalState(
        output,
        golden.get("upstream_final_states"),
        (name, state) ->
            Elementwise.add(
                Golden.tensor(state.golden()).select(state.entry()), state.value().gradient()));
    tape.backwardFromSeeds();

    ours.forEach((theirs, parameter) ->
        Golden.assertClose(
            theirs, tape.gradients().of(parameter).values(), golden.get("gradients").get(theirs)));
    Golden.assertClose("input_gradient", input.gradient(), golden.get("input_gradient"));
  }

  /** A stack of the sizes and directions that PyTorch's weights show. */
  private static RecurrentStack stack(CellKind kind, JsonNode weights) {
    int inputSize = Golden.shape(weights.get("weight_ih_l0")).axis(1);
    int size = Golden.shape(weights.get("weight_hh_l0")).axis(1);
    Direction direction =
        weights.has("weight_hh_l0_reverse") ? Direction.BIDIRECTIONAL : Direction.FORWARD;
    int layers = weights.has("weight_hh_l1") ? 2 : 1;
    return new RecurrentStack(
        "stack",
        kind,
        direction,
        inputSize,
        size,
        layers,
        0f,
        new Initialiser.Constant(0),
        new SplittableRandom(1));
  }

  /** Our parameters under PyTorch's names: weight_ih_l0, weight_ih_l0_reverse, weight_ih_l1, … */
  private static Map<String, Parameter> byTheirName(RecurrentStack stack) {
    Map<String, String> parts =
        Map.of(
            "inputWeights",
            "weight_ih",
            "recurrentWeights",
            "weight_hh",
            "inputBias",
            "bias_ih",
            "recurrentBias",
            "bias_hh");
    Map<String, Parameter> named = new LinkedHashMap<>();
    stack.forEachParameter(parameter -> {
      List<String> words = List.of(parameter.name().split("\\."));
      String layer = words.contains("layer2") ? "_l1" : "_l0";
      String direction = words.contains("backward") ? "_reverse" : "";
      named.put(parts.get(words.getLast()) + layer + direction, parameter);
    });
    return named;
  }

  /** One of our final states and the array [layers·directions, B, H] whose entry it should be. */
  private record FinalState(Value value, JsonNode golden, int entry) {}

  /** PyTorch's final states are one array of hidden states and, for an LSTM, one of cell states. */
  private static void eachFinalState(
      RecurrentStack.Output output, JsonNode arrays, BiConsumer<String, FinalState> action) {
    List<CellState> states = output.finalStates().stream().flatMap(List::stream).toList();
    List<Function<CellState, Value>> kinds = List.of(CellState::hidden, CellState::requireCell);
    for (int kind = 0; kind < arrays.size(); kind++) {
      assertThat(Golden.shape(arrays.get(kind)).axis(0)).isEqualTo(states.size());
      for (int entry = 0; entry < states.size(); entry++) {
        Value value = kinds.get(kind).apply(states.get(entry));
        action.accept(
            "final_states[%d][%d]".formatted(kind, entry),
            new FinalState(value, arrays.get(kind), entry));
      }
    }
  }
}
