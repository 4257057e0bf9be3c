package dev.dragoman.word2vec;

import java.util.List;

/**
 * An analogy question: which word is like the positive ones and unlike the negative ones?
 *
 * @param positive at least one word
 * @param negative may be none
 * @param method how answers are scored
 * @param questionWords whether the words above may be answers
 */
public record Analogy(
    List<String> positive,
    List<String> negative,
    AnalogyMethod method,
    QuestionWords questionWords) {

  /** Checks that something is asked. */
  public Analogy {
    positive = List.copyOf(positive);
    negative = List.copyOf(negative);
    if (positive.isEmpty()) {
      throw new IllegalArgumentException("positive: expected at least one word, got none");
    }
  }

  /**
   * a is to b as c is to … what? Man is to king as woman is to queen: b − a + c, by 3CosAdd, the
   * question words left out.
   */
  public static Analogy of(String a, String b, String c) {
    return new Analogy(List.of(b, c), List.of(a), AnalogyMethod.COS_ADD, QuestionWords.LEFT_OUT);
  }

  /** The same question scored by another method. */
  public Analogy with(AnalogyMethod another) {
    return new Analogy(positive, negative, another, questionWords);
  }

  /** The same question with its words left out of the answers or in. */
  public Analogy with(QuestionWords another) {
    return new Analogy(positive, negative, method, another);
  }
}
