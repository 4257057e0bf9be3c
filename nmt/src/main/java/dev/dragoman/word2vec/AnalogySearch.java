package dev.dragoman.word2vec;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the words nearest to b − a + c for many questions at once, by 3CosAdd over vectors of
 * length 1, in float.
 *
 * <p>The table is kept in blocks of words, and inside a block one row per component: scores of a
 * block are then sums of rows, which the JVM computes in vector registers, and a block stays in the
 * cache while all questions pass over it.
 */
final class AnalogySearch {

  private static final int BLOCK = 1024;

  private final float[][][] blocks;
  private final WordVectors vectors;
  private final int count;

  /** Over the first words. */
  AnalogySearch(WordVectors vectors, int count) {
    this.vectors = vectors;
    this.count = count;
    this.blocks = new float[(count + BLOCK - 1) / BLOCK][vectors.size()][BLOCK];
    for (int index = 0; index < count; index++) {
      double[] direction = vectors.direction(index);
      for (int i = 0; i < direction.length; i++) {
        blocks[index / BLOCK][i][index % BLOCK] = (float) direction[i];
      }
    }
  }

  /**
   * The best answers to each question, best first.
   *
   * @param questions indices of the words a, b and c, which are no answers themselves
   * @param k how many answers
   */
  int[][] answers(List<int[]> questions, int k) {
    float[][] directions = new float[questions.size()][];
    TopWords[] top = new TopWords[questions.size()];
    for (int q = 0; q < directions.length; q++) {
      directions[q] = direction(questions.get(q));
      top[q] = new TopWords(k);
    }
    float[] scores = new float[BLOCK];
    for (int block = 0; block < blocks.length; block++) {
      for (int q = 0; q < directions.length; q++) {
        score(blocks[block], directions[q], scores);
        offer(block * BLOCK, scores, questions.get(q), top[q]);
      }
    }
    int[][] answers = new int[directions.length][];
    for (int q = 0; q < answers.length; q++) {
      answers[q] = top[q].indices();
    }
    return answers;
  }

  private float[] direction(int[] question) {
    double[] a = vectors.direction(question[0]);
    double[] b = vectors.direction(question[1]);
    double[] c = vectors.direction(question[2]);
    float[] direction = new float[a.length];
    for (int i = 0; i < direction.length; i++) {
      direction[i] = (float) (b[i] - a[i] + c[i]);
    }
    return direction;
  }

  private static void score(float[][] block, float[] direction, float[] scores) {
    Arrays.fill(scores, 0f);
    for (int i = 0; i < direction.length; i++) {
      addScaled(direction[i], block[i], scores);
    }
  }

  private static void addScaled(float factor, float[] row, float[] scores) {
    for (int i = 0; i < scores.length; i++) {
      scores[i] += factor * row[i];
    }
  }

  private void offer(int first, float[] scores, int[] question, TopWords top) {
    int end = Math.min(BLOCK, count - first);
    for (int i = 0; i < end; i++) {
      int index = first + i;
      if (index != question[0] && index != question[1] && index != question[2]) {
        top.offer(index, scores[i]);
      }
    }
  }
}
