package dev.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.autograd.CrossEntropy;
import dev.dragoman.autograd.Gradients;
import dev.dragoman.autograd.Packs;
import dev.dragoman.autograd.Tape;
import dev.dragoman.layers.CellKind;
import dev.dragoman.tensor.Workspace;
import dev.dragoman.training.Optimiser;
import dev.dragoman.training.OptimiserKind;
import dev.dragoman.training.OptimiserSettings;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a model that computes right must be able to learn within seconds. */
class LearningTest {
  private static final OptimiserSettings ADAM =
      OptimiserSettings.defaults().with(OptimiserKind.ADAM, 0.01f);

  private final SplittableRandom random = new SplittableRandom(11);
  private final Packs packs = new Packs();

  private static ModelSettings settings(CellKind cell, AttentionKind attention, int size) {
    return new ModelSettings(
        cell,
        attention,
        size,
        size,
        2 * size,
        size,
        size,
        1,
        1,
        0f,
        false,
        false,
        WeightInitialiser.XAVIER_UNIFORM,
        0.5f);
  }

  private Seq2Seq model(CellKind cell, AttentionKind attention, int size) {
    return new Seq2Seq(
        settings(cell, attention, size),
        Digits.VOCABULARY,
        Digits.VOCABULARY,
        SmallModels.PAD,
        random);
  }

  /** Mean loss per target token. */
  private static double loss(Seq2Seq model, Tape tape, Digits batch) {
    CrossEntropy.Loss loss = forward(model, tape, batch);
    return loss.sum() / loss.targets();
  }

  private static CrossEntropy.Loss forward(Seq2Seq model, Tape tape, Digits batch) {
    return model.loss(
        tape,
        batch.source(),
        batch.lengths(),
        batch.targetInput(),
        batch.targetOutput(),
        batch.lengths(),
        0f,
        batch.tokens(),
        null);
  }

  /** Makes one update and gives the loss before it. */
  private double train(Seq2Seq model, Tape tape, Optimiser optimiser, Digits batch) {
    tape.reset();
    tape.gradients().clear();
    CrossEntropy.Loss loss = forward(model, tape, batch);
    loss.mean().backward();
    optimiser.update(tape.gradients());
    return loss.sum() / loss.targets();
  }

  private Tape tape() {
    return Tape.recording(new Workspace(), new Gradients(), packs);
  }

  @ParameterizedTest
  @EnumSource(OptimiserKind.class)
  void overfitsOneBatch(OptimiserKind kind) {
    Seq2Seq model = model(CellKind.GRU, AttentionKind.ADDITIVE, 16);
    OptimiserSettings settings = ADAM.with(kind, kind == OptimiserKind.SGD ? 0.3f : 0.01f);
    Optimiser optimiser = new Optimiser(settings, model.parameters().values());
    Digits batch =
        Digits.random(
            4, digits -> random.ints(digits.length, 3, Digits.VOCABULARY).toArray(), random);
    Tape tape = tape();
    double first = train(model, tape, optimiser, batch);
    double last = first;
    for (int i = 1; i < 150; i++) {
      last = train(model, tape, optimiser, batch);
    }
    assertThat(first).isGreaterThan(2);
    assertThat(last).isLessThan(0.01);
  }

  static Stream<Arguments> models() {
    return Stream.of(CellKind.values())
        .flatMap(cell ->
            Stream.of(AttentionKind.values()).map(attention -> Arguments.of(cell, attention)));
  }

  @ParameterizedTest
  @MethodSource("models")
  void learnsToCopyDigits(CellKind cell, AttentionKind attention) {
    assertLearns(cell, attention, Digits::copied);
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void learnsToReverseDigits(CellKind cell) {
    assertLearns(cell, AttentionKind.ADDITIVE, Digits::reversed);
  }

  /**
   * Perplexity below 1.02, and 98 % of the words of a greedy translation right, on numbers drawn
   * afresh.
   */
  private void assertLearns(CellKind cell, AttentionKind attention, UnaryOperator<int[]> task) {
    Seq2Seq model = model(cell, attention, 24);
    Optimiser optimiser = new Optimiser(ADAM, model.parameters().values());
    Digits held = Digits.random(200, task, new SplittableRandom(99));
    Tape tape = tape();
    double perplexity = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 1500 && perplexity >= 1.02; i++) {
      train(model, tape, optimiser, Digits.random(32, task, random));
      if (i % 50 == 49) {
        perplexity = Math.exp(loss(model, Tape.inference(new Workspace(), packs), held));
      }
    }
    assertThat(perplexity).as("perplexity").isLessThan(1.02);
    assertThat(shareOfRightWords(model, held)).as("share of right words").isGreaterThan(0.98);
  }

  private double shareOfRightWords(Seq2Seq model, Digits held) {
    GreedyDecoding greedy = new GreedyDecoding(new Decoding(model));
    greedy.begin(held.source(), held.lengths());
    int right = 0;
    for (int t = 0; t < Arrays.stream(held.lengths()).max().orElseThrow(); t++) {
      int[] words = greedy.step();
      for (int b = 0; b < words.length; b++) {
        right += t < held.lengths()[b] && words[b] == held.outputAt(b, t) ? 1 : 0;
      }
    }
    return (double) right / held.tokens();
  }
}
