package dev.dragoman.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.dragoman.autograd.Elements;
import dev.dragoman.autograd.Packs;
import dev.dragoman.autograd.Tape;
import dev.dragoman.autograd.Value;
import dev.dragoman.gradientcheck.GradientCheck;
import dev.dragoman.tensor.Elementwise;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.tensor.Workspace;
import dev.dragoman.training.Optimiser;
import dev.dragoman.training.OptimiserKind;
import dev.dragoman.training.OptimiserSettings;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingTest {
  private static final EmbeddingOptions PLAIN = EmbeddingOptions.defaults();
  private static final Ids IDS = new Ids(new int[] {1, 2, 4, 1, 4, 3, 2, 9}, Shape.of(2, 4));

  private final SplittableRandom random = new SplittableRandom(7);

  private Embedding embedding(EmbeddingOptions options) {
    return Embedding.of("words", 10, 5, options, new Initialiser.Normal(0, 1), random);
  }

  /**
   * The gradient that the table receives when each element of the rows has an upstream gradient of
   * its own.
   */
  private static Tensor gradient(Embedding embedding, Ids ids) {
    Tape tape = Tape.recording();
    Value rows = embedding.lookup(tape, ids);
    tape.backward(rows, GradientCheck.random(9, rows.shape().axes()));
    return tape.gradient(embedding.table());
  }

  /** Updates from the sum of the rows of some ids, one update for each. */
  private static void train(Embedding embedding, OptimiserKind kind, Ids... updates) {
    Optimiser optimiser =
        new Optimiser(OptimiserSettings.defaults().with(kind, 0.1f), List.of(embedding.table()));
    for (Ids ids : updates) {
      Tape tape = Tape.recording();
      embedding.lookup(tape, ids).sum().backward();
      optimiser.update(tape.gradients());
    }
  }

  @Test
  void rowNOfTheTableIsTheResultForIdN() {
    Embedding embedding = embedding(PLAIN);
    Tape tape = Tape.recording();
    for (int id = 0; id < 10; id++) {
      assertThat(embedding.lookup(tape, id).tensor().select(0).toArray())
          .isEqualTo(embedding.row(id).toArray())
          .isEqualTo(embedding.table().value().select(id).toArray());
    }
  }

  @Test
  void idsOfAnyShapeGiveRowsOfThatShape() {
    Embedding embedding = embedding(PLAIN);
    Tape tape = Tape.recording();
    assertThat(embedding.lookup(tape, new Ids(new int[] {3}, Shape.of())).shape())
        .isEqualTo(Shape.of(5));
    assertThat(embedding.lookup(tape, Ids.of()).shape()).isEqualTo(Shape.of(0, 5));
    assertThat(embedding.lookup(tape, Ids.of(1, 2, 3)).shape()).isEqualTo(Shape.of(3, 5));
    Value cube =
        embedding.lookup(tape, new Ids(new int[] {0, 1, 2, 3, 4, 5, 6, 7}, Shape.of(2, 1, 4)));
    assertThat(cube.shape()).isEqualTo(Shape.of(2, 1, 4, 5));
    assertThat(cube.tensor().get(1, 0, 2, 3)).isEqualTo(embedding.row(6).get(3));
  }

  @Test
  void aGradientFlowsThroughEveryShape() {
    Embedding embedding = embedding(PLAIN);
    for (Ids ids :
        List.of(
            new Ids(new int[] {3}, Shape.of()),
            Ids.of(),
            new Ids(new int[] {3, 3}, Shape.of(2, 1)))) {
      assertThat(gradient(embedding, ids).rowsThatDiffer(Tensor.zeros(10, 5)))
          .containsExactly(ids.size() == 0 ? new int[0] : new int[] {3});
    }
  }

  @Test
  void theTableIsDrawnFromTheStandardNormalDistribution() {
    Tensor table = Embedding.of(1000, 50, random).table().value();
    double mean = Elementwise.sum(table) / table.size();
    assertThat(mean).isBetween(-0.02, 0.02);
    assertThat(Elementwise.sumOfSquares(table) / table.size()).isBetween(0.97, 1.03);
  }

  @Test
  void theSameSeedDrawsTheSameTable() {
    assertThat(Embedding.of(10, 5, new SplittableRandom(3)).table().value().toArray())
        .isEqualTo(Embedding.of(10, 5, new SplittableRandom(3)).table().value().toArray());
  }

  @ParameterizedTest
  @ValueSource(ints = {10, -1, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void anIdOutsideTheTableIsNamedWithItsPositionAndTheSize(int id) {
    Ids ids = new Ids(new int[] {1, 2, 3, 4, id, 5}, Shape.of(2, 3));
    assertThatThrownBy(() -> embedding(PLAIN).lookup(Tape.recording(), ids))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage(
            "id %d at position [1, 1] is outside words of size 10: expected 0 to 9".formatted(id));
    assertThatThrownBy(() -> embedding(PLAIN.withMaxNorm(1, 2)).lookup(Tape.recording(), ids))
        .hasMessageContaining("at position [1, 1]");
  }

  @Test
  void singleIdsOutsideTheTableAreRefusedEverywhere() {
    Embedding embedding = embedding(PLAIN);
    String message = "id 10 at position [0] is outside words of size 10: expected 0 to 9";
    assertThatThrownBy(() -> embedding.row(10)).hasMessage(message);
    assertThatThrownBy(() -> embedding.lock(10)).hasMessage(message);
    assertThatThrownBy(() -> embedding.unlock(10)).hasMessage(message);
    assertThatThrownBy(() -> embedding.isLocked(10)).hasMessage(message);
  }

  @Test
  void aTableNeedsRowsAndColumns() {
    assertThatThrownBy(() -> Embedding.of(0, 5, random))
        .hasMessage("embedding embedding: needs at least one row and one column, got 0 by 5");
  }

  // Where the gradient goes

  @Test
  void theGradientReachesExactlyTheRowsThatWereLookedUp() {
    Embedding embedding = embedding(PLAIN);
    Tape tape = Tape.recording();
    embedding.lookup(tape, IDS).sum().backward();
    assertThat(tape.gradients().of(embedding.table()).touchedRows()).containsExactly(1, 2, 3, 4, 9);
    assertThat(tape.gradient(embedding.table()).rowsThatDiffer(Tensor.zeros(10, 5)))
        .containsExactly(1, 2, 3, 4, 9);
  }

  @Test
  void eachOccurrenceAddsItsGradient() {
    Embedding embedding = embedding(PLAIN);
    Tape tape = Tape.recording();
    embedding.lookup(tape, IDS).sum().backward();
    assertThat(tape.gradient(embedding.table()).select(4).toArray()).containsOnly(2f);
    assertThat(tape.gradient(embedding.table()).select(9).toArray()).containsOnly(1f);
  }

  @Test
  void twoLookupsAddTheirGradients() {
    Embedding embedding = embedding(PLAIN);
    Tape tape = Tape.recording();
    embedding.lookup(tape, 1, 2).sum().backward();
    embedding.lookup(tape, 2, 3).sum().backward();
    assertThat(tape.gradient(embedding.table()).select(2).toArray()).containsOnly(2f);
  }

  @Test
  void aClearedGradientIsZeroEverywhere() {
    Embedding embedding = embedding(PLAIN);
    Tape tape = Tape.recording();
    embedding.lookup(tape, IDS).sum().backward();
    tape.gradients().clear();
    assertThat(tape.gradient(embedding.table()).toArray()).containsOnly(0f);
    assertThat(tape.gradients().of(embedding.table()).touchedRows()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(OptimiserKind.class)
  void rowsThatWereNeverLookedUpNeverMove(OptimiserKind kind) {
    Embedding embedding = embedding(PLAIN);
    Tensor before = embedding.table().value().copy();
    train(embedding, kind, IDS, Ids.of(1), IDS);
    assertThat(embedding.table().value().rowsThatDiffer(before)).containsExactly(1, 2, 3, 4, 9);
  }

  // Padding

  @ParameterizedTest
  @ValueSource(ints = {4, -6})
  void thePaddingRowIsZeroAtBirthAndStaysZero(int padding) {
    for (OptimiserKind kind : OptimiserKind.values()) {
      Embedding embedding = embedding(PLAIN.withPadding(padding));
      assertThat(embedding.row(4).toArray()).containsOnly(0f);
      train(embedding, kind, IDS, IDS);
      assertThat(embedding.row(4).toArray()).as("%s", kind).containsOnly(0f);
      assertThat(embedding.isLocked(4)).isTrue();
    }
  }

  @Test
  void paddingReceivesNoGradientAndChangesNoOther() {
    Tensor values = GradientCheck.random(3, 10, 5);
    Tensor plain = gradient(Embedding.fromPretrained("words", values, PLAIN, false), IDS);
    Tensor padded =
        gradient(Embedding.fromPretrained("words", values, PLAIN.withPadding(-6), false), IDS);
    assertThat(padded.rowsThatDiffer(plain)).containsExactly(4);
    assertThat(padded.select(4).toArray()).containsOnly(0f);
  }

  @Test
  void pretrainedPaddingKeepsItsValues() {
    Tensor values = GradientCheck.random(3, 10, 5);
    Embedding embedding = Embedding.fromPretrained("words", values, PLAIN.withPadding(4), false);
    train(embedding, OptimiserKind.ADAMW, IDS, IDS);
    assertThat(embedding.row(4).toArray()).isEqualTo(values.select(4).toArray());
  }

  @ParameterizedTest
  @ValueSource(ints = {10, -11})
  void paddingOutsideTheTableIsRefused(int padding) {
    assertThatThrownBy(() -> embedding(PLAIN.withPadding(padding)))
        .hasMessage(
            "embedding words: paddingId %d is outside a table of 10 rows".formatted(padding));
  }

  @Test
  void thePaddingRowCannotBeUnlocked() {
    Embedding embedding = embedding(PLAIN.withPadding(4));
    assertThat(embedding.unlock(4).isLocked(4)).isTrue();
    train(embedding, OptimiserKind.ADAM, IDS);
    assertThat(embedding.row(4).toArray()).containsOnly(0f);
  }

  // Locked rows

  @ParameterizedTest
  @EnumSource(OptimiserKind.class)
  void lockedRowsNeverMoveThoughMomentumWouldCarryThem(OptimiserKind kind) {
    for (EmbeddingOptions options :
        List.of(PLAIN, PLAIN.withSparseGradient(), PLAIN.withMaxNorm(0.5f, 2))) {
      Embedding embedding = embedding(options);
      train(embedding, kind, Ids.of(2));
      Optimiser optimiser =
          new Optimiser(OptimiserSettings.defaults().with(kind, 0.1f), List.of(embedding.table()));
      update(embedding, optimiser); // row 2 has momentum now
      embedding.lock(2);
      Tensor before = embedding.table().value().copy();
      update(embedding, optimiser);
      update(embedding, optimiser);
      assertThat(embedding.row(2).toArray())
          .as("%s", options)
          .isEqualTo(before.select(2).toArray());
      assertThat(embedding.row(1).toArray()).isNotEqualTo(before.select(1).toArray());

      embedding.unlock(2);
      update(embedding, optimiser);
      assertThat(embedding.row(2).toArray()).isNotEqualTo(before.select(2).toArray());
    }
  }

  private static void update(Embedding embedding, Optimiser optimiser) {
    Tape tape = Tape.recording();
    embedding.lookup(tape, 1, 2).sum().backward();
    optimiser.update(tape.gradients());
  }

  @Test
  void aLockedRowReceivesNoGradient() {
    Embedding embedding = embedding(PLAIN).lock(4);
    assertThat(gradient(embedding, IDS).rowsThatDiffer(Tensor.zeros(10, 5)))
        .containsExactly(1, 2, 3, 9);
  }

  // Maximum norm

  @Test
  void rowsAboveTheMaximumNormAreScaledDownInPlaceWhenTheyAreLookedUp() {
    Tensor values = Tensor.of(Shape.of(3, 2), 3, 4, 0.3f, 0.4f, 6, 8);
    Embedding embedding = Embedding.fromPretrained("words", values, PLAIN.withMaxNorm(1, 2), false);
    Value rows = embedding.lookup(Tape.recording(), 0, 1, 0);
    assertThat(rows.tensor().toArray())
        .containsExactly(new float[] {0.6f, 0.8f, 0.3f, 0.4f, 0.6f, 0.8f}, offset(1e-6f));
    assertThat(embedding.row(0).toArray()).isEqualTo(rows.tensor().select(0).toArray());
    assertThat(embedding.row(2).toArray()).as("a row that was not looked up").containsExactly(6, 8);
    assertThat(values.get(0, 0)).as("the vectors that were given").isEqualTo(3);
  }

  @Test
  void theGradientAfterScalingIsThatOfAPlainLookup() {
    Tensor values = GradientCheck.random(3, 10, 5);
    Tensor plain = gradient(Embedding.fromPretrained("words", values, PLAIN, false), IDS);
    Tensor bounded =
        gradient(Embedding.fromPretrained("words", values, PLAIN.withMaxNorm(0.5f, 1), false), IDS);
    assertThat(bounded.toArray()).isEqualTo(plain.toArray());
  }

  @Test
  void norms() {
    Tensor values = Tensor.of(Shape.of(1, 2), 3, -4);
    assertThat(lookedUp(values, 3.5f, 1f)).containsExactly(new float[] {1.5f, -2f}, offset(1e-6f));
    assertThat(lookedUp(values, 2.5f, 2f)).containsExactly(new float[] {1.5f, -2f}, offset(1e-6f));
    assertThat(lookedUp(values, 2f, Float.POSITIVE_INFINITY))
        .containsExactly(new float[] {1.5f, -2f}, offset(1e-6f));
    float half = (float) (Math.cbrt(27 + 64) / 2);
    assertThat(lookedUp(values, half, 3f)).containsExactly(new float[] {1.5f, -2f}, offset(1e-6f));
  }

  @Test
  void aRowThatIsExactlyAsLongAsAllowedStays() {
    Tensor values = Tensor.of(Shape.of(1, 2), 3, -4);
    assertThat(lookedUp(values, 7, 1f)).containsExactly(3, -4);
    assertThat(lookedUp(values, 5, 2f)).containsExactly(3, -4);
    assertThat(lookedUp(values, 4, Float.POSITIVE_INFINITY)).containsExactly(3, -4);
  }

  private static float[] lookedUp(Tensor values, float bound, float type) {
    Embedding embedding =
        Embedding.fromPretrained("words", values, PLAIN.withMaxNorm(bound, type), false);
    return embedding.lookup(Tape.recording(), 0).tensor().toArray();
  }

  @Test
  void aMatrixProductSeesTheScaledRows() {
    Embedding embedding =
        Embedding.fromPretrained(
            "words", Tensor.of(Shape.of(2, 2), 3, 4, 6, 8), PLAIN.withMaxNorm(1, 2), false);
    Linear output = Linear.tied("output", embedding.table());
    Tape tape = Tape.recording();
    Value x = tape.constant(Tensor.of(Shape.of(1, 2), 1, 1));
    assertThat(output.apply(tape, x).tensor().get(0, 0)).isEqualTo(7);
    embedding.lookup(tape, 0);
    assertThat(output.apply(tape, x).tensor().get(0, 0)).isBetween(1.39f, 1.41f);
  }

  @Test
  void impossibleBoundsAreRefused() {
    assertThatThrownBy(() -> PLAIN.withMaxNorm(0, 2))
        .hasMessage("embedding: maxNorm must be above 0, got 0.0");
    assertThatThrownBy(() -> PLAIN.withMaxNorm(Float.NaN, 2))
        .hasMessage("embedding: maxNorm must be above 0, got NaN");
    assertThatThrownBy(() -> PLAIN.withMaxNorm(1, -1))
        .hasMessage("embedding: normType must be above 0, got -1.0");
  }

  // Gradient by frequency

  @Test
  void scaledByFrequencyEachRowsGradientIsDividedByItsOccurrences() {
    Tensor values = GradientCheck.random(3, 10, 5);
    Tensor plain = gradient(Embedding.fromPretrained("words", values, PLAIN, false), IDS);
    Tensor scaled =
        gradient(
            Embedding.fromPretrained("words", values, PLAIN.withGradientScaledByFrequency(), false),
            IDS);
    int[] occurrences = {1, 2, 2, 1, 2, 1, 1, 1, 1, 1};
    for (int id = 0; id < 10; id++) {
      Elementwise.scaleInto(1f / occurrences[id], plain.select(id), plain.select(id));
      assertThat(scaled.select(id).toArray())
          .containsExactly(plain.select(id).toArray(), offset(1e-6f));
    }
  }

  // Sparse updates

  @Test
  void sparseGradientsAreThoseOfAPlainLookup() {
    Tensor values = GradientCheck.random(3, 10, 5);
    assertThat(
            gradient(
                    Embedding.fromPretrained("words", values, PLAIN.withSparseGradient(), false),
                    IDS)
                .toArray())
        .isEqualTo(
            gradient(Embedding.fromPretrained("words", values, PLAIN, false), IDS).toArray());
  }

  @ParameterizedTest
  @EnumSource(OptimiserKind.class)
  void sparseRowsMoveOnlyInUpdatesThatLookThemUp(OptimiserKind kind) {
    Embedding embedding = embedding(PLAIN.withSparseGradient());
    Optimiser optimiser =
        new Optimiser(OptimiserSettings.defaults().with(kind, 0.1f), List.of(embedding.table()));
    update(embedding, optimiser);
    Tensor before = embedding.table().value().copy();
    Tape tape = Tape.recording();
    embedding.lookup(tape, 2, 3).sum().backward();
    optimiser.update(tape.gradients());
    assertThat(embedding.table().value().rowsThatDiffer(before))
        .as("row 1 has momentum")
        .containsExactly(2, 3);
  }

  @ParameterizedTest
  @EnumSource(OptimiserKind.class)
  void denseRowsAreCarriedOnByTheirMomentsWhenTheyAreNotLookedUp(OptimiserKind kind) {
    Embedding embedding = embedding(PLAIN);
    Optimiser optimiser =
        new Optimiser(OptimiserSettings.defaults().with(kind, 0.1f), List.of(embedding.table()));
    update(embedding, optimiser);
    Tensor before = embedding.table().value().copy();
    Tape tape = Tape.recording();
    embedding.lookup(tape, 2, 3).sum().backward();
    optimiser.update(tape.gradients());
    assertThat(embedding.table().value().rowsThatDiffer(before)).containsExactly(1, 2, 3);
  }

  @Test
  void theFirstSparseUpdateIsThatOfADenseTable() {
    Tensor values = GradientCheck.random(3, 10, 5);
    Embedding dense = Embedding.fromPretrained("words", values, PLAIN, false);
    Embedding sparse = Embedding.fromPretrained("words", values, PLAIN.withSparseGradient(), false);
    train(dense, OptimiserKind.ADAM, IDS);
    train(sparse, OptimiserKind.ADAM, IDS);
    assertThat(sparse.table().value().toArray()).isEqualTo(dense.table().value().toArray());
  }

  @Test
  void aSparseUpdatesWorkDoesNotGrowWithTheTable() {
    // A table on which one dense update takes far longer than a thousand sparse ones may.
    Embedding embedding =
        Embedding.of(
            "words", 2_000_000, 8, PLAIN.withSparseGradient(), new Initialiser.Constant(1), random);
    Optimiser optimiser = new Optimiser(OptimiserSettings.defaults(), List.of(embedding.table()));
    Tape tape = Tape.recording();
    long begin = System.nanoTime();
    for (int i = 0; i < 1000; i++) {
      tape.reset();
      tape.gradients().clear();
      embedding.lookup(tape, i, 1000 * i, 1_999_999).sum().backward();
      optimiser.update(tape.gradients());
    }
    assertThat((System.nanoTime() - begin) / 1e9).as("seconds").isLessThan(5);
  }

  // From vectors that come from elsewhere

  @Test
  void pretrainedVectorsAreCopied() {
    Tensor values = GradientCheck.random(3, 10, 5);
    Embedding embedding = Embedding.fromPretrained("words", values, PLAIN, false);
    float before = values.get(1, 0);
    embedding.row(1).fill(0);
    assertThat(values.get(1, 0)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(OptimiserKind.class)
  void frozenRowsReceiveNoGradientAndStay(OptimiserKind kind) {
    Tensor values = GradientCheck.random(3, 10, 5);
    Embedding frozen = Embedding.fromPretrained("frozen", values, PLAIN, true);
    Embedding other = embedding(PLAIN);
    Optimiser optimiser =
        new Optimiser(
            OptimiserSettings.defaults().with(kind, 0.1f), List.of(frozen.table(), other.table()));
    Tape tape = Tape.recording();
    Value rows = frozen.lookup(tape, 1, 2);
    assertThat(rows.needsGradient()).isFalse();
    Elements.multiply(tape, rows, other.lookup(tape, 1, 2)).sum().backward();
    optimiser.update(tape.gradients());
    assertThat(frozen.table().value().toArray()).isEqualTo(values.toArray());
    assertThat(tape.gradient(frozen.table()).toArray()).containsOnly(0f);
  }

  @Test
  void unfrozenRowsMoveAgain() {
    Tensor values = GradientCheck.random(3, 10, 5);
    Embedding embedding = Embedding.fromPretrained("words", values, PLAIN, true);
    embedding.table().unfreeze();
    train(embedding, OptimiserKind.SGD, Ids.of(3));
    assertThat(embedding.table().value().rowsThatDiffer(values)).containsExactly(3);
  }

  @Test
  void vectorsMustBeAMatrix() {
    assertThatThrownBy(() -> Embedding.fromPretrained("words", Tensor.zeros(10), PLAIN, false))
        .hasMessage("embedding words: expected vectors [V, E], got [10]");
  }

  @Test
  void recordingOffNothingIsKept() {
    Embedding embedding = embedding(PLAIN);
    Tape tape = Tape.inference(new Workspace(), new Packs());
    Value rows = embedding.lookup(tape, IDS);
    assertThat(rows.needsGradient()).isFalse();
    assertThatThrownBy(() -> rows.sum().backward())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the tape does not record");
  }
}
