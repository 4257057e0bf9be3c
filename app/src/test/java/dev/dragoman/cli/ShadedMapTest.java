package dev.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.inspect.AttentionMap;
import dev.dragoman.inspect.PlacedTokens;
import dev.dragoman.text.TextSettings;
import dev.dragoman.text.Tokenizer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShadedMapTest {
  private static final Tokenizer WORDS = Tokenizer.of(TextSettings.defaults());

  /** Each target token looks at the source token at its own place. */
  private static AttentionMap diagonal(String source, String target) {
    PlacedTokens left = PlacedTokens.split(source, WORDS).withEnd("</s>");
    PlacedTokens right = PlacedTokens.split(target, WORDS);
    float[][] weights = new float[right.tokens().size()][left.tokens().size()];
    for (int t = 0; t < weights.length; t++) {
      weights[t][Math.min(t, left.tokens().size() - 1)] = 1;
    }
    return new AttentionMap(left, right, weights);
  }

  @Test
  void aShortSentenceStandsAcross() {
    AttentionMap map = diagonal("la reine", "the queen");
    assertThat(new ShadedMap(map, 80, Shading.BLOCKS).lines())
        .containsExactly("       la    reine </s>", "the    █████", "queen        █████");
    assertThat(new ShadedMap(map, 80, Shading.PLAIN).lines().get(2))
        .isEqualTo("queen        #####");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 137})
  void noLineIsWiderThanTheTerminal(int width) {
    for (int words : new int[] {1, 5, 12, 25, 60, 140}) {
      for (String word : List.of("a", "mécanicienne", "東京都庁", "e\u0301te\u0301", "👩‍🚀")) {
        String sentence = String.join(" ", Collections.nCopies(words, word));
        for (Shading shading : Shading.values()) {
          assertThat(new ShadedMap(diagonal(sentence, sentence), width, shading).lines())
              .allMatch(line -> Columns.width(line) <= width);
        }
      }
    }
  }

  @Test
  void everySourceTokenIsShownOnce() {
    String sentence = String.join(" ", Collections.nCopies(50, "ab"));
    List<String> lines = new ShadedMap(diagonal(sentence, sentence), 80, Shading.BLOCKS).lines();
    String all = String.join("\n", lines);
    assertThat(all).contains("source tokens 1 to ", " of 51");
    assertThat(all.chars().filter(c -> c == '█').count() % 50).isZero();
    assertThat(all.chars().filter(c -> c == '█').count()).isPositive();
  }

  @Test
  void wideAndCombiningCharactersKeepCellsBelowTheirTokens() {
    List<String> lines =
        new ShadedMap(diagonal("e\u0301te\u0301 왕 roi", "a b c"), 80, Shading.BLOCKS).lines();
    assertThat(Columns.width(lines.get(0).substring(0, lines.get(0).indexOf("roi"))))
        .isEqualTo(lines.get(3).indexOf('█'));
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', '', BLOCKS",
    "'', '', C.UTF-8, BLOCKS",
    "'', '', de_DE.utf8, BLOCKS",
    "C, '', de_DE.UTF-8, PLAIN",
    "'', POSIX, C.UTF-8, PLAIN",
    "'', '', de_DE.ISO-8859-1, PLAIN"
  })
  void plainCharactersStandWhereTheLocaleHasNoUnicode(
      String all, String type, String language, Shading expected) {
    Map<String, String> environment = Map.of("LC_ALL", all, "LC_CTYPE", type, "LANG", language);
    assertThat(Shading.of(environment)).isEqualTo(expected);
  }

  @Test
  void theLauncherTellsTheLocaleThatItChanged() {
    assertThat(Shading.of(Map.of("DRAGOMAN_LOCALE", "C", "LC_ALL", "C.UTF-8")))
        .isEqualTo(Shading.PLAIN);
  }

  @Test
  void shadesGrowWithTheWeight() {
    assertThat(Shading.PLAIN.shade(0)).isEqualTo(' ');
    assertThat(Shading.PLAIN.shade(0.13)).isEqualTo('.');
    assertThat(Shading.PLAIN.shade(1)).isEqualTo('#');
    assertThat(Shading.PLAIN.shade(1.0001)).isEqualTo('#');
    assertThat(Shading.PLAIN.legend()).isEqualTo(". 13 %   : 38 %   * 63 %   # 88 % and more");
  }
}
