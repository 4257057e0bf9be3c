package dev.dragoman.word2vec;

/**
 * How vectors are evaluated.
 *
 * @param mostFrequent only so many words from the beginning take part, in questions and as answers,
 *     ≥ 1
 * @param letterCase whether case counts
 * @param unknownWords what becomes of questions with other words
 * @param threads that look for answers, ≥ 1; the result does not depend on them
 */
public record EvaluationSettings(
    int mostFrequent, LetterCase letterCase, UnknownWords unknownWords, int threads) {

  /** Checks the numbers. */
  public EvaluationSettings {
    if (mostFrequent < 1) {
      throw new IllegalArgumentException("mostFrequent: expected at least 1, got " + mostFrequent);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads: expected at least 1, got " + threads);
    }
  }

  /** gensim's: the first 300,000 words, case ignored, unknown words skipped; one thread. */
  public static EvaluationSettings defaults() {
    return new EvaluationSettings(300_000, LetterCase.IGNORED, UnknownWords.SKIP, 1);
  }

  /** These settings with another number of words that take part. */
  public EvaluationSettings withMostFrequent(int words) {
    return new EvaluationSettings(words, letterCase, unknownWords, threads);
  }

  /** These settings with case counting or not. */
  public EvaluationSettings withLetterCase(LetterCase another) {
    return new EvaluationSettings(mostFrequent, another, unknownWords, threads);
  }

  /** These settings with unknown words treated another way. */
  public EvaluationSettings withUnknownWords(UnknownWords another) {
    return new EvaluationSettings(mostFrequent, letterCase, another, threads);
  }

  /** These settings with another number of threads. */
  public EvaluationSettings withThreads(int count) {
    return new EvaluationSettings(mostFrequent, letterCase, unknownWords, count);
  }
}
