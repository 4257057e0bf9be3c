package dev.dragoman.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.dragoman.model.Seq2Seq;
import dev.dragoman.model.TableSide;
import dev.dragoman.vocab.Specials;
import dev.dragoman.word2vec.WordVectors;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportedVectorsTest {
  private static final ImportedVectors VECTORS =
      new ImportedVectors(
          "vectors.txt",
          WordVectors.of(
              List.of("la", "roi", "elsewhere", "<unk>"),
              3,
              new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 7, 7, 7}));

  @Test
  void rowsOfCoveredTokensAreOverwrittenAndNoOther() {
    Seq2Seq model = SmallModel.saved().model();
    float[] reine = model.table(TableSide.SOURCE).select(SmallModel.FRENCH.id("reine")).toArray();
    float[] unknown = model.table(TableSide.SOURCE).select(Specials.UNK).toArray();
    VECTORS.fill(model, TableSide.SOURCE, SmallModel.FRENCH);
    assertThat(model.table(TableSide.SOURCE).select(SmallModel.FRENCH.id("roi")).toArray())
        .containsExactly(4, 5, 6);
    assertThat(model.table(TableSide.SOURCE).select(SmallModel.FRENCH.id("reine")).toArray())
        .isEqualTo(reine);
    assertThat(model.table(TableSide.SOURCE).select(Specials.UNK).toArray()).isEqualTo(unknown);
  }

  @Test
  void coverageCountsTokensAndRunningWordsAndNamesTheMostFrequentWithout() {
    ImportedVectors.Coverage coverage = VECTORS.coverage(SmallModel.FRENCH);
    assertThat(coverage.covered()).isEqualTo(2);
    assertThat(coverage.tokens()).isEqualTo(5);
    assertThat(coverage.runningShare()).isCloseTo(4 / 8.0, within(1e-12));
    assertThat(coverage.uncovered()).containsExactly("reine", "femme", "le");
  }

  @Test
  void onlyCoveredRowsAreFrozen() {
    Seq2Seq model = SmallModel.saved().model();
    VECTORS.freeze(model, TableSide.SOURCE, SmallModel.FRENCH);
    assertThat(model.sourceEmbedding().isLocked(SmallModel.FRENCH.id("la"))).isTrue();
    assertThat(model.sourceEmbedding().isLocked(SmallModel.FRENCH.id("reine"))).isFalse();
    assertThat(model.targetEmbedding().isLocked(SmallModel.ENGLISH.id("king"))).isFalse();
  }

  @Test
  void vectorsOfAnotherSizeAreRefusedAndTheWayOutIsSaid() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VECTORS.requireSize(128))
        .withMessage(
            "vectors.txt: expected vectors of size 128, as the model's embeddings have, got size 3; give --model.embedding-size 3");
  }
}
