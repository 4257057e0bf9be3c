package dev.dragoman.word2vec;

import java.util.Arrays;

/** The k best of scored indices that come one by one; of equal scores the first is better. */
final class TopWords {

  private final double[] scores;
  private final int[] indices;
  private int count;

  TopWords(int k) {
    scores = new double[k];
    indices = new int[k];
  }

  void clear() {
    count = 0;
  }

  void offer(int index, double score) {
    int place = count;
    while (place > 0 && score > scores[place - 1]) {
      place--;
    }
    if (place == scores.length) {
      return;
    }
    count = Math.min(count + 1, scores.length);
    System.arraycopy(scores, place, scores, place + 1, count - 1 - place);
    System.arraycopy(indices, place, indices, place + 1, count - 1 - place);
    scores[place] = score;
    indices[place] = index;
  }

  int[] indices() {
    return Arrays.copyOf(indices, count);
  }

  double score(int place) {
    return scores[place];
  }
}
