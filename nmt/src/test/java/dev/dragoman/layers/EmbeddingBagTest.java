package dev.dragoman.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.dragoman.autograd.BagLookup.Mode;
import dev.dragoman.autograd.Tape;
import dev.dragoman.autograd.Value;
import dev.dragoman.gradientcheck.GradientCheck;
import dev.dragoman.tensor.Elementwise;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmbeddingBagTest {
  private static final EmbeddingOptions PLAIN = EmbeddingOptions.defaults();

  /** Row n is (n, −n). */
  private static Embedding embedding(EmbeddingOptions options) {
    Tensor table = Tensor.zeros(10, 2);
    for (int row = 0; row < 10; row++) {
      table.set(row, row, 0);
      table.set(-row, row, 1);
    }
    return Embedding.fromPretrained("words", table, options, false);
  }

  private static float[] bags(EmbeddingOptions options, Mode mode, Ids ids, int... offsets) {
    return new EmbeddingBag(embedding(options), mode)
        .lookup(Tape.recording(), ids, offsets)
        .tensor()
        .toArray();
  }

  @Test
  void bagsAreSummedAveragedOrReducedToTheirMaximum() {
    Ids ids = Ids.of(1, 2, 6, 4);
    assertThat(bags(PLAIN, Mode.SUM, ids, 0, 3)).containsExactly(9, -9, 4, -4);
    assertThat(bags(PLAIN, Mode.MEAN, ids, 0, 3))
        .containsExactly(new float[] {3, -3, 4, -4}, offset(1e-6f));
    assertThat(bags(PLAIN, Mode.MAX, ids, 0, 3)).containsExactly(6, -1, 4, -4);
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void anEmptyBagGivesZeros(Mode mode) {
    assertThat(bags(PLAIN, mode, Ids.of(3), 0, 0, 1)).containsExactly(0, 0, 3, -3, 0, 0);
    assertThat(bags(PLAIN, mode, Ids.of())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void paddingCountsAsIfItStoodInNoBag(Mode mode) {
    EmbeddingOptions padded = PLAIN.withPadding(9);
    assertThat(bags(padded, mode, Ids.of(9, 1, 9, 2, 6, 9), 0, 5))
        .isEqualTo(bags(PLAIN, mode, Ids.of(1, 2, 6), 0, 3));
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void paddingAndLockedRowsReceiveNoGradient(Mode mode) {
    Embedding embedding = embedding(PLAIN.withPadding(9)).lock(6);
    Tape tape = Tape.recording();
    new EmbeddingBag(embedding, mode).lookup(tape, Ids.of(9, 6, 1, 2, 9), 0, 2).sum().backward();
    assertThat(tape.gradient(embedding.table()).rowsThatDiffer(Tensor.zeros(10, 2)))
        .doesNotContain(6, 9)
        .isNotEmpty();
    assertThat(tape.gradients().of(embedding.table()).touchedRows()).doesNotContain(6, 9);
  }

  @Test
  void theMaximumNormHolds() {
    Embedding embedding = embedding(PLAIN.withMaxNorm(3, Float.POSITIVE_INFINITY));
    Value bag = new EmbeddingBag(embedding, Mode.SUM).lookup(Tape.recording(), Ids.of(1, 2, 6), 0);
    assertThat(bag.tensor().toArray()).containsExactly(new float[] {6, -6}, offset(1e-6f));
    assertThat(embedding.row(6).get(0)).isBetween(2.999f, 3f);
  }

  @Test
  void scaledByFrequencyEachRowsGradientIsDividedByItsOccurrences() {
    Ids ids = Ids.of(1, 2, 1, 3, 1, 2);
    Tensor plain = gradient(PLAIN, ids);
    Tensor scaled = gradient(PLAIN.withGradientScaledByFrequency(), ids);
    int[] occurrences = {1, 3, 2, 1};
    for (int id = 0; id < 4; id++) {
      Elementwise.scaleInto(1f / occurrences[id], plain.select(id), plain.select(id));
      assertThat(scaled.select(id).toArray())
          .containsExactly(plain.select(id).toArray(), offset(1e-6f));
    }
    assertThatThrownBy(
            () -> new EmbeddingBag(embedding(PLAIN.withGradientScaledByFrequency()), Mode.MAX))
        .hasMessage(
            "embedding bag over words: scaleGradientByFrequency goes with modes SUM and MEAN, got"
                + " MAX");
  }

  private static Tensor gradient(EmbeddingOptions options, Ids ids) {
    Embedding embedding = embedding(options);
    Tape tape = Tape.recording();
    Value bags = new EmbeddingBag(embedding, Mode.MEAN).lookup(tape, ids, 0, 4);
    tape.backward(bags, GradientCheck.random(2, 2, 2));
    return tape.gradient(embedding.table());
  }

  @Test
  void eachIdMayHaveAWeightWhichMayBeLearned() {
    Embedding embedding = embedding(PLAIN);
    Tape tape = Tape.recording();
    Value weights = tape.variable(Tensor.of(Shape.of(3), 0.5f, 2, -1));
    Value bag =
        new EmbeddingBag(embedding, Mode.SUM)
            .lookupWeighted(tape, Ids.of(2, 3, 4), new int[] {0}, weights);
    assertThat(bag.tensor().toArray()).containsExactly(3, -3);
    tape.backward(bag, Tensor.of(Shape.of(1, 2), 1, 0));
    assertThat(weights.gradient().toArray()).containsExactly(2, 3, 4);
    assertThat(tape.gradient(embedding.table()).get(3, 0)).isEqualTo(2);
  }

  @Test
  void bagsThatDoNotFitAreRefusedByName() {
    EmbeddingBag sum = new EmbeddingBag(embedding(PLAIN), Mode.SUM);
    EmbeddingBag mean = new EmbeddingBag(embedding(PLAIN), Mode.MEAN);
    Tape tape = Tape.recording();
    Tensor two = Tensor.zeros(2);
    assertThatThrownBy(() -> sum.lookup(tape, Ids.of(1, 10), 0))
        .hasMessage("id 10 at position [1] is outside words of size 10: expected 0 to 9");
    assertThatThrownBy(() -> sum.lookup(tape, Ids.of(1, 2), 1))
        .hasMessage("offsets: must begin at 0 and ascend up to 2 ids, got [1]");
    assertThatThrownBy(() -> sum.lookup(tape, Ids.of(1, 2), 0, 3))
        .hasMessage("offsets: must begin at 0 and ascend up to 2 ids, got [0, 3]");
    assertThatThrownBy(() -> mean.lookupWeighted(tape, Ids.of(1, 2), new int[] {0}, two))
        .hasMessage("per-sample weights go with mode SUM only, got MEAN");
    assertThatThrownBy(() -> sum.lookupWeighted(tape, Ids.of(1, 2, 3), new int[] {0}, two))
        .hasMessage("per-sample weights: expected 3, one per id, got 2");
  }
}
