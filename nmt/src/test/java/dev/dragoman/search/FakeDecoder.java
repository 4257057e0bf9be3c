package dev.dragoman.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs a {@link FakeModel}: its decoder state is the prefix. Holds the search to its side of the
 * contract and remembers how many rows each step had.
 */
final class FakeDecoder implements StepDecoder {
  /** A source sentence, of which only a key and a length matter. */
  record Source(int key, int length) {}

  private final int vocabularySize;
  private final FakeModel model;
  private final List<Source> sources;
  private final List<Integer> rowsOfStep = new ArrayList<>();
  private int[] sentenceOfRow = new int[0];
  private int[][] prefixOfRow = new int[0][];

  FakeDecoder(int vocabularySize, FakeModel model, Source... sources) {
    this.vocabularySize = vocabularySize;
    this.model = model;
    this.sources = List.of(sources);
  }

  List<Integer> rowsOfStep() {
    return rowsOfStep;
  }

  @Override
  public int vocabularySize() {
    return vocabularySize;
  }

  @Override
  public int sentences() {
    return sources.size();
  }

  @Override
  public int sourceLength(int sentence) {
    return sources.get(sentence).length();
  }

  @Override
  public void step(int rows, int[] sentence, int[] parentRow, int[] previousIds, float[] logits) {
    assertThat(rows).isPositive();
    Arrays.fill(logits, Float.NaN);
    int[][] prefixes = new int[rows][];
    for (int row = 0; row < rows; row++) {
      prefixes[row] = prefix(sentence[row], parentRow[row], previousIds[row]);
      assertThat(row == 0 || sentence[row - 1] <= sentence[row]).as("order of rows").isTrue();
      float[] ofRow = model.logits(sources.get(sentence[row]).key(), prefixes[row]);
      System.arraycopy(ofRow, 0, logits, row * vocabularySize, vocabularySize);
    }
    prefixOfRow = prefixes;
    sentenceOfRow = Arrays.copyOf(sentence, rows);
    rowsOfStep.add(rows);
  }

  private int[] prefix(int sentence, int parentRow, int previousId) {
    if (rowsOfStep.isEmpty()) {
      assertThat(parentRow).as("parent row in the first step").isEqualTo(-1);
      assertThat(previousId).as("id before the first step").isEqualTo(FakeModel.BOS);
      return new int[0];
    }
    assertThat(sentenceOfRow[parentRow]).as("sentence of the parent row").isEqualTo(sentence);
    return FakeModel.append(prefixOfRow[parentRow], previousId);
  }

  @Override
  public void attention(int row, float[] out, int offset) {
    Source source = sources.get(sentenceOfRow[row]);
    float[] weights = FakeModel.attention(source.key(), prefixOfRow[row], source.length());
    System.arraycopy(weights, 0, out, offset, weights.length);
  }
}
