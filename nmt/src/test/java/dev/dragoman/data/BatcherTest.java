package dev.dragoman.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.data.BatchSettings.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BatcherTest {

  private static final long SEED = 42;
  private static final int COUNT = 1_003;
  private static final EncodedPairs PAIRS = ExamplePairs.random(COUNT, 1);

  private static Batcher batcher(int size, Unit unit) {
    return new Batcher(PAIRS, new BatchSettings(size, unit));
  }

  private static List<List<Integer>> plan(Epoch epoch) {
    List<List<Integer>> plan = new ArrayList<>();
    for (Batch batch : epoch) {
      plan.add(Arrays.stream(batch.pairs()).boxed().toList());
    }
    return plan;
  }

  @ParameterizedTest
  @EnumSource
  void everyPairComesOnceInAnEpoch(Unit unit) {
    Epoch epoch = batcher(100, unit).epoch(SEED, 1);
    assertThat(plan(epoch).stream().flatMap(List::stream).toList())
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, COUNT).boxed().toList());
  }

  @Test
  void batchesOfSentencesAreFullButForOne() {
    Epoch epoch = batcher(64, Unit.SENTENCES).epoch(SEED, 1);
    assertThat(epoch.size()).isEqualTo(16);
    assertThat(plan(epoch).stream().map(List::size).sorted().toList())
        .startsWith(COUNT - 15 * 64)
        .containsOnly(COUNT - 15 * 64, 64);
  }

  @Test
  void batchesOfTokensBoundBothSidesWithTheirPadding() {
    int size = 400;
    for (Batch batch : batcher(size, Unit.TOKENS).epoch(SEED, 1)) {
      assertThat(batch.sentences() * Math.max(batch.sourceWidth(), batch.targetWidth()))
          .isLessThanOrEqualTo(size);
    }
  }

  @Test
  void aPairLongerThanTheBatchStandsAlone() {
    assertThat(plan(batcher(1, Unit.TOKENS).epoch(SEED, 1))).hasSize(COUNT);
  }

  @Test
  void littleIsPadding() {
    double real = 0;
    double places = 0;
    for (Batch batch : batcher(32, Unit.SENTENCES).epoch(SEED, 1)) {
      real += batch.targetTokens();
      places += batch.targetOutput().length;
    }
    assertThat(real / places).isGreaterThan(0.95);
  }

  @Test
  void lengthsDoNotRiseOverAnEpoch() {
    List<Integer> widths = new ArrayList<>();
    batcher(64, Unit.SENTENCES).epoch(SEED, 1).forEach(batch -> widths.add(batch.targetWidth()));
    assertThat(widths).isNotEqualTo(widths.stream().sorted().toList());
  }

  @Test
  void theSameSeedAndEpochGiveTheSameBatches() {
    Batcher batcher = batcher(10, Unit.SENTENCES);
    assertThat(plan(batcher.epoch(SEED, 3))).isEqualTo(plan(batcher.epoch(SEED, 3)));
    assertThat(plan(batcher.epoch(SEED, 3))).isNotEqualTo(plan(batcher.epoch(SEED, 4)));
    assertThat(plan(batcher.epoch(SEED, 3))).isNotEqualTo(plan(batcher.epoch(SEED + 1, 3)));
  }

  @Test
  void pairsOfEqualLengthsMeetOthersInEachEpoch() {
    EncodedPairs equal = ExamplePairs.ofLengths(IntStream.range(0, 80).map(i -> 3).toArray());
    Batcher batcher = new Batcher(equal, new BatchSettings(8, Unit.SENTENCES));
    assertThat(plan(batcher.epoch(SEED, 1)))
        .doesNotContainAnyElementsOf(plan(batcher.epoch(SEED, 2)));
  }

  @Test
  void theBatchesAreTheSameOnEveryMachine() {
    EncodedPairs pairs = ExamplePairs.ofLengths(2, 2, 1, 1, 3, 3, 2, 2, 2, 2, 4, 1);
    Batcher batcher = new Batcher(pairs, new BatchSettings(2, Unit.SENTENCES));
    assertThat(plan(batcher.epoch(1, 1))).hasToString("[[5, 1], [2, 0], [3, 4]]");
  }

  @Test
  void validationGoesFromShortToLongWithoutShuffling() {
    EncodedPairs pairs = ExamplePairs.ofLengths(2, 2, 1, 1, 3, 3, 2, 2, 1, 2, 4, 1);
    Epoch epoch = new Batcher(pairs, new BatchSettings(2, Unit.SENTENCES)).inOrder();
    assertThat(plan(epoch)).isEqualTo(List.of(List.of(5, 1), List.of(0, 4), List.of(2, 3)));
  }

  @Test
  void anyBatchCanBeAskedForAlone() {
    Epoch epoch = batcher(64, Unit.SENTENCES).epoch(SEED, 1);
    assertThat(epoch.batch(9).pairs()).containsExactly(List.copyOf(toList(epoch)).get(9).pairs());
  }

  @Test
  void noPairsGiveNoBatches() {
    Batcher batcher = new Batcher(ExamplePairs.ofLengths(), BatchSettings.defaults());
    assertThat(batcher.epoch(SEED, 0).size()).isZero();
    assertThat(batcher.inOrder()).isEmpty();
  }

  @Test
  void aBatchOfNothingIsRefused() {
    assertThatThrownBy(() -> new BatchSettings(0, Unit.TOKENS))
        .hasMessage("size of a batch: expected at least 1, got 0");
  }

  private static List<Batch> toList(Epoch epoch) {
    List<Batch> batches = new ArrayList<>();
    epoch.forEach(batches::add);
    return batches;
  }
}
