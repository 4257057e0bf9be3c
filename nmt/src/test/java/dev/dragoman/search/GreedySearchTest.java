package dev.dragoman.search;

import static dev.dragoman.search.FakeModel.IDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.search.FakeDecoder.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GreedySearchTest {
  private static final SearchSettings GREEDY = SearchSettings.defaults().withBeamSize(1);
  private static final Source[] SOURCES = {
    new Source(1, 3), new Source(2, 14), new Source(3, 1), new Source(4, 6)
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void equalsABeamOfOne(long seed) {
    FakeModel model = FakeModel.random(17, seed, (int) seed % 4);
    SearchSettings settings =
        GREEDY
            .withAllowUnknown(seed % 2 == 0)
            .withMinLength((int) seed % 3)
            .withMaxLength(1, 2, 12)
            .withLengthPenalty(LengthPenalty.WU, 0.5);
    assertThat(new GreedySearch(settings, IDS).search(new FakeDecoder(17, model, SOURCES)))
        .isEqualTo(new BeamSearch(settings, IDS).search(new FakeDecoder(17, model, SOURCES)));
  }

  @Test
  void equalsABeamOfOneWhereLogitsDifferByLessThanAScoreCanTell() {
    FakeModel close =
        (key, prefix) -> new float[] {0, 0, 0, -8 + prefix.length * 4, 1e-30f, 3e-30f, 2e-30f};
    FakeDecoder decoder = new FakeDecoder(7, close, SOURCES);
    List<List<Hypothesis>> greedy = new GreedySearch(GREEDY, IDS).search(decoder);
    assertThat(greedy)
        .isEqualTo(new BeamSearch(GREEDY, IDS).search(new FakeDecoder(7, close, SOURCES)));
    assertThat(greedy.getFirst().getFirst().ids()).containsOnly(FakeModel.B);
  }

  @Test
  void findsTheSameWithoutScores() {
    FakeModel model = FakeModel.random(17, 3, 2);
    Search scored = Search.of(GREEDY, IDS);
    Search bare = Search.of(GREEDY.withKeepScores(false), IDS);
    List<List<Hypothesis>> expected = scored.search(new FakeDecoder(17, model, SOURCES));
    List<List<Hypothesis>> actual = bare.search(new FakeDecoder(17, model, SOURCES));
    for (int sentence = 0; sentence < SOURCES.length; sentence++) {
      Hypothesis hypothesis = actual.get(sentence).getFirst();
      assertThat(hypothesis.ids()).isEqualTo(expected.get(sentence).getFirst().ids());
      assertThat(hypothesis.attention())
          .isDeepEqualTo(expected.get(sentence).getFirst().attention());
      assertThat(hypothesis.hasScore()).isFalse();
      assertThat(hypothesis.score()).isNaN();
      assertThat(hypothesis.tokenLogProbs()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
  void seesLogitsThatAreNoNumbersWithoutScoresToo(float bad) {
    for (int id = 0; id < 7; id++) {
      float[] logits = {0, 5, 0, -1, 4, 2, 1};
      logits[id] = bad;
      FakeDecoder decoder = new FakeDecoder(7, (key, prefix) -> logits, SOURCES);
      assertThatThrownBy(() -> Search.of(GREEDY.withKeepScores(false), IDS).search(decoder))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("step 0")
          .hasMessageContaining("the logit of id " + id + " is " + bad);
    }
  }

  @Test
  void sentencesThatAreDoneLeaveTheBatch() {
    FakeModel copiesTheLength =
        (key, prefix) ->
            FakeModel.probabilities(7, prefix.length == key ? FakeModel.EOS : FakeModel.A, 1.0);
    FakeDecoder decoder =
        new FakeDecoder(7, copiesTheLength, new Source(2, 9), new Source(0, 9), new Source(3, 9));
    assertThat(Search.of(GREEDY, IDS).search(decoder).stream().map(h -> h.getFirst().length()))
        .containsExactly(2, 0, 3);
    assertThat(decoder.rowsOfStep()).containsExactly(3, 2, 2, 1);
  }
}
