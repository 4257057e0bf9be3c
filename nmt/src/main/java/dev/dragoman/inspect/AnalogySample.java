package dev.dragoman.inspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which analogy questions are asked of a table. Whatever asks takes them from here, so that one
 * table has one score.
 */
public final class AnalogySample {
  private static final int MOST = 200;
  private static final int FEWEST = 25;

  /**
   * Numbers of a table that a relation's questions may read: large tables get fewer questions, so
   * that all take seconds.
   */
  private static final long NUMBERS_PER_RELATION = 200_000_000;

  private AnalogySample() {}

  /**
   * The questions by relation, in the order in which they come: those of known words whose answer
   * is none of their own words, evenly spread where there are many.
   *
   * @param table whose size says how many are asked
   * @param known whether a word can be asked for
   */
  public static Map<String, List<Expectations.Question>> of(
      List<Expectations.Question> questions, EmbeddingTable table, Predicate<String> known) {
    Map<String, List<Expectations.Question>> sample = new LinkedHashMap<>();
    for (Expectations.Question question : questions) {
      List<String> asked = List.of(question.a(), question.b(), question.c());
      if (asked.stream().allMatch(known)
          && known.test(question.d())
          && !asked.contains(question.d())) {
        sample.computeIfAbsent(question.relation(), none -> new ArrayList<>()).add(question);
      }
    }
    int most = most(table);
    sample.replaceAll((relation, all) -> evenly(all, most));
    return sample;
  }

  private static int most(EmbeddingTable table) {
    long numbers = (long) table.rows() * table.size();
    return Math.clamp(NUMBERS_PER_RELATION / numbers, FEWEST, MOST);
  }

  private static List<Expectations.Question> evenly(List<Expectations.Question> all, int most) {
    int taken = Math.min(most, all.size());
    List<Expectations.Question> some = new ArrayList<>();
    for (int i = 0; i < taken; i++) {
      some.add(all.get((int) ((long) i * all.size() / taken)));
    }
    return List.copyOf(some);
  }
}
