package dev.dragoman.search;

import static dev.dragoman.search.FakeModel.A;
import static dev.dragoman.search.FakeModel.B;
import static dev.dragoman.search.FakeModel.C;
import static dev.dragoman.search.FakeModel.EOS;
import static dev.dragoman.search.FakeModel.IDS;
import static dev.dragoman.search.FakeModel.UNK;
import static dev.dragoman.search.FakeModel.probabilities;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.dragoman.search.FakeDecoder.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BeamSearchTest {
  private static final int V = 7;
  private static final SearchSettings DEFAULTS = SearchSettings.defaults();

  /** Room for every candidate of every step: 4^3 beginnings of 3 ids by 5 ids that may follow. */
  private static final SearchSettings HOLDS_EVERYTHING =
      DEFAULTS.withMaxLength(0, 3, 3).withBeamSize(320);

  @ParameterizedTest
  @CsvSource({
    "NONE, 0, 1",
    "NONE, 0, 2",
    "NONE, 0, 3",
    "LENGTH, 1, 4",
    "LENGTH, 1, 5",
    "LENGTH, 0.5, 6",
    "LENGTH, 3, 7",
    "LENGTH, 0, 8",
    "WU, 1, 9",
    "WU, 0.6, 10",
    "WU, 8, 11"
  })
  void aBeamThatCanHoldEveryPrefixEqualsExhaustiveSearch(
      LengthPenalty penalty, double alpha, long seed) {
    FakeModel model = FakeModel.random(V, seed, 1.5);
    Source source = new Source(17, 5);
    for (int nBest : new int[] {1, 4, 85}) {
      SearchSettings settings = HOLDS_EVERYTHING.withLengthPenalty(penalty, alpha).withNBest(nBest);
      SlowSearch slow = new SlowSearch(model, source, settings);
      assertSame(
          search(settings, new FakeDecoder(V, model, source)).getFirst(),
          slow.exhaustive().subList(0, nBest),
          slow);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void anExhaustiveBeamKeepsToMinimumLengthAndUnknownRule(long seed) {
    FakeModel model = FakeModel.random(V, seed, 1.5);
    Source source = new Source(3, 5);
    SearchSettings settings =
        HOLDS_EVERYTHING.withMinLength(2).withAllowUnknown(false).withNBest(36);
    SlowSearch slow = new SlowSearch(model, source, settings);
    assertThat(slow.exhaustive()).hasSize(9 + 27);
    assertSame(
        search(settings, new FakeDecoder(V, model, source)).getFirst(), slow.exhaustive(), slow);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8})
  void everyBeamSizeGivesWhatTheDefinitionGives(int beamSize) {
    for (long seed = 0; seed < 60; seed++) {
      FakeModel model = FakeModel.random(11, seed, 2);
      Source source = new Source(1, 6);
      SearchSettings settings =
          DEFAULTS
              .withBeamSize(beamSize)
              .withNBest(beamSize)
              .withLengthPenalty(
                  seed % 2 == 0 ? LengthPenalty.LENGTH : LengthPenalty.WU, seed % 3 * 0.7)
              .withMaxLength(1, (int) seed % 7, 20)
              .withMinLength((int) seed % 4)
              .withAllowUnknown(seed % 5 != 0);
      SlowSearch slow = new SlowSearch(model, source, settings);
      List<SlowSearch.Found> expected = slow.beam();
      assertSame(
          new BeamSearch(settings, IDS).search(new FakeDecoder(11, model, source)).getFirst(),
          expected.subList(0, Math.min(beamSize, expected.size())),
          slow);
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 0.5, 0", "5, 3, 0", "5, 3, 1e6", "9, 1, -1e4", "40, 4, 5"})
  void aLargeVocabularyGivesWhatTheDefinitionGives(int beamSize, double spread, float shift) {
    for (long seed = 0; seed < 8; seed++) {
      FakeModel model = FakeModel.random(1021, seed, spread).soonTired().shiftedBy(shift);
      Source source = new Source(1, 6);
      SearchSettings settings =
          DEFAULTS.withBeamSize(beamSize).withNBest(beamSize).withMaxLength(0, 6, 6);
      SlowSearch slow = new SlowSearch(model, source, settings);
      assertSame(
          search(settings, new FakeDecoder(1021, model, source)).getFirst(),
          slow.beam().subList(0, beamSize),
          slow);
    }
  }

  @ParameterizedTest
  @CsvSource({"NONE, 0", "LENGTH, 1", "LENGTH, 0.4", "WU, 1", "WU, 3"})
  void stoppingEarlyNeverChangesTheNBestList(LengthPenalty penalty, double alpha) {
    int stepsSaved = 0;
    for (long seed = 0; seed < 60; seed++) {
      FakeModel model = FakeModel.random(11, seed, 3);
      Source source = new Source(1, 6);
      SearchSettings all = DEFAULTS.withLengthPenalty(penalty, alpha).withBeamSize(6).withNBest(6);
      SlowSearch slow = new SlowSearch(model, source, all);
      List<SlowSearch.Found> withoutBound = slow.beam();
      for (int nBest : new int[] {1, 2, 5}) {
        FakeDecoder decoder = new FakeDecoder(11, model, source);
        assertSame(
            search(all.withNBest(nBest), decoder).getFirst(), withoutBound.subList(0, nBest), slow);
        FakeDecoder patient = new FakeDecoder(11, model, source);
        search(all, patient);
        stepsSaved += patient.rowsOfStep().size() - decoder.rowsOfStep().size();
      }
    }
    assertThat(stepsSaved).isPositive();
  }

  @Test
  void greedySearchCanBeWorseThanABeamOfTwo() {
    FakeModel trap =
        (key, prefix) ->
            switch (prefix.length == 0 ? 0 : prefix[0]) {
              case 0 -> probabilities(V, A, 0.6, B, 0.4);
              case A -> probabilities(V, A, 0.25, B, 0.25, C, 0.25, EOS, 0.25);
              default -> probabilities(V, EOS, 1.0);
            };
    SearchSettings settings = DEFAULTS.withLengthPenalty(LengthPenalty.NONE, 0);
    Hypothesis greedy = best(settings.withBeamSize(1), trap);
    Hypothesis beam = best(settings.withBeamSize(2), trap);
    assertThat(greedy.ids()).startsWith(A);
    assertThat(beam.ids()).containsExactly(B);
    assertThat(beam.score()).isCloseTo(Math.log(0.4), within(1e-6)).isGreaterThan(greedy.score());
  }

  @Test
  void theLengthPenaltyChangesTheChoice() {
    FakeModel shortOrLong =
        (key, prefix) ->
            switch (prefix.length) {
              case 0 -> probabilities(V, EOS, 0.4, A, 0.6);
              default -> probabilities(V, EOS, 0.5, B, 0.5);
            };
    SearchSettings settings = DEFAULTS.withBeamSize(2).withMaxLength(0, 1, 1);
    Hypothesis bare = best(settings.withLengthPenalty(LengthPenalty.NONE, 0), shortOrLong);
    Hypothesis mean = best(settings.withLengthPenalty(LengthPenalty.LENGTH, 1), shortOrLong);
    Hypothesis wu = best(settings.withLengthPenalty(LengthPenalty.WU, 1), shortOrLong);
    Hypothesis strongWu = best(settings.withLengthPenalty(LengthPenalty.WU, 2), shortOrLong);
    assertThat(bare.ids()).isEmpty();
    assertThat(bare.normalisedScore()).isEqualTo(bare.score());
    assertThat(mean.ids()).containsExactly(A);
    assertThat(mean.normalisedScore()).isCloseTo(Math.log(0.3) / 2, within(1e-6));
    assertThat(wu.ids()).isEmpty();
    assertThat(strongWu.ids()).containsExactly(A);
    assertThat(strongWu.normalisedScore()).isCloseTo(Math.log(0.3) * 36 / 49, within(1e-6));
  }

  @Test
  void nBestIsSortedDistinctAndComplete() {
    for (long seed = 0; seed < 20; seed++) {
      SearchSettings settings = DEFAULTS.withBeamSize(6).withNBest(4);
      FakeDecoder decoder =
          new FakeDecoder(V, FakeModel.random(V, seed, 1), new Source(1, 3), new Source(2, 9));
      for (List<Hypothesis> hypotheses : search(settings, decoder)) {
        assertThat(hypotheses).hasSize(4);
        assertThat(hypotheses.stream().map(h -> Arrays.toString(h.ids()))).doesNotHaveDuplicates();
        assertThat(hypotheses.stream().map(h -> -h.normalisedScore())).isSorted();
        assertThat(hypotheses).allMatch(Hypothesis::ended);
      }
    }
  }

  @Test
  void atTheLengthBoundCutHypothesesFillTheListBehindThoseThatEnded() {
    FakeModel loop =
        (key, prefix) ->
            switch (prefix.length == 0 ? 0 : prefix[0]) {
              case 0 -> probabilities(V, A, 0.98, B, 0.02);
              case B -> probabilities(V, EOS, 1.0);
              default -> probabilities(V, A, 0.9, C, 0.09, EOS, 0.01);
            };
    SearchSettings settings = DEFAULTS.withMaxLength(0, 2, 9).withBeamSize(3).withNBest(2);
    List<Hypothesis> hypotheses =
        search(settings, new FakeDecoder(V, loop, new Source(1, 4))).getFirst();
    Hypothesis ended = hypotheses.get(0);
    Hypothesis cut = hypotheses.get(1);
    assertThat(ended.ids()).containsExactly(B);
    assertThat(ended.ended()).isTrue();
    assertThat(cut.ids()).containsExactly(A, A);
    assertThat(cut.ended()).isFalse();
    assertThat(cut.score()).isCloseTo(Math.log(0.98 * 0.9 * 0.01), within(1e-6));
    assertThat(cut.normalisedScore()).isGreaterThan(ended.normalisedScore());
  }

  @Test
  void anOutputThatNeverEndsIsCutAtItsOwnBoundAndSaysSo() {
    FakeModel endless = (key, prefix) -> probabilities(V, A, 0.7, B, 0.2, C, 0.1 - 1e-9, EOS, 1e-9);
    SearchSettings settings = DEFAULTS.withMaxLength(2, 1, 8).withBeamSize(2).withNBest(2);
    FakeDecoder decoder =
        new FakeDecoder(V, endless, new Source(1, 1), new Source(2, 3), new Source(3, 9));
    List<List<Hypothesis>> results = search(settings, decoder);
    assertThat(results.stream().map(r -> r.getFirst().length())).containsExactly(3, 7, 8);
    assertThat(results.getFirst()).hasSize(2).noneMatch(Hypothesis::ended);
    Hypothesis cut = results.getFirst().getFirst();
    assertThat(cut.ids()).containsExactly(A, A, A);
    assertThat(cut.score()).isCloseTo(3 * Math.log(0.7) + Math.log(1e-9), within(1e-5));
    assertThat(decoder.rowsOfStep()).containsExactly(3, 6, 6, 6, 4, 4, 4, 4, 2);
  }

  @Test
  void anOutputMayBeEmpty() {
    FakeModel silent = (key, prefix) -> probabilities(V, EOS, 0.9, A, 0.1);
    for (int beamSize : new int[] {1, 3}) {
      Hypothesis empty = best(DEFAULTS.withBeamSize(beamSize), silent);
      assertThat(empty.ids()).isEmpty();
      assertThat(empty.ended()).isTrue();
      assertThat(empty.attention()).hasNumberOfRows(1);
      assertThat(empty.tokenLogProbs()).hasSize(1);
      assertThat(empty.score()).isCloseTo(Math.log(0.9), within(1e-6));
    }
  }

  @Test
  void theMinimumLengthForbidsAnEarlierEnd() {
    FakeModel silent = (key, prefix) -> probabilities(V, EOS, 0.9, A, 0.1);
    for (int beamSize : new int[] {1, 3}) {
      assertThat(best(DEFAULTS.withBeamSize(beamSize).withMinLength(2), silent).ids())
          .containsExactly(A, A);
    }
  }

  @Test
  void unknownWordsGiveWayToTheNextBestWhereTheyAreForbidden() {
    FakeModel ignorant =
        (key, prefix) ->
            prefix.length < 2
                ? probabilities(V, UNK, 0.8, A, 0.15, B, 0.05)
                : probabilities(V, EOS, 1.0);
    for (int beamSize : new int[] {1, 3}) {
      SearchSettings settings = DEFAULTS.withBeamSize(beamSize);
      assertThat(best(settings, ignorant).ids()).containsExactly(UNK, UNK);
      Hypothesis known = best(settings.withAllowUnknown(false), ignorant);
      assertThat(known.ids()).containsExactly(A, A);
      assertThat(known.score()).isCloseTo(2 * Math.log(0.15), within(1e-6));
    }
  }

  @Test
  void paddingAndBeginningAreNeverProduced() {
    FakeModel confused = (key, prefix) -> new float[] {9, 0, 8, 1, 0.5f, 0.4f, 0.3f};
    for (int beamSize : new int[] {1, 2, 50}) {
      FakeDecoder decoder = new FakeDecoder(V, confused, new Source(1, 2));
      SearchSettings settings = DEFAULTS.withBeamSize(beamSize).withMinLength(3);
      for (Hypothesis hypothesis : search(settings.withNBest(beamSize), decoder).getFirst()) {
        assertThat(hypothesis.ids()).doesNotContain(FakeModel.PAD, FakeModel.BOS, EOS);
      }
    }
  }

  @Test
  void equalCandidatesGoToTheHigherParentAndTheLowerId() {
    FakeModel undecided = (key, prefix) -> new float[] {0, 0, 0, -1, 0, 0, 0};
    SearchSettings settings = DEFAULTS.withMaxLength(0, 2, 2).withAllowUnknown(false);
    List<Hypothesis> hypotheses =
        search(
                settings.withBeamSize(5).withNBest(5).withMinLength(2),
                new FakeDecoder(V, undecided, new Source(1, 2)))
            .getFirst();
    assertThat(hypotheses.stream().map(h -> Arrays.toString(h.ids())))
        .containsExactly("[4, 4]", "[4, 5]", "[4, 6]", "[5, 4]", "[5, 5]");
    assertThat(best(settings.withBeamSize(1).withMinLength(2), undecided).ids())
        .containsExactly(A, A);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void aSentenceIsFoundTheSameAloneAndInAnyBatch(int beamSize) {
    FakeModel model = FakeModel.random(19, 5, 2.5);
    SearchSettings settings = DEFAULTS.withBeamSize(beamSize).withNBest(Math.min(beamSize, 3));
    Source[] sources =
        IntStream.of(1, 40, 7, 2, 25, 3, 11)
            .mapToObj(length -> new Source(100 + length, length))
            .toArray(Source[]::new);
    List<List<Hypothesis>> together = search(settings, new FakeDecoder(19, model, sources));
    List<List<Hypothesis>> alone = new ArrayList<>();
    for (Source source : sources) {
      alone.addAll(search(settings, new FakeDecoder(19, model, source)));
    }
    assertThat(together).isEqualTo(alone);
    List<Source> backwards = Arrays.asList(sources.clone()).reversed();
    assertThat(search(settings, new FakeDecoder(19, model, backwards.toArray(Source[]::new))))
        .isEqualTo(together.reversed());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void attentionAndLogProbabilitiesBelongToTheirTokens(int beamSize) {
    FakeModel model = FakeModel.random(V, 31, 1);
    SearchSettings settings = DEFAULTS.withBeamSize(beamSize).withNBest(beamSize);
    Source[] sources = {new Source(1, 4), new Source(2, 6)};
    List<List<Hypothesis>> results = search(settings, new FakeDecoder(V, model, sources));
    for (int sentence = 0; sentence < sources.length; sentence++) {
      for (Hypothesis hypothesis : results.get(sentence)) {
        assertBelongs(hypothesis, sources[sentence], model);
      }
    }
  }

  private static void assertBelongs(Hypothesis hypothesis, Source source, FakeModel model) {
    int[] ids = FakeModel.append(hypothesis.ids(), EOS);
    double sum = 0;
    for (int t = 0; t < ids.length; t++) {
      int[] prefix = Arrays.copyOf(ids, t);
      assertThat(hypothesis.attention()[t])
          .containsExactly(FakeModel.attention(source.key(), prefix, source.length()));
      double logProb = hypothesis.tokenLogProbs()[t];
      assertThat(logProb).isCloseTo(model.logProbs(source.key(), prefix)[ids[t]], within(1e-9));
      sum += logProb;
    }
    assertThat(hypothesis.attention()).hasNumberOfRows(ids.length);
    assertThat(hypothesis.tokenLogProbs()).hasSize(ids.length);
    assertThat(hypothesis.score()).isEqualTo(sum);
  }

  @Test
  void attentionIsLeftOutWhereItIsNotAskedFor() {
    FakeDecoder decoder = new FakeDecoder(V, FakeModel.random(V, 1, 1), new Source(1, 4));
    Hypothesis hypothesis =
        search(DEFAULTS.withKeepAttention(false), decoder).getFirst().getFirst();
    assertThat(hypothesis.hasAttention()).isFalse();
    assertThat(hypothesis.attention()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void anEmptyBatchGivesNothing(int beamSize) {
    FakeDecoder decoder = new FakeDecoder(V, FakeModel.random(V, 1, 1));
    assertThat(search(DEFAULTS.withBeamSize(beamSize), decoder)).isEmpty();
    assertThat(decoder.rowsOfStep()).isEmpty();
  }

  @Test
  void aBeamLargerThanTheVocabularyIsFine() {
    FakeModel two = (key, prefix) -> new float[] {0, 0, 0, 0, 1};
    SearchSettings settings = DEFAULTS.withBeamSize(64).withNBest(64).withMaxLength(0, 2, 2);
    assertThat(search(settings, new FakeDecoder(5, two, new Source(1, 2))).getFirst()).hasSize(7);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void hugeAndImpossibleLogitsAreFine(int beamSize) {
    float none = Float.NEGATIVE_INFINITY;
    FakeModel extreme =
        (key, prefix) ->
            prefix.length == 0
                ? new float[] {none, none, none, -3e38f, 3e38f, 2e38f, none}
                : new float[] {none, none, none, 1e-40f, none, none, none};
    Hypothesis hypothesis = best(DEFAULTS.withBeamSize(beamSize), extreme);
    assertThat(hypothesis.ids()).containsExactly(A);
    assertThat(hypothesis.score()).isEqualTo(0, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"1, NaN", "3, NaN", "1, Infinity", "3, Infinity"})
  void logitsThatAreNoNumbersAreAnErrorThatNamesThePlace(int beamSize, float bad) {
    FakeModel broken =
        (key, prefix) ->
            key == 2 && prefix.length == 2
                ? new float[] {0, 0, 0, -9, 0, bad, 0}
                : new float[] {0, 0, 0, -9, 0, 0, 0};
    FakeDecoder decoder = new FakeDecoder(V, broken, new Source(1, 4), new Source(2, 4));
    assertThatThrownBy(() -> search(DEFAULTS.withBeamSize(beamSize), decoder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "step 2 of the search, sentence 1 of the batch: the logit of id 5 is "
                + bad
                + ", expected a finite number or −∞; are the model's weights finite?");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aStepThatAllowsNoIdIsAnError(int beamSize) {
    FakeModel stuck =
        (key, prefix) ->
            prefix.length == 0 ? probabilities(V, A, 1.0) : probabilities(V, UNK, 0.5, 0, 0.5);
    SearchSettings settings = DEFAULTS.withBeamSize(beamSize).withAllowUnknown(false);
    assertThatThrownBy(() -> search(settings, new FakeDecoder(V, stuck, new Source(1, 4))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("step 1 of the search, sentence 0 of the batch")
        .hasMessageContaining("every id that may be produced has logit −∞");
    FakeModel nothing = (key, prefix) -> probabilities(V);
    assertThatThrownBy(() -> search(settings, new FakeDecoder(V, nothing, new Source(1, 4))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("step 0");
  }

  @Test
  void aDeadBeginningGivesItsPlaceToTheOthers() {
    FakeModel deadEnd =
        (key, prefix) ->
            switch (prefix.length == 0 ? 0 : prefix[0]) {
              case 0 -> probabilities(V, A, 0.9, B, 0.1);
              case A -> probabilities(V, UNK, 1.0);
              default -> probabilities(V, EOS, 1.0);
            };
    SearchSettings settings = DEFAULTS.withBeamSize(2).withAllowUnknown(false);
    assertThat(best(settings, deadEnd).ids()).containsExactly(B);
  }

  @Test
  void specialIdsOutsideTheVocabularyAreRefused() {
    FakeDecoder decoder = new FakeDecoder(3, FakeModel.random(3, 1, 1), new Source(1, 1));
    assertThatThrownBy(() -> search(DEFAULTS, decoder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("vocabulary size 3");
  }

  @Test
  void aBatchWhoseLogitsNoArrayCanHoldIsRefusedWithTheThreeNumbers() {
    FakeDecoder decoder =
        new FakeDecoder(1 << 20, FakeModel.random(V, 1, 1), new Source(1, 1), new Source(2, 1));
    assertThatThrownBy(() -> search(DEFAULTS.withBeamSize(1024), decoder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "2 sentences × beam 1024 × vocabulary 1048576 logits do not fit into one array; use a"
                + " smaller batch or beam");
  }

  @Test
  void oneSearchServesManyThreads() {
    FakeModel model = FakeModel.random(19, 8, 2);
    Search search = Search.of(DEFAULTS, IDS);
    Source[] sources = {new Source(1, 3), new Source(2, 8)};
    List<List<Hypothesis>> expected = search.search(new FakeDecoder(19, model, sources));
    assertThat(
            IntStream.range(0, 32)
                .parallel()
                .mapToObj(i -> search.search(new FakeDecoder(19, model, sources))))
        .allMatch(expected::equals);
  }

  private static List<List<Hypothesis>> search(SearchSettings settings, FakeDecoder decoder) {
    return Search.of(settings, IDS).search(decoder);
  }

  private static Hypothesis best(SearchSettings settings, FakeModel model) {
    return search(settings, new FakeDecoder(V, model, new Source(1, 4))).getFirst().getFirst();
  }

  private static void assertSame(
      List<Hypothesis> actual, List<SlowSearch.Found> expected, SlowSearch slow) {
    assertThat(actual.stream().map(h -> Arrays.toString(h.ids())))
        .containsExactlyElementsOf(
            expected.stream().map(found -> Arrays.toString(found.ids())).toList());
    for (int rank = 0; rank < actual.size(); rank++) {
      SlowSearch.Found found = expected.get(rank);
      assertThat(actual.get(rank).score()).isCloseTo(found.score(), within(1e-8));
      assertThat(actual.get(rank).normalisedScore())
          .isCloseTo(slow.normalised(found), within(1e-8));
      assertThat(actual.get(rank).ended()).isEqualTo(found.ended());
    }
  }
}
