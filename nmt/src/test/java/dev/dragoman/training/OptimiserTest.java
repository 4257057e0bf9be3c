package dev.dragoman.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.dragoman.autograd.Gradients;
import dev.dragoman.autograd.Parameter;
import dev.dragoman.gradientcheck.GradientCheck;
import dev.dragoman.layers.Embedding;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.tensor.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptimiserTest {
  private static final float RATE = 0.1f;

  private final Parameter weight = new Parameter("weight", GradientCheck.random(1, 3, 4));
  private final Parameter bias = new Parameter("bias", GradientCheck.random(2, 5));

  private static OptimiserSettings settings(OptimiserKind kind, float clipNorm) {
    return new OptimiserSettings(kind, RATE, 0.9f, 0.999f, 1e-8f, 0.01f, 0.9f, clipNorm);
  }

  private Optimiser optimiser(OptimiserKind kind) {
    return new Optimiser(settings(kind, 1), List.of(weight, bias));
  }

  /** Gradients that a seed draws. */
  private Gradients gradients(long seed) {
    Gradients gradients = new Gradients();
    gradients.of(weight).values().copyFrom(GradientCheck.random(seed, 3, 4));
    gradients.of(bias).values().copyFrom(GradientCheck.random(seed + 1, 5));
    return gradients;
  }

  /** All values of both parameters. */
  private float[] values() {
    float[] values = Arrays.copyOf(weight.value().toArray(), 17);
    System.arraycopy(bias.value().toArray(), 0, values, 12, 5);
    return values;
  }

  private void setValues(float[] values) {
    System.arraycopy(values, 0, weight.value().data(), 0, 12);
    System.arraycopy(values, 12, bias.value().data(), 0, 5);
  }

  @Test
  void theNormIsThatOfAllGradientsTogether() {
    Gradients gradients = new Gradients();
    gradients.of(weight).values().set(3, 0, 0);
    gradients.of(bias).values().set(4, 0);
    assertThat(optimiser(OptimiserKind.SGD).update(gradients)).isEqualTo(5);
  }

  @Test
  void gradientsAboveTheClipNormAreScaledDownToItTogether() {
    Tensor before = weight.value().copy();
    Gradients gradients = new Gradients();
    gradients.of(weight).values().set(3, 0, 0);
    gradients.of(bias).values().set(4, 0);
    optimiser(OptimiserKind.SGD).update(gradients);
    assertThat((double) before.get(0, 0) - weight.value().get(0, 0))
        .isCloseTo(RATE * 3 / 5, within(1e-6));
  }

  @Test
  void gradientsBelowTheClipNormStay() {
    Tensor before = weight.value().copy();
    Gradients gradients = new Gradients();
    gradients.of(weight).values().set(0.5f, 0, 0);
    optimiser(OptimiserKind.SGD).update(gradients);
    assertThat((double) before.get(0, 0) - weight.value().get(0, 0))
        .isCloseTo(RATE * 0.5, within(1e-6));
  }

  @Test
  void aClipNormOfZeroMeansNone() {
    Tensor before = weight.value().copy();
    Gradients gradients = new Gradients();
    gradients.of(weight).values().set(50, 0, 0);
    new Optimiser(settings(OptimiserKind.SGD, 0), List.of(weight)).update(gradients);
    assertThat((double) before.get(0, 0) - weight.value().get(0, 0))
        .isCloseTo(RATE * 50, within(1e-5));
  }

  @ParameterizedTest
  @ValueSource(floats = {1e-6f, 1f, 1e6f})
  void adamsFirstMoveIsTheRateWhateverTheGradientsSize(float size) {
    Tensor before = weight.value().copy();
    Gradients gradients = new Gradients();
    gradients.of(weight).values().fill(size);
    new Optimiser(settings(OptimiserKind.ADAM, 0), List.of(weight)).update(gradients);
    assertThat((double) before.get(1, 2) - weight.value().get(1, 2))
        .isCloseTo(RATE, within(0.011 * RATE));
  }

  @Test
  void betasAreTheDecimalsThatWereWritten() {
    // v after one update from a gradient of 1 is 1 − β₂; 1 − 0.999f would be 1.3e-5 off.
    Gradients gradients = new Gradients();
    gradients.of(weight).values().fill(1);
    Optimiser optimiser = new Optimiser(settings(OptimiserKind.ADAM, 0), List.of(weight));
    optimiser.update(gradients);
    Tensor secondMoment = Objects.requireNonNull(optimiser.state().get("weight.secondMoment"));
    assertThat(secondMoment.get(0, 0)).isEqualTo(0.001f);
  }

  @ParameterizedTest
  @EnumSource(OptimiserKind.class)
  void frozenParametersStayAndDoNotCountInTheNorm(OptimiserKind kind) {
    Tensor before = weight.value().copy();
    weight.freeze();
    Gradients gradients = new Gradients();
    gradients.of(weight).values().fill(100);
    gradients.of(bias).values().set(4, 0);
    assertThat(optimiser(kind).update(gradients)).isEqualTo(4);
    assertThat(weight.value().toArray()).isEqualTo(before.toArray());
  }

  @ParameterizedTest
  @EnumSource(OptimiserKind.class)
  void shardsAreAddedUp(OptimiserKind kind) {
    float[] start = values();
    Gradients sum = gradients(10);
    sum.of(weight).add(gradients(20).of(weight));
    sum.of(bias).add(gradients(20).of(bias));
    optimiser(kind).update(sum);
    float[] expected = values();

    setValues(start);
    try (Workers workers = new Workers(2)) {
      optimiser(kind).update(List.of(gradients(10), gradients(20)), RATE, workers);
    }
    assertThat(values()).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(OptimiserKind.class)
  void theResultDoesNotDependOnTheNumberOfThreads(OptimiserKind kind) {
    List<float[]> results = new ArrayList<>();
    for (int threads = 1; threads <= 4; threads++) {
      Parameter large = new Parameter("large", GradientCheck.random(1, 500, 301));
      Embedding embedding = Embedding.of(400, 500, new SplittableRandom(2)).lock(7);
      List<Parameter> parameters = List.of(large, embedding.table());
      Optimiser optimiser = new Optimiser(settings(kind, 1), parameters);
      try (Workers workers = new Workers(threads)) {
        for (int update = 0; update < 3; update++) {
          Gradients first = new Gradients();
          Gradients second = new Gradients();
          first.of(large).values().copyFrom(GradientCheck.random(update, 500, 301));
          second.of(large).values().copyFrom(GradientCheck.random(update + 10, 500, 301));
          optimiser.update(List.of(first, second), RATE, workers);
        }
      }
      results.add(large.value().toArray());
    }
    assertThat(results).allSatisfy(result -> assertThat(result).isEqualTo(results.getFirst()));
  }

  @Test
  void anUpdateTellsPackedCopiesThatTheValuesAreNew() {
    long before = weight.version();
    optimiser(OptimiserKind.ADAM).update(gradients(10));
    assertThat(weight.version()).isGreaterThan(before);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
  void aGradientThatIsNoNumberEndsTheRunBeforeItHarmsTheWeights(float value) {
    float[] before = values();
    Gradients gradients = gradients(10);
    gradients.of(bias).values().set(value, 3);
    Optimiser optimiser = optimiser(OptimiserKind.ADAM);
    assertThatThrownBy(() -> optimiser.update(gradients))
        .isInstanceOf(TrainingException.class)
        .hasMessageStartingWith("update 1: the gradient's norm is ")
        .hasMessageEndingWith("lower the learning rate or the clip norm");
    assertThat(values()).isEqualTo(before);
    assertThat(optimiser.updates()).isZero();
  }

  @ParameterizedTest
  @EnumSource(OptimiserKind.class)
  void aRunGoesOnFromItsSavedStateAsIfNothingHadHappened(OptimiserKind kind) {
    Optimiser through = optimiser(kind);
    through.update(gradients(10));
    through.update(gradients(20));
    Map<String, Tensor> state = new LinkedHashMap<>();
    through.state().forEach((name, moment) -> state.put(name, moment.copy()));
    float[] saved = values();
    through.update(gradients(30));
    float[] expected = values();

    setValues(saved);
    Optimiser resumed = optimiser(kind);
    resumed.restore(state, 2);
    resumed.update(gradients(30));
    assertThat(values()).isEqualTo(expected);
    assertThat(resumed.updates()).isEqualTo(3);
  }

  @Test
  void savedMomentsAreNamedAfterTheirParameter() {
    assertThat(optimiser(OptimiserKind.ADAM).state())
        .containsOnlyKeys(
            "weight.firstMoment", "weight.secondMoment", "bias.firstMoment", "bias.secondMoment");
    assertThat(optimiser(OptimiserKind.SGD).state())
        .containsOnlyKeys("weight.firstMoment", "bias.firstMoment");
  }

  @Test
  void aStateThatDoesNotFitIsRefusedByName() {
    Optimiser optimiser = optimiser(OptimiserKind.ADAM);
    assertThatThrownBy(() -> optimiser.restore(Map.of(), 1))
        .hasMessage("optimiser state: weight.firstMoment is missing");
    Map<String, Tensor> wrong = new LinkedHashMap<>(optimiser.state());
    wrong.put("bias.secondMoment", Tensor.zeros(Shape.of(6)));
    assertThatThrownBy(() -> optimiser.restore(wrong, 1))
        .hasMessage("optimiser state: bias.secondMoment: expected shape [5], got [6]");
  }
}
