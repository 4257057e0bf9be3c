package dev.dragoman.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.data.HoldOutSettings.By;
import dev.dragoman.text.TextSettings;
import dev.dragoman.text.Tokenizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoldOutTest {

  private static final long SEED = 7;

  private static TokenizedPair pair(String source, String target) {
    return new TokenizedPair(
        new SentencePair(source, target), List.of(source.split(" ")), List.of(target.split(" ")));
  }

  /** 500 pairs over 200 sources and 230 targets. */
  private static List<TokenizedPair> repetitivePairs() {
    Random random = new Random(11);
    List<TokenizedPair> pairs = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      int source = i < 200 ? i : random.nextInt(200);
      int target = i < 200 ? i : source < 30 ? random.nextInt(30) : 200 + random.nextInt(30);
      pairs.add(pair("source " + source, "target " + target));
    }
    return pairs;
  }

  private static Split split(List<TokenizedPair> pairs, double validation, double test, By by) {
    return new HoldOut(new HoldOutSettings(validation, test, by), SEED).split(pairs);
  }

  private static Set<List<String>> sources(Collection<TokenizedPair> pairs) {
    return distinct(pairs, TokenizedPair::source);
  }

  private static Set<List<String>> targets(Collection<TokenizedPair> pairs) {
    return distinct(pairs, TokenizedPair::target);
  }

  private static Set<List<String>> distinct(
      Collection<TokenizedPair> pairs, Function<TokenizedPair, List<String>> side) {
    return pairs.stream().map(side).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @EnumSource
  void everyPairIsInExactlyOnePartAndInTheOrderOfTheCorpus(By by) {
    List<TokenizedPair> pairs = repetitivePairs();
    Split split = split(pairs, 11, 7, by);
    List<TokenizedPair> all = new ArrayList<>(split.train());
    all.addAll(split.validation());
    all.addAll(split.test());
    assertThat(all).containsExactlyInAnyOrderElementsOf(pairs);
    List<TokenizedPair> remaining = new ArrayList<>(pairs);
    remaining.removeAll(new HashSet<>(split.validation()));
    remaining.removeAll(new HashSet<>(split.test()));
    assertThat(split.train()).isEqualTo(remaining);
  }

  @Test
  void bySourceNoHeldOutSourceIsTrainedOn() {
    Split split = split(repetitivePairs(), 11, 7, By.SOURCE);
    assertThat(sources(split.validation()))
        .hasSize(11)
        .doesNotContainAnyElementsOf(sources(split.train()));
    assertThat(sources(split.test()))
        .hasSize(7)
        .doesNotContainAnyElementsOf(sources(split.train()))
        .doesNotContainAnyElementsOf(sources(split.validation()));
  }

  @Test
  void byTargetNoHeldOutTargetIsTrainedOn() {
    Split split = split(repetitivePairs(), 11, 7, By.TARGET);
    assertThat(targets(split.validation()))
        .hasSize(11)
        .doesNotContainAnyElementsOf(targets(split.train()));
    assertThat(targets(split.test()))
        .hasSize(7)
        .doesNotContainAnyElementsOf(targets(split.train()));
  }

  @Test
  void byBothNeitherSideIsTrainedOn() {
    List<TokenizedPair> pairs = new ArrayList<>(repetitivePairs());
    for (int i = 0; i < 40; i++) {
      pairs.add(pair("lone source " + i, "lone target " + i / 2));
    }
    Split split = split(pairs, 11, 7, By.BOTH);
    assertThat(split.test()).isNotEmpty();
    assertThat(split.validation()).isNotEmpty();
    assertThat(sources(split.test())).hasSizeLessThanOrEqualTo(7);
    List<TokenizedPair> heldOut = new ArrayList<>(split.test());
    heldOut.addAll(split.validation());
    assertThat(sources(heldOut)).doesNotContainAnyElementsOf(sources(split.train()));
    assertThat(targets(heldOut)).doesNotContainAnyElementsOf(targets(split.train()));
    assertThat(targets(split.test())).doesNotContainAnyElementsOf(targets(split.validation()));
  }

  @Test
  void byBothAChainOfSharedSentencesStaysTogether() {
    List<TokenizedPair> pairs =
        List.of(
            pair("a", "1"),
            pair("b", "1"),
            pair("b", "2"),
            pair("c", "2"),
            pair("x", "8"),
            pair("y", "9"));
    for (long seed = 0; seed < 20; seed++) {
      Split split = new HoldOut(new HoldOutSettings(0, 1, By.BOTH), seed).split(pairs);
      assertThat(split.train()).containsAll(pairs.subList(0, 4));
      assertThat(split.test()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theOrderOfLinesDoesNotMatter(By by) {
    List<TokenizedPair> pairs = repetitivePairs();
    List<TokenizedPair> shuffled = new ArrayList<>(pairs);
    Collections.shuffle(shuffled, new Random(5));
    Split one = split(pairs, 0.1, 0.05, by);
    Split other = split(shuffled, 0.1, 0.05, by);
    assertThat(other.test()).containsExactlyInAnyOrderElementsOf(one.test());
    assertThat(other.validation()).containsExactlyInAnyOrderElementsOf(one.validation());
  }

  @Test
  void theSeedDecides() {
    List<TokenizedPair> pairs = repetitivePairs();
    HoldOutSettings settings = new HoldOutSettings(0, 20, By.SOURCE);
    List<TokenizedPair> test = new HoldOut(settings, 1).split(pairs).test();
    assertThat(new HoldOut(settings, 1).split(pairs).test()).isEqualTo(test);
    assertThat(new HoldOut(settings, 2).split(pairs).test()).isNotEqualTo(test);
  }

  @Test
  void theSplitIsTheSameOnEveryMachine() {
    List<TokenizedPair> pairs =
        List.of(pair("a", "1"), pair("é", "2"), pair("c d", "3"), pair("e", "4"));
    Split split = split(pairs, 1, 1, By.SOURCE);
    assertThat(split.test()).extracting(pair -> pair.text().source()).containsExactly(TEST);
    assertThat(split.validation())
        .extracting(pair -> pair.text().source())
        .containsExactly(VALIDATION);
  }

  private static final String TEST = "e";
  private static final String VALIDATION = "é";

  @Test
  void sharesAreOfDistinctSentencesAndAtLeastOne() {
    assertThat(sources(split(repetitivePairs(), 0.1, 0.05, By.SOURCE).validation())).hasSize(20);
    assertThat(sources(split(repetitivePairs(), 0.1, 0.05, By.SOURCE).test())).hasSize(10);
    assertThat(split(repetitivePairs().subList(0, 5), 0.01, 0, By.SOURCE).validation()).hasSize(1);
  }

  @Test
  void nothingIsHeldOutWhereNothingIsAskedFor() {
    assertThat(split(repetitivePairs(), 0, 0, By.BOTH).train()).isEqualTo(repetitivePairs());
    assertThat(split(List.of(), 0, 0, By.SOURCE).train()).isEmpty();
  }

  @Test
  void somethingMustBeLeftToTrainOn() {
    assertThatThrownBy(() -> split(repetitivePairs(), 1_000, 200, By.SOURCE))
        .isInstanceOf(CorpusException.class)
        .hasMessage(
            "cannot hold out 1,000 validation and 200 test sentences: there are only 200 distinct"
                + " source sentences and some must be left to train on; hold out fewer");
    assertThatThrownBy(() -> split(repetitivePairs().subList(0, 1), 0.5, 0, By.SOURCE))
        .isInstanceOf(CorpusException.class);
  }

  @Test
  void pairsThatAllHangTogetherCannotBeHeldOutByBoth() {
    List<TokenizedPair> pairs = List.of(pair("a", "1"), pair("b", "1"), pair("c", "1"));
    assertThatThrownBy(() -> split(pairs, 1, 0, By.BOTH))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("hang together");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, -5, 2.5, 1e12, Double.NaN})
  void impossibleSizesAreRefused(double size) {
    assertThatThrownBy(() -> new HoldOutSettings(size, 0, By.SOURCE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("validation: expected a share below 1 or a whole number");
  }

  @Test
  void tatoebaLeaksNothing() {
    Tokenizer words = Tokenizer.of(TextSettings.defaults());
    List<TokenizedPair> pairs =
        new PairFilter(FilterSettings.defaults(), words, words)
            .apply(SharedCorpora.frenchToEnglish())
            .pairs();
    for (By by : By.values()) {
      Split split = split(pairs, 1_000, 1_000, by);
      assertThat(by == By.TARGET ? targets(split.test()) : sources(split.test())).hasSize(1_000);
      assertThat(isApart(split, TokenizedPair::source)).isEqualTo(by != By.TARGET);
      assertThat(isApart(split, TokenizedPair::target)).isEqualTo(by != By.SOURCE);
    }
  }

  private static boolean isApart(Split split, Function<TokenizedPair, List<String>> side) {
    return Collections.disjoint(distinct(split.test(), side), distinct(split.train(), side));
  }
}
