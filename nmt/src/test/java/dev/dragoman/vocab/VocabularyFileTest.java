package dev.dragoman.vocab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyFileTest {

  private static final String SPECIALS = "<pad>\t0\n<unk>\t0\n<s>\t0\n</s>\t0\n";

  private static Vocabulary parse(String text) {
    return Vocabulary.parse("vocabulary.fr", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Vocabulary example() {
    TokenCounts counts = new TokenCounts();
    counts.add(List.of("l'", "été", "😀", "l'", "￭-￭", "#", "été", "l'", "<a>"));
    return Vocabulary.build(counts, new VocabularySettings(1, 0));
  }

  @Test
  void hasOneEntryALineWithItsCount() {
    assertThat(example().toText())
        .isEqualTo(SPECIALS + "l'\t3\nété\t2\n#\t1\n<a>\t1\n￭-￭\t1\n😀\t1\n");
  }

  @Test
  void whatWasWrittenIsReadBack(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("vocabulary.fr");
    example().write(file);
    Vocabulary read = Vocabulary.read(file);
    assertThat(read.tokens()).isEqualTo(example().tokens());
    assertThat(read.toText()).isEqualTo(example().toText());
    assertThat(read.id("été")).isEqualTo(example().id("été"));
    assertThat(Files.readString(file)).doesNotContain("\r").endsWith("\n");
  }

  @Test
  void countsMayBeAbsent() {
    Vocabulary read = parse("<pad>\n<unk>\n<s>\n</s>\na\nb\n");
    assertThat(read.id("b")).isEqualTo(5);
    assertThat(read.count(5)).isZero();
  }

  /** What follows the special tokens, what is said about it; ⏎ stands for a line feed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          a→2⏎b→1⏎a→1⏎      | vocabulary.fr, line 7: the token 'a' stands on line 5 already
          a→2⏎→1⏎           | vocabulary.fr, line 6: expected a token, got an empty one
          a→2⏎⏎             | vocabulary.fr, line 6: expected a token, got an empty one
          a→two⏎            | vocabulary.fr, line 5: expected a count after the tab, got 'two'
          a→-2⏎             | vocabulary.fr, line 5: expected a count after the tab, got '-2'
          a→1→2⏎            | vocabulary.fr, line 5: expected a count after the tab, got '1\\u00092'
          a→1␍⏎             | vocabulary.fr, line 5: expected a count after the tab, got '1\\u000D'
          <s>→1⏎            | vocabulary.fr, line 5: the token '<s>' stands on line 3 already
          a→2⏎b             | vocabulary.fr: the last line does not end with a line break; the file was cut
          """)
  void aBrokenLineIsNamed(String lines, String message) {
    String text = lines.replace('→', '\t').replace('⏎', '\n').replace('␍', '\r');
    assertThatThrownBy(() -> parse(SPECIALS + text))
        .isInstanceOf(VocabularyException.class)
        .hasMessage(message.replace("\\\\", "\\"));
  }

  @Test
  void specialTokensMustComeFirstAndInOrder() {
    assertThatThrownBy(() -> parse("a\t1\nb\t1\n"))
        .isInstanceOf(VocabularyException.class)
        .hasMessage("vocabulary.fr, line 1: expected the special token <pad>, got a");
    assertThatThrownBy(() -> parse("\uFEFF" + SPECIALS)).hasMessageContaining("\\uFEFF<pad>");
    assertThatThrownBy(() -> parse("<pad>\n<unk>\n"))
        .hasMessageContaining("expected at least the special tokens <pad> <unk> <s> </s>, got 2");
    assertThatThrownBy(() -> parse("")).hasMessageContaining("got 0 lines");
  }

  @Test
  void bytesThatAreNotUtf8AreNamedWithTheirLine() {
    byte[] latin1 = (SPECIALS + "été\t2\n").getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> Vocabulary.parse("vocabulary.fr", latin1))
        .isInstanceOf(VocabularyException.class)
        .hasMessage("vocabulary.fr, line 5: expected UTF-8, got the byte 0xE9");
  }

  @Test
  void aLineBreakOfAnotherKindInsideATokenIsRefused() {
    assertThatThrownBy(() -> parse(SPECIALS + "a\u2028b\t1\n"))
        .hasMessageContaining("line 5: the token 'a\\u2028b' has a line break in it");
  }
}
