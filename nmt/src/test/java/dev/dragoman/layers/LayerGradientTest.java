package dev.dragoman.layers;

import static dev.dragoman.gradientcheck.GradientCheck.random;

import dev.dragoman.autograd.BagLookup;
import dev.dragoman.autograd.Noise;
import dev.dragoman.autograd.Parameter;
import dev.dragoman.autograd.Value;
import dev.dragoman.gradientcheck.GradientCheck;
import dev.dragoman.layers.RecurrentStack.Direction;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every layer's gradients against differences of the loss. B 3, S 5, T 2, E 4, H 6, D 7, A 8, V 11.
 */
class LayerGradientTest {
  private static final Initialiser WIDE = new Initialiser.Uniform(-0.7f, 0.7f);

  private final SplittableRandom random = new SplittableRandom(3);
  private final GradientCheck check = new GradientCheck();

  private static List<Parameter> parameters(Consumer<Consumer<Parameter>> layer) {
    List<Parameter> parameters = new ArrayList<>();
    layer.accept(parameters::add);
    return parameters;
  }

  private void drawAll(List<Parameter> parameters) {
    parameters.forEach(parameter -> WIDE.fill(parameter.value(), random));
  }

  @Test
  void linear() {
    Linear linear = Linear.withBias("linear", 4, 6, WIDE, random);
    check
        .variable("x", random(1, 2, 3, 4))
        .parameters(parameters(linear::forEachParameter))
        .check((tape, in) -> List.of(linear.apply(tape, in.get("x"))));
  }

  @Test
  void linearOfPartsWithoutBias() {
    Linear linear = Linear.withoutBias("linear", 9, 6, WIDE, random);
    check
        .variable("x", random(1, 3, 4))
        .variable("y", random(2, 3, 5))
        .parameters(parameters(linear::forEachParameter))
        .check((tape, in) -> List.of(linear.apply(tape, List.of(in.get("x"), in.get("y")))));
  }

  @Test
  void dropoutUnderAFixedKey() {
    Dropout dropout = new Dropout(0.3f);
    check
        .variable("x", random(1, 5, 11))
        .check((tape, in) -> List.of(dropout.apply(tape, in.get("x"), new Noise(1, 2, 3))));
  }

  static Stream<Arguments> stacks() {
    return Stream.of(CellKind.values())
        .flatMap(kind ->
            Stream.of(Direction.values())
                .flatMap(direction ->
                    Stream.of(1, 2).map(layers -> Arguments.of(kind, direction, layers))));
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void recurrentStacksOverUnequalLengths(CellKind kind, Direction direction, int layers) {
    RecurrentStack stack =
        new RecurrentStack("stack", kind, direction, 4, 6, layers, 0.2f, WIDE, random);
    List<Parameter> parameters = parameters(stack::forEachParameter);
    drawAll(parameters);
    check
        .variable("x", random(1, 3, 5, 4))
        .parameters(parameters)
        .check((tape, in) -> {
          RecurrentStack.Output output =
              stack.applyPadded(tape, in.get("x"), new int[] {3, 5, 1}, new Noise(1, 2, 3));
          List<Value> outputs = new ArrayList<>(List.of(output.states()));
          for (CellState state : output.finalStates().stream().flatMap(List::stream).toList()) {
            outputs.add(state.hidden());
            if (kind == CellKind.LSTM) {
              outputs.add(state.requireCell());
            }
          }
          return outputs;
        });
  }

  private void checkAttention(Attention attention, int stateSize) {
    List<Parameter> parameters = parameters(attention::forEachParameter);
    drawAll(parameters);
    check
        .variable("encoderStates", random(1, 3, 5, 12))
        .variable("decoderStates", random(2, 2, 3, stateSize))
        .parameters(parameters)
        .check((tape, in) -> {
          Value weights = tape.sequence("AttentionWeights", Shape.of(2, 3, 5));
          Value contexts = tape.sequence("Contexts", Shape.of(2, 3, 12));
          AttentionMemory memory =
              attention.remember(tape, in.get("encoderStates"), new int[] {3, 5, 1});
          Attention.Steps steps =
              attention.begin(tape, memory, in.get("decoderStates"), weights, contexts);
          steps.step(0);
          steps.step(1);
          return List.of(contexts);
        });
  }

  @Test
  void additiveAttention() {
    checkAttention(new Attention.Additive("attention", 7, 12, 8, WIDE, random), 7);
  }

  @Test
  void dotAttention() {
    checkAttention(new Attention.Dot(), 12);
  }

  @Test
  void bilinearAttention() {
    checkAttention(new Attention.Bilinear("attention", 7, 12, WIDE, random), 7);
  }

  private static final Ids IDS = new Ids(new int[] {1, 2, 4, 1, 4, 3, 2, 9, 1, 0}, Shape.of(2, 5));

  private static Embedding embedding(EmbeddingOptions options) {
    return Embedding.fromPretrained("embedding", random(5, 11, 4), options, false);
  }

  @Test
  void embedding() {
    Embedding embedding = embedding(EmbeddingOptions.defaults());
    check.parameter(embedding.table()).check((tape, in) -> List.of(embedding.lookup(tape, IDS)));
  }

  @Test
  void sparseEmbedding() {
    Embedding embedding = embedding(EmbeddingOptions.defaults().withSparseGradient());
    check.parameter(embedding.table()).check((tape, in) -> List.of(embedding.lookup(tape, IDS)));
  }

  @Test
  void embeddingWhoseRowsAreAllBelowTheMaximumNorm() {
    Embedding embedding = embedding(EmbeddingOptions.defaults().withMaxNorm(9f, 3f));
    check.parameter(embedding.table()).check((tape, in) -> List.of(embedding.lookup(tape, IDS)));
  }

  @Test
  void bagsOfAnEmbedding() {
    Embedding embedding = embedding(EmbeddingOptions.defaults());
    Tensor weights = random(6, 10);
    check
        .parameter(embedding.table())
        .check((tape, in) -> {
          int[] offsets = {0, 3, 3, 5};
          Ids ids = Ids.of(IDS.values());
          return List.of(
              new EmbeddingBag(embedding, BagLookup.Mode.SUM).lookup(tape, ids, offsets),
              new EmbeddingBag(embedding, BagLookup.Mode.MEAN).lookup(tape, ids, offsets),
              new EmbeddingBag(embedding, BagLookup.Mode.SUM)
                  .lookupWeighted(tape, ids, offsets, weights));
        });
  }
}
