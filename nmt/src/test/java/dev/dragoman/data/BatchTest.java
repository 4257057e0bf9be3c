package dev.dragoman.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest {

  /** Words, without EOS: sources 1, 3, 2; targets 2, 1, 4. */
  private static final EncodedPairs PAIRS = ExamplePairs.ofLengths(1, 2, 3, 1, 2, 4);

  @Test
  void rowsAreSortedByFallingSourceLengthAndPadded() {
    Batch batch = Batch.of(PAIRS, 0, 1, 2);
    assertThat(batch.pairs()).containsExactly(1, 2, 0);
    assertThat(batch.sourceLengths()).containsExactly(4, 3, 2);
    assertThat(batch.targetLengths()).containsExactly(2, 5, 3);
    int[] a = PAIRS.source(0);
    int[] b = PAIRS.source(1);
    int[] c = PAIRS.source(2);
    assertThat(batch.sourceIds())
        .containsExactly(b[0], b[1], b[2], 3, c[0], c[1], 3, 0, a[0], 3, 0, 0);
  }

  @Test
  void targetInputBeginsWithBosAndTargetOutputEndsWithEos() {
    Batch batch = Batch.of(PAIRS, 0, 1);
    int[] a = PAIRS.target(0);
    int[] b = PAIRS.target(1);
    assertThat(batch.targetInput()).containsExactly(2, b[0], 0, 2, a[0], a[1]);
    assertThat(batch.targetOutput()).containsExactly(b[0], 3, 0, a[0], a[1], 3);
  }

  @Test
  void sizesAndRealTokensAreCounted() {
    Batch batch = Batch.of(PAIRS, 0, 1, 2);
    assertThat(batch.sentences()).isEqualTo(3);
    assertThat(batch.sourceWidth()).isEqualTo(4);
    assertThat(batch.targetWidth()).isEqualTo(5);
    assertThat(batch.sourceTokens()).isEqualTo(9);
    assertThat(batch.targetTokens()).isEqualTo(10);
  }

  @Test
  void equalSourceLengthsStayInTheirOrder() {
    EncodedPairs pairs = ExamplePairs.ofLengths(2, 1, 5, 1, 2, 3, 2, 2);
    assertThat(Batch.of(pairs, 3, 0, 1, 2).pairs()).containsExactly(1, 3, 0, 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 17})
  void shardsTogetherHaveEveryRowOnceAndAreTrimmed(int count) {
    EncodedPairs pairs = ExamplePairs.random(17, 3);
    Batch whole = Batch.of(pairs, java.util.stream.IntStream.range(0, 17).toArray());
    List<Batch> shards = whole.shards(count);
    assertThat(shards).hasSize(count);
    assertThat(shards.stream().flatMapToInt(shard -> Arrays.stream(shard.pairs())).toArray())
        .containsExactlyInAnyOrder(whole.pairs());
    for (Batch shard : shards) {
      assertThat(shard.sentences()).isBetween(17 / count, (17 + count - 1) / count);
      assertThat(shard).usingRecursiveComparison().isEqualTo(Batch.of(pairs, shard.pairs()));
    }
  }

  @Test
  void shardsShareLongAndShortSentences() {
    EncodedPairs pairs = ExamplePairs.random(64, 5);
    Batch whole = Batch.of(pairs, java.util.stream.IntStream.range(0, 64).toArray());
    List<Batch> shards = whole.shards(2);
    assertThat(shards.get(0).sourceTokens() - shards.get(1).sourceTokens())
        .isBetween(0, whole.sourceWidth());
  }

  @Test
  void noMoreShardsThanSentences() {
    assertThat(Batch.of(PAIRS, 0, 1).shards(8)).hasSize(2);
    assertThatThrownBy(() -> Batch.of(PAIRS, 0).shards(0))
        .hasMessage("shards: expected at least 1, got 0");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 100, 1000})
  void piecesKeepWithinSomePositionsUnlessOneSentenceHasMore(int positions) {
    EncodedPairs pairs = ExamplePairs.random(17, 3);
    Batch whole = Batch.of(pairs, java.util.stream.IntStream.range(0, 17).toArray());
    List<Batch> pieces = whole.pieces(positions);
    assertThat(pieces.stream().flatMapToInt(piece -> Arrays.stream(piece.pairs())).toArray())
        .containsExactlyInAnyOrder(whole.pairs());
    for (Batch piece : pieces) {
      int width = Math.max(piece.sourceWidth(), piece.targetWidth());
      assertThat(piece.sentences() == 1 || piece.sentences() * width <= positions).isTrue();
    }
  }

  @Test
  void aSmallBatchIsItsOnlyPiece() {
    Batch batch = Batch.of(PAIRS, 0, 1);
    assertThat(batch.pieces(1000)).containsExactly(batch);
    assertThatThrownBy(() -> batch.pieces(0)).hasMessage("positions: expected at least 1, got 0");
  }

  @Test
  void shapesThatDoNotFitAreRefusedByName() {
    int[] two = {3, 3};
    assertThatThrownBy(
            () -> new Batch(two, new int[] {1, 1}, two, new int[3], new int[] {1, 1}, two))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("targetOutput: [B, T]: expected 2 values, got 3");
    assertThatThrownBy(() -> Batch.of(PAIRS)).hasMessageContaining("at least one sentence pair");
  }
}
