package dev.dragoman.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.dragoman.model.TableSide;
import dev.dragoman.vocab.TokenCounts;
import dev.dragoman.vocab.Vocabulary;
import dev.dragoman.vocab.VocabularySettings;
import dev.dragoman.word2vec.AnalogyMethod;
import dev.dragoman.word2vec.QuestionWords;
import dev.dragoman.word2vec.WordVectors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableComparerTest {
  private static final int WORDS = 60;
  private static final int SIZE = 7;

  /** Words w0 … w59, the earlier the more frequent: w0 occurs 60 times, w59 once. */
  private static final Vocabulary VOCABULARY = vocabulary();

  private static Vocabulary vocabulary() {
    TokenCounts counts = new TokenCounts();
    for (int word = 0; word < WORDS; word++) {
      for (int i = word; i < WORDS; i++) {
        counts.add(List.of("w" + word));
      }
    }
    return Vocabulary.build(counts, new VocabularySettings(1, 0));
  }

  private static float[] drawn(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[WORDS * SIZE];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble() - 0.5f;
    }
    return values;
  }

  private static EmbeddingTable translation(float[] values) {
    float[] matrix = new float[(4 + WORDS) * SIZE];
    System.arraycopy(values, 0, matrix, 4 * SIZE, values.length);
    return EmbeddingTable.of("the source table", VOCABULARY, matrix, SIZE);
  }

  /** word2vec has the words in another order, and one that the other table lacks. */
  private static EmbeddingTable word2vec(float[] values) {
    List<String> words =
        new ArrayList<>(
            IntStream.range(0, WORDS).mapToObj(word -> "w" + (WORDS - 1 - word)).toList());
    words.add("elsewhere");
    float[] matrix = new float[words.size() * SIZE];
    for (int word = 0; word < WORDS; word++) {
      System.arraycopy(values, (WORDS - 1 - word) * SIZE, matrix, word * SIZE, SIZE);
    }
    return EmbeddingTable.of("word2vec", WordVectors.of(words, SIZE, matrix));
  }

  private static SideComparison compare(float[] first, float[] second, Expectations expected) {
    List<List<String>> sentences = List.of(List.of("w0", "w1", "w2"), List.of("w3", "w4"));
    return new TableComparer(
            TableSide.SOURCE, translation(first), word2vec(second), sentences, expected)
        .compare(
            List.of("w3", "nowhere"),
            Optional.of(new Expectations.Question("r", "w0", "w1", "w2", "w3")));
  }

  @Test
  void equalTablesAgreeInEverything() {
    SideComparison compared = compare(drawn(1), drawn(1), Expectations.none());
    assertThat(compared.words()).isEqualTo(60);
    assertThat(compared.overlap()).isEqualTo(1);
    assertThat(compared.cosineCorrelation()).isCloseTo(1, within(1e-6));
    assertThat(compared.examples()).hasSize(1);
    assertThat(compared.examples().getFirst().shared()).isEqualTo(10);
    assertThat(compared.examples().getFirst().count()).isEqualTo(57);
    assertThat(compared.translation().example())
        .isEqualTo(compared.word2vec().example())
        .hasSize(4);
    assertThat(compared.bands())
        .extracting(SideComparison.Band::words)
        .containsExactly(15, 15, 15, 15);
    assertThat(compared.bands().getFirst().mostFrequent()).isEqualTo(60);
    assertThat(compared.bands().getLast().leastFrequent()).isEqualTo(1);
  }

  @Test
  void unrelatedTablesAgreeByChanceOnly() {
    SideComparison compared = compare(drawn(1), drawn(2), Expectations.none());
    assertThat(compared.chance()).isCloseTo(10 / 59.0, within(1e-12));
    assertThat(compared.overlap()).isCloseTo(compared.chance(), within(0.06));
    assertThat(compared.cosineCorrelation()).isCloseTo(0, within(0.1));
    assertThat(Findings.of(compared))
        .anyMatch(finding ->
            finding.startsWith("Neighbours: the tables agree on hardly more than chance would."))
        .anyMatch(finding -> finding.contains("hardly anything about nearness in the other"))
        .noneMatch(finding -> finding.startsWith("Similarity") || finding.startsWith("Analogies"));
  }

  /**
   * Two classes of thirty words, each around a direction of its own in the first table, at random
   * in the second.
   */
  @Test
  void wordsOfAClassAreFoundWhereTheyLieTogether() {
    float[] grouped = drawn(1);
    Map<String, String> classes = new HashMap<>();
    for (int word = 0; word < WORDS; word++) {
      grouped[word * SIZE + word % 2] += 9;
      classes.put("w" + word, word % 2 == 0 ? "EVEN" : "ODD");
    }
    SideComparison compared =
        compare(grouped, drawn(2), new Expectations(classes, List.of(), List.of()));
    assertThat(compared.translation().sameClass()).hasValue(1);
    assertThat(compared.word2vec().sameClass().orElseThrow()).isBetween(0.4, 0.6);
    assertThat(Findings.of(compared))
        .anyMatch(finding ->
            finding.startsWith("Similarity") && finding.contains("as Hill et al. found"));
  }

  @Test
  void neighboursThatStandTogetherAreCounted() {
    float[] near = new float[WORDS * SIZE];
    for (int word = 0; word < WORDS; word++) {
      near[word * SIZE] = 1;
      near[word * SIZE + 1] = word;
    }
    double together = compare(near, drawn(2), Expectations.none()).translation().together();
    // w0 has w1 and w2 among its ten nearest; w1 has w2 and w2 has w1, but both lie too far from
    // w0; w3 has w4 and w4 has w3.
    assertThat(together).isCloseTo((2 + 1 + 1 + 1 + 1) / 10.0 / WORDS, within(1e-9));
  }

  @Test
  void lengthAndFrequencyAreCorrelatedByRank() {
    float[] falling = drawn(1);
    for (int word = 0; word < WORDS; word++) {
      for (int i = 0; i < SIZE; i++) {
        falling[word * SIZE + i] = i == 0 ? WORDS - word : 0;
      }
    }
    SideComparison compared = compare(falling, drawn(2), Expectations.none());
    assertThat(compared.translation().normAndFrequency()).isCloseTo(1, within(1e-9));
    assertThat(compared.word2vec().normAndFrequency()).isBetween(-0.5, 0.5);
  }

  @Test
  void analogiesAndJudgementsAreOverWordsThatBothTablesHave() {
    List<Expectations.Question> questions =
        List.of(
            new Expectations.Question("r", "w0", "w1", "w2", "w3"),
            new Expectations.Question("r", "w0", "w1", "w2", "elsewhere"),
            new Expectations.Question("r", "w0", "w1", "w2", "w1"));
    List<Expectations.JudgedPair> pairs =
        List.of(
            new Expectations.JudgedPair("w0", "w1", 3), new Expectations.JudgedPair("w0", "w2", 2),
            new Expectations.JudgedPair("w5", "w9", 1),
                new Expectations.JudgedPair("w5", "elsewhere", 1));
    SideComparison compared =
        compare(
            drawn(1),
            drawn(2),
            new Expectations(
                Map.of(), questions, List.of(new Expectations.Judgements("pairs.tsv", pairs))));
    assertThat(compared.translation().allRelations().asked()).isEqualTo(1);
    assertThat(compared.translation().judged().getFirst().pairs()).isEqualTo(3);
    assertThat(compared.translation().judged().getFirst().all()).isEqualTo(4);
    int rank =
        translation(drawn(1))
            .analogyRank("w0", "w1", "w2", "w3", AnalogyMethod.COS_ADD, QuestionWords.LEFT_OUT)
            .orElseThrow();
    assertThat(exampleRank(compared)).hasValue(rank);
    assertThat(compared.translation().allRelations().correct()).isEqualTo(rank == 1 ? 1 : 0);
    assertThat(Findings.of(compared))
        .anyMatch(finding -> finding.startsWith("pairs.tsv: Spearman's rho"));
  }

  private static OptionalInt exampleRank(SideComparison compared) {
    return compared.translation().example().stream()
        .filter(one ->
            one.method() == AnalogyMethod.COS_ADD && one.questionWords() == QuestionWords.LEFT_OUT)
        .findFirst()
        .orElseThrow()
        .rank();
  }

  @Test
  void inShortItIsSaidHowAlikeTablesAre() {
    SideComparison equal = compare(drawn(1), drawn(1), Expectations.none());
    SideComparison unlike = compare(drawn(1), drawn(2), Expectations.none());
    assertThat(Findings.inShort(List.of(equal)))
        .startsWith("Much like word2vec. Of a word's 10 nearest, ")
        .contains("share 100.0 % (source) with the model's, where chance would give 16.9 %")
        .contains("a rank correlation of 1.00 (source)")
        .doesNotContain("analogies");
    assertThat(Findings.inShort(List.of(equal, unlike))).startsWith("Not like word2vec");
  }

  /** Common neighbours alone are not enough for much. */
  @Test
  void theVerdictWeighsAnalogiesAndTheOrderOfAllPairs() {
    List<Expectations.Question> questions =
        List.of(new Expectations.Question("r", "w0", "w1", "w2", answer(drawn(1))));
    SideComparison equal =
        compare(drawn(1), drawn(1), new Expectations(Map.of(), questions, List.of()));
    assertThat(Findings.inShort(List.of(equal)))
        .startsWith("Much like word2vec.")
        .endsWith("word2vec answers 100.0 % (source) rightly, the model 100.0 % (source).");
    TableProfile wrong = profile(equal.word2vec(), List.of(new TableProfile.Relation("r", 0, 1)));
    assertThat(Findings.inShort(List.of(with(equal, 1, wrong))))
        .startsWith("Like word2vec in part, but not the same.")
        .endsWith("word2vec answers 0.0 % (source) rightly, the model 100.0 % (source).");
    assertThat(Findings.inShort(List.of(with(equal, 0.49, equal.word2vec()))))
        .startsWith("Like word2vec in part, but not the same.");
  }

  /** The word that comes first, question words left out. */
  private static String answer(float[] values) {
    return translation(values)
        .analogy("w0", "w1", "w2", 1)
        .answers(AnalogyMethod.COS_ADD, QuestionWords.LEFT_OUT)
        .getFirst()
        .token();
  }

  private static TableProfile profile(TableProfile of, List<TableProfile.Relation> relations) {
    return new TableProfile(
        of.name(),
        of.sameClass(),
        of.together(),
        of.normAndFrequency(),
        of.neighboursFrequency(),
        relations,
        of.judged(),
        of.example());
  }

  private static SideComparison with(
      SideComparison of, double cosineCorrelation, TableProfile word2vec) {
    return new SideComparison(
        of.side(),
        of.words(),
        of.k(),
        of.overlap(),
        of.chance(),
        cosineCorrelation,
        of.bands(),
        of.examples(),
        of.question(),
        of.translation(),
        word2vec);
  }

  @Test
  void tablesWithHardlyACommonWordAreRefused() {
    EmbeddingTable other =
        EmbeddingTable.of(
            "word2vec", WordVectors.of(List.of("a", "w0"), SIZE, new float[2 * SIZE]));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new TableComparer(
                TableSide.SOURCE, translation(drawn(1)), other, List.of(), Expectations.none()))
        .withMessageContaining("only 1 words in common");
  }
}
