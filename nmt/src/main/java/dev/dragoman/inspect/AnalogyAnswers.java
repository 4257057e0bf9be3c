package dev.dragoman.inspect;

import dev.dragoman.word2vec.AnalogyMethod;
import dev.dragoman.word2vec.QuestionWords;
import java.util.List;

/**
 * Answers to "a is to b as c is to what?", which are sought near b − a + c.
 *
 * @param a man
 * @param b king
 * @param c woman
 * @param rankings the best answers, by each method, with question words left out and in
 */
public record AnalogyAnswers(String a, String b, String c, List<Ranking> rankings) {

  /**
   * The best answers by one method.
   *
   * @param method how answers were scored
   * @param questionWords whether the question's words could be answers
   * @param answers best first
   */
  public record Ranking(
      AnalogyMethod method, QuestionWords questionWords, List<RankedToken> answers) {

    /** Copies the list. */
    public Ranking {
      answers = List.copyOf(answers);
    }
  }

  /** Copies the list. */
  public AnalogyAnswers {
    rankings = List.copyOf(rankings);
  }

  /** The best answers by one method. */
  public List<RankedToken> answers(AnalogyMethod method, QuestionWords questionWords) {
    return rankings.stream()
        .filter(ranking -> ranking.method() == method && ranking.questionWords() == questionWords)
        .findFirst()
        .orElseThrow()
        .answers();
  }
}
