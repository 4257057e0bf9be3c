package dev.dragoman.inspect;

import java.util.List;
import java.util.Map;

/**
 * What is known about the words of one language apart from any vectors: by this, tables are judged.
 *
 * @param classes the class of a word among which similar words are found ("ANIMAL"); empty where
 *     none are known
 * @param questions analogy questions
 * @param judgements files of word pairs that people judged
 */
public record Expectations(
    Map<String, String> classes, List<Question> questions, List<Judgements> judgements) {

  /**
   * a is to b as c is to d.
   *
   * @param relation how the relation is called
   */
  public record Question(String relation, String a, String b, String c, String d) {}

  /**
   * Word pairs with numbers that say how alike they are.
   *
   * @param name how they are called
   * @param pairs the pairs
   */
  public record Judgements(String name, List<JudgedPair> pairs) {

    /** Copies the list. */
    public Judgements {
      pairs = List.copyOf(pairs);
    }
  }

  /** A pair and its number; larger is more alike. */
  public record JudgedPair(String first, String second, double judgement) {}

  /** Copies all. */
  public Expectations {
    classes = Map.copyOf(classes);
    questions = List.copyOf(questions);
    judgements = List.copyOf(judgements);
  }

  /** Nothing is known. */
  public static Expectations none() {
    return new Expectations(Map.of(), List.of(), List.of());
  }
}
