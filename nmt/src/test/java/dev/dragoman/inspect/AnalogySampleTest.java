package dev.dragoman.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.word2vec.WordVectors;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnalogySampleTest {
  private static final EmbeddingTable SMALL =
      EmbeddingTable.of("small", WordVectors.of(List.of("a", "b"), 1, new float[] {1, 2}));

  private static Expectations.Question question(String relation, String a, String d) {
    return new Expectations.Question(relation, a, "b", "c", d);
  }

  @Test
  void manyQuestionsAreThinnedEvenly() {
    List<Expectations.Question> all =
        IntStream.range(0, 500).mapToObj(i -> question("r", "a" + i, "d")).toList();
    List<Expectations.Question> asked =
        List.copyOf(AnalogySample.of(all, SMALL, word -> true).values()).getFirst();
    assertThat(asked).hasSize(200).doesNotHaveDuplicates().startsWith(all.getFirst());
    assertThat(asked.get(100)).isEqualTo(all.get(250));
  }

  @Test
  void unknownWordsAndAnswersThatTheQuestionHasAreNotAsked() {
    List<Expectations.Question> all =
        List.of(
            question("r", "a", "d"),
            question("r", "stranger", "d"),
            question("r", "a", "stranger"),
            question("r", "a", "b"),
            question("s", "a", "d"));
    Map<String, List<Expectations.Question>> asked =
        AnalogySample.of(all, SMALL, word -> !word.equals("stranger"));
    assertThat(asked)
        .containsOnly(
            Map.entry("r", List.of(question("r", "a", "d"))),
            Map.entry("s", List.of(question("s", "a", "d"))));
  }
}
