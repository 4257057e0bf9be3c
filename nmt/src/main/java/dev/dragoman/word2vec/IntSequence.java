package dev.dragoman.word2vec;

import java.util.Arrays;

/** Numbers that are appended one by one. */
final class IntSequence {

  private static final int MOST = Integer.MAX_VALUE - 8;

  private int[] values = new int[1024];
  private int size;

  void add(int value) {
    if (size == values.length) {
      grow();
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }

  private void grow() {
    if (size == MOST) {
      throw new Word2VecException(
          "the text has more than " + MOST + " words; train on a part of it");
    }
    values = Arrays.copyOf(values, (int) Math.min(MOST, 2L * size));
  }
}
