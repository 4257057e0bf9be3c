package dev.dragoman.word2vec;

/**
 * Everything that decides which vectors come out of a text. The defaults are those of the original
 * tool and of gensim.
 *
 * @param kind skip-gram or continuous bag of words
 * @param loss negative sampling or hierarchical softmax
 * @param size D ≥ 1, floats per vector
 * @param window words to each side of the centre word that count as its context at most, ≥ 1; for
 *     every centre word a width is drawn evenly from 1 to this
 * @param negative drawn words per prediction, ≥ 1; hierarchical softmax does not look at it
 * @param negativeExponent words are drawn in proportion to count^exponent; 0.75 in the paper, 1
 *     follows the text, 0 is even, below 0 prefers rare words
 * @param sample share of the text above which a word is frequent and some of its occurrences are
 *     left out, in [0, 1]; useful from 1e-5 to 1e-3; 0 keeps all
 * @param minCount words that occur less often are left out, ≥ 1
 * @param epochs passes over the text, ≥ 1
 * @param threads ≥ 1; with one thread the same seed gives the same bytes, with more the threads
 *     overwrite each other's updates now and then
 * @param seed of all randomness
 * @param learningRate at the beginning, &gt; 0
 * @param minLearningRate at the end, in [0, learningRate]; the rate falls linearly with the words
 *     read, those that are left out included
 * @param initialRange vectors begin evenly in ±initialRange / size, &gt; 0; the original tool has
 *     0.5, gensim 1; with 2 a few epochs over a small text come as far as with more epochs
 *     otherwise
 * @param batchWords words of text that a thread takes at once, at one learning rate, ≥ 1
 */
public record Word2VecSettings(
    Word2VecKind kind,
    Word2VecLoss loss,
    int size,
    int window,
    int negative,
    double negativeExponent,
    double sample,
    int minCount,
    int epochs,
    int threads,
    long seed,
    double learningRate,
    double minLearningRate,
    double initialRange,
    int batchWords) {

  private static final int LARGEST_SIZE = 1 << 16;
  private static final int LARGEST_NEGATIVE = 10_000;

  /** Checks every setting. */
  public Word2VecSettings {
    requireBetween("size", size, 1, LARGEST_SIZE);
    requireBetween("window", window, 1, TrainingText.LONGEST_SENTENCE);
    requireBetween("negative", negative, 1, LARGEST_NEGATIVE);
    require(
        Double.isFinite(negativeExponent),
        "negativeExponent: expected a finite number, got " + negativeExponent);
    require(
        sample >= 0 && sample <= 1,
        "sample: expected a share of the text in [0, 1] such as 0.001, got " + sample);
    requireBetween("minCount", minCount, 1, Integer.MAX_VALUE);
    requireBetween("epochs", epochs, 1, Integer.MAX_VALUE);
    requireBetween("threads", threads, 1, Integer.MAX_VALUE);
    require(
        learningRate > 0 && Double.isFinite(learningRate),
        "learningRate: expected a number above 0, got " + learningRate);
    require(
        minLearningRate >= 0 && minLearningRate <= learningRate,
        "minLearningRate: expected a number from 0 to learningRate = "
            + learningRate
            + ", got "
            + minLearningRate);
    require(
        initialRange > 0 && Double.isFinite(initialRange),
        "initialRange: expected a number above 0, got " + initialRange);
    requireBetween("batchWords", batchWords, 1, Integer.MAX_VALUE);
  }

  /** The defaults of skip-gram. */
  public static Word2VecSettings defaults() {
    return defaults(Word2VecKind.SKIP_GRAM);
  }

  /**
   * Size 100, window 5, 5 negatives by count^0.75, sample 1e-3, minimum count 5, 5 epochs, one
   * thread, seed 1, learning rate 0.025 (skip-gram) or 0.05 (CBOW) down to 0.0001.
   */
  public static Word2VecSettings defaults(Word2VecKind kind) {
    return new Word2VecSettings(
        kind,
        Word2VecLoss.NEGATIVE_SAMPLING,
        100,
        5,
        5,
        0.75,
        1e-3,
        5,
        5,
        1,
        1,
        defaultLearningRate(kind),
        1e-4,
        2,
        10_000);
  }

  private static double defaultLearningRate(Word2VecKind kind) {
    return switch (kind) {
      case SKIP_GRAM -> 0.025;
      case CBOW -> 0.05;
    };
  }

  /** These settings with another loss. */
  public Word2VecSettings withLoss(Word2VecLoss another) {
    return new Word2VecSettings(
        kind,
        another,
        size,
        window,
        negative,
        negativeExponent,
        sample,
        minCount,
        epochs,
        threads,
        seed,
        learningRate,
        minLearningRate,
        initialRange,
        batchWords);
  }

  /** These settings with another size of the vectors. */
  public Word2VecSettings withSize(int floats) {
    return new Word2VecSettings(
        kind,
        loss,
        floats,
        window,
        negative,
        negativeExponent,
        sample,
        minCount,
        epochs,
        threads,
        seed,
        learningRate,
        minLearningRate,
        initialRange,
        batchWords);
  }

  /** These settings with another window. */
  public Word2VecSettings withWindow(int words) {
    return new Word2VecSettings(
        kind,
        loss,
        size,
        words,
        negative,
        negativeExponent,
        sample,
        minCount,
        epochs,
        threads,
        seed,
        learningRate,
        minLearningRate,
        initialRange,
        batchWords);
  }

  /** These settings with another number of drawn words, drawn in proportion to count^exponent. */
  public Word2VecSettings withNegative(int words, double exponent) {
    return new Word2VecSettings(
        kind,
        loss,
        size,
        window,
        words,
        exponent,
        sample,
        minCount,
        epochs,
        threads,
        seed,
        learningRate,
        minLearningRate,
        initialRange,
        batchWords);
  }

  /** These settings with another threshold for frequent words. */
  public Word2VecSettings withSample(double share) {
    return new Word2VecSettings(
        kind,
        loss,
        size,
        window,
        negative,
        negativeExponent,
        share,
        minCount,
        epochs,
        threads,
        seed,
        learningRate,
        minLearningRate,
        initialRange,
        batchWords);
  }

  /** These settings with another minimum count. */
  public Word2VecSettings withMinCount(int occurrences) {
    return new Word2VecSettings(
        kind,
        loss,
        size,
        window,
        negative,
        negativeExponent,
        sample,
        occurrences,
        epochs,
        threads,
        seed,
        learningRate,
        minLearningRate,
        initialRange,
        batchWords);
  }

  /** These settings with another number of epochs. */
  public Word2VecSettings withEpochs(int passes) {
    return new Word2VecSettings(
        kind,
        loss,
        size,
        window,
        negative,
        negativeExponent,
        sample,
        minCount,
        passes,
        threads,
        seed,
        learningRate,
        minLearningRate,
        initialRange,
        batchWords);
  }

  /** These settings with another number of threads. */
  public Word2VecSettings withThreads(int count) {
    return new Word2VecSettings(
        kind,
        loss,
        size,
        window,
        negative,
        negativeExponent,
        sample,
        minCount,
        epochs,
        count,
        seed,
        learningRate,
        minLearningRate,
        initialRange,
        batchWords);
  }

  /** These settings with another seed. */
  public Word2VecSettings withSeed(long another) {
    return new Word2VecSettings(
        kind,
        loss,
        size,
        window,
        negative,
        negativeExponent,
        sample,
        minCount,
        epochs,
        threads,
        another,
        learningRate,
        minLearningRate,
        initialRange,
        batchWords);
  }

  /** These settings with another learning rate, falling from the first to the last. */
  public Word2VecSettings withLearningRate(double first, double last) {
    return new Word2VecSettings(
        kind,
        loss,
        size,
        window,
        negative,
        negativeExponent,
        sample,
        minCount,
        epochs,
        threads,
        seed,
        first,
        last,
        initialRange,
        batchWords);
  }

  /** These settings with vectors that begin in ±range / size. */
  public Word2VecSettings withInitialRange(double range) {
    return new Word2VecSettings(
        kind,
        loss,
        size,
        window,
        negative,
        negativeExponent,
        sample,
        minCount,
        epochs,
        threads,
        seed,
        learningRate,
        minLearningRate,
        range,
        batchWords);
  }

  /** These settings with another number of words that a thread takes at once. */
  public Word2VecSettings withBatchWords(int words) {
    return new Word2VecSettings(
        kind,
        loss,
        size,
        window,
        negative,
        negativeExponent,
        sample,
        minCount,
        epochs,
        threads,
        seed,
        learningRate,
        minLearningRate,
        initialRange,
        words);
  }

  private static void requireBetween(String name, int value, int least, int most) {
    require(value >= least, name + ": expected at least " + least + ", got " + value);
    require(value <= most, name + ": expected at most " + most + ", got " + value);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
