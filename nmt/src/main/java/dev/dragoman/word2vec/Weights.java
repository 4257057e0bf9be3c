package dev.dragoman.word2vec;

import dev.dragoman.tensor.ChosenRows;
import java.util.Arrays;

/**
 * What is trained: one input vector per word, and one output vector per word (negative sampling) or
 * inner node of the tree (hierarchical softmax). Rows are padded with zeros to a whole number of
 * {@link ChosenRows#GROUP}; zeros stay zeros.
 */
final class Weights {

  private static final long MOST_FLOATS = Integer.MAX_VALUE - 8;
  private static final long INITIAL_STREAM = -1;

  private final int size;
  private final int stride;
  private final float[] input;
  private final float[] output;

  /** Input vectors drawn evenly from ±range / size, output vectors zero. */
  Weights(int words, int outputRows, Word2VecSettings settings) {
    size = settings.size();
    stride = (size + ChosenRows.GROUP - 1) / ChosenRows.GROUP * ChosenRows.GROUP;
    requireRoom(words);
    input = new float[words * stride];
    output = new float[outputRows * stride];
    float range = (float) (settings.initialRange() / size);
    Randomness random = new Randomness(settings.seed(), INITIAL_STREAM);
    for (int word = 0; word < words; word++) {
      for (int i = 0; i < size; i++) {
        input[word * stride + i] = random.signedUnit() * range;
      }
    }
  }

  /** Floats from the beginning of one row to that of the next. */
  int stride() {
    return stride;
  }

  float[] input() {
    return input;
  }

  float[] output() {
    return output;
  }

  /** The rows [V, D] of a padded table without their padding. */
  float[] unpadded(float[] table) {
    int rows = table.length / stride;
    float[] matrix = new float[rows * size];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(table, row * stride, matrix, row * size, size);
    }
    return matrix;
  }

  /** Whether every number is finite; where not, training diverged. */
  boolean areFinite() {
    float check = 0;
    for (float[] table : Arrays.asList(input, output)) {
      for (float value : table) {
        check += value * 0f;
      }
    }
    return check == 0f;
  }

  private void requireRoom(int words) {
    if ((long) words * stride > MOST_FLOATS) {
      throw new Word2VecException(
          words
              + " words of size "
              + size
              + " are more floats than an array can hold; raise the minimum count or lower the"
              + " size");
    }
  }
}
