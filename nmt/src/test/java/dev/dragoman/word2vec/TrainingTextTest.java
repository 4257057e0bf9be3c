package dev.dragoman.word2vec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingTextTest {
  @TempDir Path folder;

  @Test
  void linesAreSentencesAndWhiteSpaceSeparatesWords() throws IOException {
    TrainingText text = read("\uFEFFb a\u00A0b\tc \r\n\n  \nb\u2003a", 1);
    assertThat(sentences(text)).containsExactly(List.of("b", "a", "b", "c"), List.of("b", "a"));
    assertThat(text.words().words()).containsExactly("b", "a", "c");
    assertThat(text.words().count(0)).isEqualTo(3);
    assertThat(text.length()).isEqualTo(6);
  }

  @Test
  void rareWordsKeepTheirPlacesButHaveNoIndex() throws IOException {
    TrainingText text = read("a b a\nc a b\n", 2);
    assertThat(text.words().words()).containsExactly("a", "b");
    assertThat(text.ids()).containsExactly(0, 1, 0, TrainingText.LEFT_OUT, 0, 1);
    assertThat(text.sentences()).isEqualTo(2);
    assertThat(text.minCount()).isEqualTo(2);
  }

  @Test
  void aFileAndItsSentencesAreTheSameText() throws IOException {
    TrainingText text = read("x y\nz x\n", 1);
    TrainingText same = TrainingText.of(List.of(List.of("x", "y"), List.of("z", "x")), 1);
    assertThat(same.ids()).containsExactly(text.ids());
    assertThat(same.words().words()).isEqualTo(text.words().words());
  }

  @Test
  void aLongLineIsCutEvery10000Words() throws IOException {
    TrainingText text = read("w ".repeat(25_001), 1);
    assertThat(text.sentences()).isEqualTo(3);
    assertThat(text.sentenceStart(1)).isEqualTo(10_000);
    assertThat(text.sentenceStart(2)).isEqualTo(20_000);
    assertThat(text.sentenceStart(3)).isEqualTo(25_001);
  }

  @Test
  void charactersMayLieAcrossTheBuffersOfTheReader() throws IOException {
    String word = "é\uD83D\uDE00語";
    TrainingText text = read((word + " ").repeat(30_000), 1);
    assertThat(text.words().words()).containsExactly(word);
    assertThat(text.length()).isEqualTo(30_000);
  }

  @Test
  void gzipIsToldByItsFirstBytes() throws IOException {
    Path file = folder.resolve("text.anything");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("a b\nb\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(TrainingText.read(file, 1).words().words()).containsExactly("b", "a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'ok ok\nfine caf\u00E9' | line 2, character 9: expected UTF-8, got the byte 0xE9",
        "\u00FF\u00FEh | line 1, character 1: expected UTF-8, got the byte 0xFF; if the file is"
            + " UTF-16, convert it: iconv -f UTF-16 -t UTF-8"
      })
  void whatIsNotUtf8IsSaidWithItsPlace(String latin1, String expected) throws IOException {
    Path file = folder.resolve("latin1.txt");
    Files.write(file, latin1.getBytes(StandardCharsets.ISO_8859_1));
    assertRefused(file, 1, expected);
  }

  @Test
  void aCharacterCutAtTheEndIsSaidToo() throws IOException {
    Path file = folder.resolve("cut.txt");
    Files.write(file, new byte[] {'a', ' ', (byte) 0xC3});
    assertRefused(file, 1, "line 1, character 3: expected UTF-8, got the byte 0xC3");
  }

  @Test
  void filesThatAreNoTextAreRefusedInOneLine() throws IOException {
    assertRefused(folder.resolve("absent.txt"), 1, "absent.txt: no such file; check the name");
    assertRefused(folder, 1, ": expected a file, got a folder; name a file in it");
    Path named = folder.resolve("plain.gz");
    Files.writeString(named, "a b");
    assertRefused(named, 1, "plain.gz: named .gz, but it is not gzip");
    Path empty = folder.resolve("empty.txt");
    Files.writeString(empty, " \n\n");
    assertRefused(empty, 1, "empty.txt: no words in it; expected text");
  }

  @Test
  void aCutGzipFileIsRefused() throws IOException {
    Path whole = folder.resolve("whole.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
      out.write("many words ".repeat(1000).getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = folder.resolve("cut.gz");
    Files.write(cut, Arrays.copyOf(bytes, bytes.length - 12));
    assertRefused(cut, 1, "cut.gz: the gzip data is cut; fetch the file again");
  }

  @Test
  void aTextWithoutFrequentWordsIsRefused() throws IOException {
    Path file = folder.resolve("few.txt");
    Files.writeString(file, "a b c a");
    assertRefused(
        file,
        3,
        "few.txt: none of its 3 words occurs at least 3 times; lower the minimum count or give more"
            + " text");
  }

  @Test
  void wordsThatNoFileCouldHoldAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrainingText.of(List.of(List.of("New York")), 1))
        .withMessage("words: expected words without white space, got 'New York'");
    assertThatIllegalArgumentException().isThrownBy(() -> TrainingText.of(List.of(List.of("")), 1));
  }

  private TrainingText read(String content, int minCount) throws IOException {
    Path file = folder.resolve("text.txt");
    Files.writeString(file, content);
    return TrainingText.read(file, minCount);
  }

  private static void assertRefused(Path file, int minCount, String message) {
    assertThatExceptionOfType(Word2VecException.class)
        .isThrownBy(() -> TrainingText.read(file, minCount))
        .withMessageContaining(message);
  }

  private static List<List<String>> sentences(TrainingText text) {
    List<List<String>> sentences = new ArrayList<>();
    for (int s = 0; s < text.sentences(); s++) {
      List<String> words = new ArrayList<>();
      for (int i = text.sentenceStart(s); i < text.sentenceStart(s + 1); i++) {
        words.add(text.words().word(text.ids()[i]));
      }
      sentences.add(words);
    }
    return sentences;
  }

  @Test
  void aStreamIsReadAsAFileIs() {
    byte[] bytes = "a b\na ü\n".getBytes(StandardCharsets.UTF_8);
    TrainingText text = TrainingText.read("standard input", new ByteArrayInputStream(bytes), 1);
    assertThat(text.words().words()).containsExactly("a", "b", "ü");
    assertThat(text.sentences()).isEqualTo(2);
    assertThatThrownBy(
            () -> TrainingText.read("standard input", new ByteArrayInputStream(new byte[0]), 1))
        .hasMessage("standard input: no words in it; expected text");
  }
}
