package dev.dragoman.model;

import dev.dragoman.tensor.Ids;
import java.util.Arrays;

/**
 * Decodes a batch by always taking the likeliest word, one row per sentence, none ever finished.
 */
final class GreedyDecoding {
  private final Decoding decoding;
  private int[] sentences = {};
  private int[] parents = {};
  private int[] words = {};
  private float[] logits = {};

  GreedyDecoding(Decoding decoding) {
    this.decoding = decoding;
  }

  void begin(Ids source, int[] lengths) {
    decoding.begin(source, lengths);
    sentences = new int[lengths.length];
    Arrays.setAll(sentences, b -> b);
    parents = new int[lengths.length];
    Arrays.fill(parents, -1);
    words = new int[lengths.length];
    Arrays.fill(words, SmallModels.BOS);
    logits = new float[lengths.length * decoding.vocabularySize()];
  }

  /** The next word of every sentence. */
  int[] step() {
    decoding.step(sentences.length, sentences, parents, words, logits);
    for (int b = 0; b < sentences.length; b++) {
      words[b] = largest(logits(b));
      parents[b] = b;
    }
    return words.clone();
  }

  float[] logits(int sentence) {
    int size = decoding.vocabularySize();
    return Arrays.copyOfRange(logits, sentence * size, (sentence + 1) * size);
  }

  float[] attention(int sentence) {
    float[] weights = new float[decoding.sourceLength(sentence)];
    decoding.attention(sentence, weights, 0);
    return weights;
  }

  private static int largest(float[] values) {
    int largest = 0;
    for (int i = 1; i < values.length; i++) {
      largest = values[i] > values[largest] ? i : largest;
    }
    return largest;
  }
}
