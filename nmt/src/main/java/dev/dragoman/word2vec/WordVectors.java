package dev.dragoman.word2vec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Words and their vectors [V, D], in the order of training: the most frequent word first.
 * Immutable, safe for many threads.
 *
 * <p>Nearness is the cosine. A vector of zeros, which has no direction, has cosine 0 with
 * everything.
 */
public final class WordVectors {

  private static final double MULTIPLICATION_EPSILON = 1e-6;
  private static final int SUGGESTIONS = 3;

  private final List<String> words;
  private final Map<String, Integer> indices;
  private final long @Nullable [] counts;
  private final int size;
  private final float[] matrix;
  private final double[] norms;
  private final @Nullable WordVectors context;

  private WordVectors(
      List<String> words,
      Map<String, Integer> indices,
      long @Nullable [] counts,
      int size,
      float[] matrix,
      double[] norms,
      @Nullable WordVectors context) {
    this.words = words;
    this.indices = indices;
    this.counts = counts;
    this.size = size;
    this.matrix = matrix;
    this.norms = norms;
    this.context = context;
  }

  /**
   * Vectors without counts, for example from a file.
   *
   * @param words V different words
   * @param size D, floats per vector
   * @param matrix [V, D], row-major; not copied, and not to be written to afterwards
   */
  public static WordVectors of(List<String> words, int size, float[] matrix) {
    return create(List.copyOf(words), null, size, matrix);
  }

  /**
   * Vectors of counted words.
   *
   * @param words V words with their counts
   * @param size D, floats per vector
   * @param matrix [V, D], row-major; not copied, and not to be written to afterwards
   */
  public static WordVectors of(WordCounts words, int size, float[] matrix) {
    return create(words.words(), words.counts(), size, matrix);
  }

  private static WordVectors create(
      List<String> words, long @Nullable [] counts, int size, float[] matrix) {
    if (size < 1) {
      throw new IllegalArgumentException("size: expected at least 1, got " + size);
    }
    if ((long) words.size() * size != matrix.length) {
      throw new IllegalArgumentException(
          "matrix: expected [V="
              + words.size()
              + ", D="
              + size
              + "] = "
              + (long) words.size() * size
              + " floats, got "
              + matrix.length);
    }
    Map<String, Integer> indices = HashMap.newHashMap(words.size());
    for (String word : words) {
      if (indices.putIfAbsent(word, indices.size()) != null) {
        throw new IllegalArgumentException("words: '" + word + "' occurs twice");
      }
    }
    return new WordVectors(words, indices, counts, size, matrix, norms(size, matrix), null);
  }

  private static double[] norms(int size, float[] matrix) {
    double[] norms = new double[matrix.length / size];
    for (int row = 0; row < norms.length; row++) {
      double sum = 0;
      for (int i = row * size; i < (row + 1) * size; i++) {
        sum += (double) matrix[i] * matrix[i];
      }
      norms[row] = Math.sqrt(sum);
    }
    return norms;
  }

  WordVectors withContext(WordVectors vectors) {
    return new WordVectors(words, indices, counts, size, matrix, norms, vectors);
  }

  /** V, how many words there are. */
  public int count() {
    return words.size();
  }

  /** D, floats per vector. */
  public int size() {
    return size;
  }

  /** The words in order. */
  public List<String> words() {
    return words;
  }

  /** Where a word stands, if it is one of these. */
  public OptionalInt indexOf(String word) {
    Integer index = indices.get(word);
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** How often the word occurred in the text, where that is known: a vector file does not say. */
  public OptionalLong occurrences(int index) {
    return counts == null ? OptionalLong.empty() : OptionalLong.of(counts[index]);
  }

  /**
   * The vector [D] of a word, as a copy.
   *
   * @throws IllegalArgumentException if the word is none of these
   */
  public float[] vector(String word) {
    return vector(require(word));
  }

  /** The vector [D] of the word with this index, as a copy. */
  public float[] vector(int index) {
    int row = Math.multiplyExact(index, size);
    return Arrays.copyOfRange(matrix, row, row + size);
  }

  /** Overwrites an array [D] with the vector of the word with this index. */
  public void copyInto(int index, float[] vector) {
    System.arraycopy(matrix, Math.multiplyExact(index, size), vector, 0, size);
  }

  /** All vectors [V, D], row-major, as a copy. */
  public float[] matrix() {
    return matrix.clone();
  }

  /**
   * The output vectors that negative sampling trained beside these: how a word is predicted, where
   * these are how it predicts. None after hierarchical softmax or from a file.
   */
  public Optional<WordVectors> context() {
    return Optional.ofNullable(context);
  }

  /**
   * The cosine of two words.
   *
   * @throws IllegalArgumentException if one of them is none of these
   */
  public double similarity(String a, String b) {
    return similarity(require(a), require(b));
  }

  /** The same number both ways round, and exactly 1 for a word and itself: equal pairs must tie. */
  double similarity(int a, int b) {
    double norm = norms[a] * norms[b];
    if (a == b || norm == 0) {
      return norm > 0 ? 1 : 0;
    }
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += (double) matrix[a * size + i] * matrix[b * size + i];
    }
    return sum / norm;
  }

  /**
   * The k words nearest to a word, itself left out, nearest first; fewer where there are no more.
   *
   * @throws IllegalArgumentException if the word is none of these
   */
  public List<Neighbour> neighbours(String word, int k) {
    int index = require(word);
    return best(plain(direction(index)), new int[] {index}, k);
  }

  /** The k words nearest to a vector [D], nearest first; fewer where there are no more. */
  public List<Neighbour> neighbours(float[] vector, int k) {
    if (vector.length != size) {
      throw new IllegalArgumentException(
          "vector: expected [D=" + size + "], got [" + vector.length + "]");
    }
    double[] direction = new double[size];
    for (int i = 0; i < size; i++) {
      direction[i] = vector[i];
    }
    return best(plain(normalised(direction)), new int[0], k);
  }

  /**
   * The k best answers to an analogy question, best first; fewer where there are no more.
   *
   * @throws IllegalArgumentException if a word of the question is none of these
   */
  public List<Neighbour> answers(Analogy question, int k) {
    return best(scores(question), leftOut(question), k);
  }

  /**
   * At which place a word comes among all answers to an analogy question, from 1.
   *
   * @throws IllegalArgumentException if the word is none of these, or is left out of the answers
   */
  public int rank(Analogy question, String answer) {
    int index = require(answer);
    int[] leftOut = leftOut(question);
    if (contains(leftOut, index)) {
      throw new IllegalArgumentException(
          "answer: '" + answer + "' is a question word, which is left out of the answers");
    }
    double[] scores = scores(question);
    int rank = 1;
    for (int i = 0; i < scores.length; i++) {
      boolean better = scores[i] > scores[index] || (scores[i] == scores[index] && i < index);
      if (better && !contains(leftOut, i)) {
        rank++;
      }
    }
    return rank;
  }

  private double[] scores(Analogy question) {
    int[] positive = require(question.positive());
    int[] negative = require(question.negative());
    return switch (question.method()) {
      case COS_ADD -> plain(sum(positive, negative));
      case COS_MUL -> product(positive, negative);
    };
  }

  private int[] leftOut(Analogy question) {
    return switch (question.questionWords()) {
      case LEFT_IN -> new int[0];
      case LEFT_OUT -> {
        List<String> asked = new ArrayList<>(question.positive());
        asked.addAll(question.negative());
        yield require(asked);
      }
    };
  }

  private double[] plain(double[] direction) {
    double[] scores = new double[count()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = cosine(i, direction);
    }
    return scores;
  }

  private double[] sum(int[] positive, int[] negative) {
    double[] sum = new double[size];
    for (int index : positive) {
      add(1, direction(index), sum);
    }
    for (int index : negative) {
      add(-1, direction(index), sum);
    }
    return normalised(sum);
  }

  private double[] product(int[] positive, int[] negative) {
    double[] product = new double[count()];
    double[] divisor = new double[count()];
    Arrays.fill(product, 1);
    Arrays.fill(divisor, 1);
    for (int index : positive) {
      multiplyByNearness(product, index);
    }
    for (int index : negative) {
      multiplyByNearness(divisor, index);
    }
    for (int i = 0; i < product.length; i++) {
      product[i] /= divisor[i] + MULTIPLICATION_EPSILON;
    }
    return product;
  }

  private void multiplyByNearness(double[] product, int index) {
    double[] direction = direction(index);
    for (int i = 0; i < product.length; i++) {
      product[i] *= (1 + cosine(i, direction)) / 2;
    }
  }

  private List<Neighbour> best(double[] scores, int[] leftOut, int k) {
    if (k < 0) {
      throw new IllegalArgumentException("k: expected at least 0, got " + k);
    }
    TopWords top = new TopWords(Math.min(k, count()));
    for (int i = 0; i < scores.length; i++) {
      if (!contains(leftOut, i)) {
        top.offer(i, scores[i]);
      }
    }
    List<Neighbour> best = new ArrayList<>();
    for (int index : top.indices()) {
      best.add(new Neighbour(words.get(index), index, scores[index]));
    }
    return best;
  }

  /** The word's vector at length 1, or zeros. */
  double[] direction(int index) {
    double[] direction = new double[size];
    double norm = norms[index];
    for (int i = 0; i < size && norm > 0; i++) {
      direction[i] = matrix[index * size + i] / norm;
    }
    return direction;
  }

  private double cosine(int index, double[] direction) {
    double sum = 0;
    int row = index * size;
    for (int i = 0; i < size; i++) {
      sum += matrix[row + i] * direction[i];
    }
    return norms[index] > 0 ? sum / norms[index] : 0;
  }

  private static void add(double factor, double[] vector, double[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * vector[i];
    }
  }

  private static double[] normalised(double[] vector) {
    double squares = 0;
    for (double value : vector) {
      squares += value * value;
    }
    double norm = Math.sqrt(squares);
    for (int i = 0; i < vector.length && norm > 0; i++) {
      vector[i] /= norm;
    }
    return vector;
  }

  private static boolean contains(int[] indices, int index) {
    for (int each : indices) {
      if (each == index) {
        return true;
      }
    }
    return false;
  }

  private int[] require(List<String> asked) {
    return asked.stream().mapToInt(this::require).toArray();
  }

  private int require(String word) {
    Integer index = indices.get(word);
    if (index != null) {
      return index;
    }
    throw new IllegalArgumentException(
        "'"
            + word
            + "' is none of the "
            + count()
            + " words"
            + SimilarSpelling.question(SimilarSpelling.of(word, words, SUGGESTIONS)));
  }
}
