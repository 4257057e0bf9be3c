package dev.dragoman.word2vec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordCountsTest {
  @Test
  void wordsComeByDescendingCountAndTiesByCodePoint() {
    String beyondTheBasicPlane = "\uD83D\uDE00";
    String lateInTheBasicPlane = "\uFF41";
    WordCounts words =
        WordCounts.of(
            Map.of("b", 2L, beyondTheBasicPlane, 2L, "ab", 2L, "z", 7L, lateInTheBasicPlane, 2L),
            1);
    assertThat(words.words())
        .containsExactly("z", "ab", "b", lateInTheBasicPlane, beyondTheBasicPlane);
    assertThat(words.total()).isEqualTo(15);
  }

  @Test
  void rareWordsAreLeftOut() {
    WordCounts words = WordCounts.of(Map.of("often", 5L, "seldom", 4L), 5);
    assertThat(words.size()).isEqualTo(1);
    assertThat(words.word(0)).isEqualTo("often");
    assertThat(words.count(0)).isEqualTo(5);
    assertThat(words.indexOf("often")).hasValue(0);
    assertThat(words.indexOf("seldom")).isEmpty();
  }
}
