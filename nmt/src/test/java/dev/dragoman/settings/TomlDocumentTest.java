package dev.dragoman.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TomlDocumentTest {
  @TempDir Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("x.toml"), bytes);
  }

  private void assertUnreadable(byte[] bytes, String complaint) throws IOException {
    Path file = file(bytes);
    assertThatThrownBy(() -> TomlDocument.read(file))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(file + complaint);
  }

  @Test
  void aByteOrderMarkAndCarriageReturnsAreFine() throws IOException {
    Path file = file("\uFEFF# é\r\nname = \"é\"\r\n".getBytes(StandardCharsets.UTF_8));
    assertThat(TomlDocument.read(file).root()).containsEntry("name", "é");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path missing = folder.resolve("missing.toml");
    assertThatThrownBy(() -> TomlDocument.read(missing))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(missing + ": no such file (looked for " + missing + ")");
    assertThatThrownBy(() -> TomlDocument.read(folder))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(folder + ": expected a TOML file, got a folder");
  }

  @Test
  void anotherEncodingIsNamedWithItsLine() throws IOException {
    assertUnreadable(
        "a = 1\nb = \"é\"\n".getBytes(StandardCharsets.ISO_8859_1),
        ", line 2: not UTF-8; is this a TOML file saved in another encoding?");
  }

  @Test
  void aHugeFileIsNotReadAtAll() throws IOException {
    assertUnreadable(
        new byte[(1 << 20) + 1],
        ": expected a TOML file of at most 1 MiB, got 1048577 bytes of something");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a = 1⏎a = 2 | line 2: the key is given twice: a = 2",
        "[a]⏎b = 1⏎[a] | line 3: the section is given twice: [a]",
        "a.b = 1⏎a.b = 2 | line 2: the key is given twice: a.b = 2",
        "a = data/x.fr | line 1: expected a value (text needs quotes)",
        "a = tru | line 1: expected a value (text needs quotes)",
        "a = \"x⏎b = 1 | line 1: the line ends too early; is a quote missing?: a = \"x",
        "a = | line 1: the line ends too early",
        "a = 1 b = 2 | line 1: expected one value and nothing after it: a = 1 b = 2",
        "a 1 | line 1: expected a value (text needs quotes), a key or",
        "just words | line 1: expected a value (text needs quotes), a key or",
      })
  void whatIsNotTomlIsRefusedWithItsLine(String toml, String complaint) {
    assertThatThrownBy(() -> TomlDocument.parse("x.toml", toml.replace('⏎', '\n')))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("x.toml, ")
        .hasMessageContaining(complaint);
  }

  @Test
  void garbageIsAlwaysRefusedAsAConfiguration() {
    Random random = new Random(7);
    String alphabet = "ab.=[]{}\"'\\#,\n\r\t 019-+_:eExun\u0000é";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder garbage = new StringBuilder();
      random
          .ints(random.nextInt(12), 0, alphabet.length())
          .forEach(at -> garbage.append(alphabet.charAt(at)));
      assertThatCode(() -> parsedOrRefused(garbage.toString()))
          .as("%s", garbage)
          .doesNotThrowAnyException();
    }
  }

  private static void parsedOrRefused(String toml) {
    try {
      TomlDocument.parse("x", toml);
    } catch (ConfigurationException refused) {
      assertThat(refused).message().hasLineCount(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a=", "a.", "\"", "\"\\\\", "'", "x", "=", "\n", "1", "]"})
  void endlessRepetitionDoesNotOverflow(String piece) {
    assertThatCode(() -> parsedOrRefused("a = " + piece.repeat(100_000)))
        .doesNotThrowAnyException();
    assertThatCode(() -> parsedOrRefused(piece.repeat(100_000) + "b = 1"))
        .doesNotThrowAnyException();
    assertThatCode(() -> KeyLines.of(piece.repeat(100_000))).doesNotThrowAnyException();
  }

  @Test
  void theLineOfAKeyIsFoundWhereverItStands() {
    String toml =
        """
        # name = 1
        'name' = "x"
        long = \"""
        [no]
        section = 1
        \"""
        [a . "b"]
        c.d = 1
        e = { f = 1 }

        [[list]]
        """;
    TomlDocument document = TomlDocument.parse("x", toml);
    assertThat(document.place(List.of("name"))).isEqualTo("x, line 2");
    assertThat(document.place(List.of("long"))).isEqualTo("x, line 3");
    assertThat(document.place(List.of("a", "b"))).isEqualTo("x, line 7");
    assertThat(document.place(List.of("a", "b", "c", "d"))).isEqualTo("x, line 8");
    assertThat(document.place(List.of("a", "b", "e", "f"))).isEqualTo("x, line 9");
    assertThat(document.place(List.of("list"))).isEqualTo("x, line 11");
    assertThat(document.place(List.of("no"))).isEqualTo("x");
  }
}
