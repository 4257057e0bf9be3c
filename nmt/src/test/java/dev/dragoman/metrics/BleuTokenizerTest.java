package dev.dragoman.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BleuTokenizerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Hello, world!              | Hello , world !",
        "The \"cat\" (it) sat.      | The \" cat \" ( it ) sat .",
        "1,000.50 and 3.            | 1,000.50 and 3 .",
        "10-year-old, x-5           | 10 - year-old , x-5",
        "don't                      | don't",
        "&quot;a&amp;b&quot; &lt;c> | \" a & b \" < c >",
        "&amp;lt;                   | <",
        "a<skipped>b                | ab",
        "« bonjour » …              | « bonjour » …",
        "a;b/c@d[e]{f}~             | a ; b / c @ d [ e ] { f } ~",
        "...                        | . . .",
        "5.,6                       | 5 . , 6",
      })
  void thirteenAFollowsMteval(String sentence, String tokens) {
    assertThat(String.join(" ", BleuTokenizer.MTEVAL_13A.tokenize(sentence))).isEqualTo(tokens);
  }

  @Test
  void thirteenAJoinsAWordHyphenatedOverLines() {
    assertThat(BleuTokenizer.MTEVAL_13A.tokenize("exam-\nple\nline"))
        .containsExactly("example", "line");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "« bonjour » …     | « bonjour » …",
        "«bonjour»…        | « bonjour » …",
        "1,000.50 and 3.   | 1,000.50 and 3.",
        "3. x              | 3 . x",
        "don't well-known  | don ' t well - known",
        "5€+x              | 5 € + x",
        "你好，世界。      | 你好 ， 世界 。",
        "¿Qué?             | ¿ Qué ?",
        "1.Ⅷ.½             | 1.Ⅷ.½",
      })
  void internationalFollowsMteval14(String sentence, String tokens) {
    assertThat(String.join(" ", BleuTokenizer.INTERNATIONAL.tokenize(sentence))).isEqualTo(tokens);
  }

  @Test
  void characterSplitsByCodePointAndDropsBlanks() {
    assertThat(BleuTokenizer.CHARACTER.tokenize("a 👍\u00a0e\u0301"))
        .containsExactly("a", "👍", "e", "\u0301");
  }

  @Test
  void noneSplitsAtEveryBlankThatPythonKnows() {
    assertThat(BleuTokenizer.NONE.tokenize(" a\u00a0b\u0085c\u001cd\u2009e\u3000f\u200bg\tâ. "))
        .containsExactly("a", "b", "c", "d", "e", "f\u200bg", "â.");
  }

  @Test
  void areFoundByNameAndAMisspeltOneIsToldTheOthers() {
    for (BleuTokenizer tokenizer : BleuTokenizer.values()) {
      assertThat(BleuTokenizer.named(tokenizer.signature())).isEqualTo(tokenizer);
      assertThat(tokenizer.tokenize("")).isEmpty();
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BleuTokenizer.named("13A"))
        .withMessageContaining("13a, intl, char, none");
  }
}
