package dev.dragoman.word2vec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words and vectors that are read one by one; grows with them, whatever a header promises. */
final class VectorRows {

  private static final int MOST_FLOATS = Integer.MAX_VALUE - 8;

  private final String file;
  private final List<String> words = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private int size;
  private float[] matrix = new float[1024];
  private int filled;

  /**
   * Of a file.
   *
   * @param size D, or 0 if the first row will tell
   */
  VectorRows(String file, int size) {
    this.file = file;
    this.size = size;
  }

  boolean sizeIsKnown() {
    return size > 0;
  }

  int size() {
    return size;
  }

  int count() {
    return words.size();
  }

  void setSize(int numbers, String where) {
    if (numbers < 1) {
      throw new Word2VecException(
          where + ": expected a word and numbers after it; this is no file of word vectors");
    }
    size = numbers;
  }

  void begin(String word, String where) {
    if (word.isEmpty()) {
      throw new Word2VecException(where + ": the word is empty");
    }
    Integer before = numbers.putIfAbsent(word, words.size() + 1);
    if (before != null) {
      throw new Word2VecException(
          where + ": the word '" + word + "' has a vector already, the file's number " + before);
    }
    words.add(word);
  }

  void add(float value, String where) {
    if (!Float.isFinite(value)) {
      throw new Word2VecException(
          where + ", word '" + words.getLast() + "': expected finite numbers, got " + value);
    }
    if (filled == matrix.length) {
      grow();
    }
    matrix[filled++] = value;
  }

  WordVectors finish() {
    if (words.isEmpty()) {
      throw new Word2VecException(file + ": no vectors in it");
    }
    return WordVectors.of(words, size, Arrays.copyOf(matrix, filled));
  }

  private void grow() {
    if (filled == MOST_FLOATS) {
      throw new Word2VecException(
          file + ": more floats than an array can hold; read the first part with a limit");
    }
    matrix = Arrays.copyOf(matrix, (int) Math.min(MOST_FLOATS, 2L * filled));
  }
}
