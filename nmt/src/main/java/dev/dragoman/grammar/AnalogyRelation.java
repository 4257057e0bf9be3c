package dev.dragoman.grammar;

import java.util.ArrayList;
import java.util.List;

/**
 * A relation that holds between the words of several pairs.
 *
 * @param name what relates them: {@code man-woman}
 * @param pairs the pairs, the first words in the same role, the second likewise
 */
public record AnalogyRelation(String name, List<WordPair> pairs) {

  /**
   * Two words that are related.
   *
   * @param first king
   * @param second queen
   */
  public record WordPair(String first, String second) {}

  /** Copies the pairs. */
  public AnalogyRelation {
    pairs = List.copyOf(pairs);
  }

  /** A question for each two different pairs, in each order: n·(n−1) questions. */
  public List<AnalogyQuestion> questions() {
    List<AnalogyQuestion> questions = new ArrayList<>();
    for (WordPair known : pairs) {
      for (WordPair asked : pairs) {
        if (!known.equals(asked)) {
          questions.add(new AnalogyQuestion(known.first, known.second, asked.first, asked.second));
        }
      }
    }
    return questions;
  }
}
