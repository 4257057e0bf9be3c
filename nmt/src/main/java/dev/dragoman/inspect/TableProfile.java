package dev.dragoman.inspect;

import dev.dragoman.word2vec.AnalogyMethod;
import dev.dragoman.word2vec.QuestionWords;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What one table is like, in numbers.
 *
 * @param name how people call it: "translation, source"
 * @param sameClass share of the k nearest of a word that are of its class, mean over words:
 *     similarity; empty where no classes are known
 * @param together share of the k nearest of a word that stand near it in some sentence, mean over
 *     words: relatedness
 * @param normAndFrequency rank correlation of vectors' lengths and words' counts
 * @param neighboursFrequency rank correlation of a word's count and the mean count of its k nearest
 * @param relations how often analogies were answered rightly, by relation
 * @param judged rank correlations with people's judgements
 * @param example one analogy by both methods
 */
public record TableProfile(
    String name,
    OptionalDouble sameClass,
    double together,
    double normAndFrequency,
    double neighboursFrequency,
    List<Relation> relations,
    List<Judged> judged,
    List<ExampleRank> example) {

  /**
   * Analogies of one relation by 3CosAdd, the question words left out.
   *
   * @param correct questions whose best answer was the expected one
   * @param asked all questions whose words the table has
   */
  public record Relation(String name, int correct, int asked) {

    /** The share of correct answers, in [0, 1]; 0 of none. */
    public double accuracy() {
      return asked == 0 ? 0 : (double) correct / asked;
    }
  }

  /**
   * Agreement with people's judgements of word pairs.
   *
   * @param spearman rank correlation with the cosines; NaN where it has no meaning
   * @param pairs how many pairs the table has both words of
   * @param all how many pairs there are
   */
  public record Judged(String name, double spearman, int pairs, int all) {}

  /**
   * At which place the expected answer of the example comes.
   *
   * @param rank from 1; empty where the table lacks a word
   */
  public record ExampleRank(AnalogyMethod method, QuestionWords questionWords, OptionalInt rank) {}

  /** Copies the lists. */
  public TableProfile {
    relations = List.copyOf(relations);
    judged = List.copyOf(judged);
    example = List.copyOf(example);
  }

  /** All analogies together. */
  public Relation allRelations() {
    return new Relation(
        "all",
        relations.stream().mapToInt(Relation::correct).sum(),
        relations.stream().mapToInt(Relation::asked).sum());
  }
}
