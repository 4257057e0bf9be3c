package dev.dragoman.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.dragoman.grammar.BuiltInCorpus;
import dev.dragoman.grammar.Language;
import dev.dragoman.projection.Layout;
import dev.dragoman.projection.ProjectionListener;
import dev.dragoman.projection.ProjectionMethod;
import dev.dragoman.tensor.Workers;
import dev.dragoman.word2vec.WordVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WordMapTest {

  private static EmbeddingTable table(float... values) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < values.length / 2; i++) {
      words.add("w" + i);
    }
    return EmbeddingTable.of("the file", WordVectors.of(words, 2, values));
  }

  private static WordMap map(EmbeddingTable table, List<Integer> ids) {
    try (Workers workers = new Workers(1)) {
      return new WordMapper(ProjectionMethod.PCA, 1, 3, workers, ProjectionListener.none())
          .map(table, Optional.empty(), ids);
    }
  }

  /** Words that were seen so often, all in one place. */
  private static WordMap seen(long... times) {
    List<WordMap.Word> words = new ArrayList<>();
    for (int i = 0; i < times.length; i++) {
      words.add(new WordMap.Word("w" + i, i, OptionalLong.of(times[i])));
    }
    double[] places = new double[times.length];
    return new WordMap(
        "the table",
        ProjectionMethod.PCA,
        words,
        List.of(new WordMap.Frame("now", new Layout(places, places))),
        0.5,
        0.3,
        OptionalDouble.empty());
  }

  @Test
  void mapsOfTwoTablesHaveTheSameWordsAndTheSecondLiesOverTheFirst() {
    float[] values = {4, 1, 0, 1, 5, 5, -3, 2, 1, -4, -2, -2};
    float[] turned = new float[values.length];
    for (int i = 0; i < values.length; i += 2) {
      turned[i] = -3 * values[i + 1];
      turned[i + 1] = -3 * values[i];
    }
    List<WordMap> maps;
    try (Workers workers = new Workers(1)) {
      maps =
          new WordMapper(ProjectionMethod.PCA, 1, 3, workers, ProjectionListener.none())
              .pair(table(values), table(turned), List.of("w4", "w0", "w3", "w1"));
    }
    assertThat(maps.getLast().words()).isEqualTo(maps.getFirst().words());
    assertThat(maps.getLast().words())
        .extracting(WordMap.Word::token)
        .containsExactly("w4", "w0", "w3", "w1");
    for (int i = 0; i < 4; i++) {
      assertThat(maps.getLast().layout().x()[i])
          .isCloseTo(maps.getFirst().layout().x()[i], within(1e-4));
      assertThat(maps.getLast().layout().y()[i])
          .isCloseTo(maps.getFirst().layout().y()[i], within(1e-4));
    }
  }

  @Test
  void aTableWithoutARecordHasOneMoment() {
    WordMap map = map(table(1, 0, 0, 1, 5, 5), List.of(2, 0));
    assertThat(map.words()).extracting(WordMap.Word::token).containsExactly("w2", "w0");
    assertThat(map.hasTime()).isFalse();
    assertThat(map.layout().size()).isEqualTo(2);
    assertThat(map.trustworthiness()).isEmpty();
  }

  @Test
  void wordsThatAreAskedForStandBehindTheFrequentOnesAndOnlyOnce() {
    EmbeddingTable table = table(1, 0, 0, 1, 5, 5, 4, 4);
    assertThat(WordMapper.rows(table, 2, List.of("w3", "w0"))).containsExactly(0, 1, 3);
  }

  @Test
  void aVectorThatIsNoVectorIsCalledByItsWord() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> map(table(1, 0, Float.NaN, 1), List.of(0, 1)))
        .withMessageContaining("the vector of 'w1' holds NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> map(table(1, 0), List.of()))
        .withMessage("the file: has no words to draw");
  }

  @Test
  void frequenciesAreGroupedInStepsFromRareToFrequent() {
    WordGroups groups = WordGroups.byFrequency(seen(50_000, 400, 29, 10, 2));
    assertThat(groups.names())
        .containsExactly("1 to 2", "3 to 9", "10 to 29", "30 to 99", "100 to 299", "300 and more");
    assertThat(groups.of()).containsExactly(5, 5, 2, 2, 0);
    assertThat(WordGroups.byFrequency(seen(7)).names()).containsExactly("3 to 9");
  }

  @Test
  void whereNobodyCountedThePlaceInTheFileCounts() {
    WordGroups groups = WordGroups.byFrequency(map(table(new float[80]), List.of(0, 1, 5, 39)));
    assertThat(groups.title()).isEqualTo("place in the file");
    assertThat(groups.names()).containsExactly("30 to 99", "10 to 29", "3 to 9", "1 to 2");
    assertThat(groups.of()).containsExactly(3, 3, 2, 0);
  }

  @Test
  void movementIsGroupedInEqualStepsAndStandingStillIsAGroupOfItsOwn() {
    WordGroups groups = WordGroups.byMovement(seen(1, 1, 1, 1), new float[] {0, 1, 2.1f, 6});
    assertThat(groups.names()).startsWith("never moved", "1.00 to 2.00").hasSize(6);
    assertThat(groups.of()).containsExactly(0, 1, 2, 5);
    assertThat(groups.details().get(3)).isEqualTo("moved 6.00");
    assertThat(WordGroups.byMovement(seen(1), new float[] {0}).names())
        .containsExactly("never moved");
    assertThat(WordGroups.byMovement(seen(1, 1), new float[] {2, 2}).of()).containsExactly(0, 0);
  }

  @Test
  void theGrammarKnowsKindsOfWords() {
    List<WordMap.Word> words = new ArrayList<>();
    for (String token : List.of("queen", "France", "eats", "red", "Monday", "the", "xylophagous")) {
      words.add(new WordMap.Word(token, words.size(), OptionalLong.of(1)));
    }
    WordMap base = seen(1, 1, 1, 1, 1, 1, 1);
    WordMap map =
        new WordMap(
            base.table(), base.method(), words, base.frames(), 0, 0, OptionalDouble.empty());
    WordGroups groups = WordGroups.byPart(map, new BuiltInCorpus(), Language.ENGLISH);
    assertThat(groups.of().stream().map(groups.names()::get))
        .containsExactly(
            "person",
            "country, capital",
            "verb",
            "adjective",
            "time",
            "small word",
            "not in the grammar");
    assertThat(groups.details().getFirst()).isEqualTo("noun (royalty)");
  }
}
