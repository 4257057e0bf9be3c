package dev.dragoman.translate;

import dev.dragoman.model.Decoding;
import dev.dragoman.search.StepDecoder;

/** The model as the search sees it. */
record ModelDecoder(Decoding decoding) implements StepDecoder {
  @Override
  public int vocabularySize() {
    return decoding.vocabularySize();
  }

  @Override
  public int sentences() {
    return decoding.sentences();
  }

  @Override
  public int sourceLength(int sentence) {
    return decoding.sourceLength(sentence);
  }

  @Override
  public float[] logits(int size) {
    return decoding.logits(size);
  }

  @Override
  public void step(int rows, int[] sentence, int[] parentRow, int[] previousIds, float[] logits) {
    decoding.step(rows, sentence, parentRow, previousIds, logits);
  }

  @Override
  public void attention(int row, float[] out, int offset) {
    decoding.attention(row, out, offset);
  }
}
