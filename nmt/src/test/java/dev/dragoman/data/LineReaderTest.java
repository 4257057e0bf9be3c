package dev.dragoman.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineReaderTest {

  @TempDir private Path folder;

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return compressed.toByteArray();
  }

  private static List<String> lines(byte[] bytes) {
    try (LineReader reader = LineReader.of("text", new ByteArrayInputStream(bytes))) {
      return reader.readAll();
    }
  }

  private static List<String> lines(String text) {
    return lines(utf8(text));
  }

  private List<String> linesOf(Path file) {
    try (LineReader reader = LineReader.open(file, InputStream.nullInputStream())) {
      return reader.readAll();
    }
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  @Test
  void lineFeedsEndLinesAndTheLastOneMayLackIt() {
    assertThat(lines("a\nb\n")).containsExactly("a", "b");
    assertThat(lines("a\nb")).containsExactly("a", "b");
    assertThat(lines("\na\n\n")).containsExactly("", "a", "");
    assertThat(lines("")).isEmpty();
  }

  @Test
  void windowsLineEndsAreFine() {
    assertThat(lines("a\r\nb\r\n\r\n")).containsExactly("a", "b", "");
  }

  @Test
  void nothingElseEndsALine() {
    String line = "a\rb\u000bc\fd\u0085e\u2028f\u2029g\u001ch\u00a0i\tj";
    assertThat(lines(line + "\nk")).containsExactly(line, "k");
  }

  @Test
  void aByteOrderMarkIsDroppedAtTheBeginningOnly() {
    assertThat(lines("\uFEFFa\n\uFEFFb")).containsExactly("a", "\uFEFFb");
    assertThat(lines("\uFEFF")).containsExactly("");
  }

  @Test
  void aByteOrderMarkIsKeptWhereItIsAskedFor() {
    try (LineReader reader =
        LineReader.of("text", new ByteArrayInputStream(utf8("\uFEFFa\r\nb")))) {
      assertThat(reader.keepingByteOrderMark().readAll()).containsExactly("\uFEFFa", "b");
    }
  }

  @Test
  void utf16WithoutAMarkIsNoticed() {
    for (Charset utf16 : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
      assertThatThrownBy(() -> lines("The queen speaks.\nThe king\n".getBytes(utf16)))
          .isInstanceOf(CorpusException.class)
          .hasMessageContaining("text, line 1: expected UTF-8, got a text full of NULs");
    }
    assertThat(lines("one NUL \u0000 is text\n")).containsExactly("one NUL \u0000 is text");
  }

  @Test
  void linesAcrossBuffersStayWhole() {
    String longLine = "é😀x".repeat(70_001);
    assertThat(lines("a\n" + longLine + "\r\n" + longLine + "\nb"))
        .containsExactly("a", longLine, longLine, "b");
  }

  @Test
  void gzipIsRecognisedByItsFirstBytes() throws IOException {
    byte[] compressed = gzip(utf8("été\nb\n"));
    assertThat(lines(compressed)).containsExactly("été", "b");
    assertThat(linesOf(write("text.gz", compressed))).containsExactly("été", "b");
    assertThat(linesOf(write("text.txt", compressed))).containsExactly("été", "b");
  }

  @Test
  void gzipFilesThatWereJoinedAreReadToTheEnd() {
    byte[] one = gzip(utf8("a\n"));
    byte[] two = Arrays.copyOf(one, 2 * one.length);
    System.arraycopy(one, 0, two, one.length, one.length);
    assertThat(lines(two)).containsExactly("a", "a");
  }

  @Test
  void latin1IsRefusedWithFileLineByteAndCharacter() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(utf8("one\ntwo é😀 "));
    bytes.write(0xE9);
    bytes.writeBytes(utf8(" three\n"));
    Path file = write("corpus.fr", bytes.toByteArray());
    assertThatThrownBy(() -> linesOf(file))
        .isInstanceOf(CorpusException.class)
        .hasMessage(
            file
                + ", line 2, byte 12, character 8: expected UTF-8, got the byte 0xE9;"
                + " if the file is Latin-1, convert it: iconv -f LATIN1 -t UTF-8");
  }

  @Test
  void overlongFormsSurrogatesAndCutCharactersAreRefused() {
    byte[][] broken = {
      {(byte) 0xC0, (byte) 0xAF},
      {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
      {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
      {'a', (byte) 0xE2, (byte) 0x82},
      {(byte) 0xC3, '\n', 'a'}
    };
    for (byte[] bytes : broken) {
      assertThatThrownBy(() -> lines(bytes))
          .isInstanceOf(CorpusException.class)
          .hasMessageContaining("text, line 1, byte ");
    }
  }

  @Test
  void utf16IsRecognised() {
    byte[] utf16 = "a\nb".getBytes(StandardCharsets.UTF_16);
    assertThatThrownBy(() -> lines(utf16)).hasMessageContaining("iconv -f UTF-16 -t UTF-8");
  }

  @Test
  void cutAndDamagedGzipIsRefusedInOneLine() throws IOException {
    byte[] whole = gzip(utf8("line\n".repeat(50_000) + Math.PI));
    Path cut = write("cut.gz", Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> linesOf(cut))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining(cut + ": the gzip data is cut or damaged after line ")
        .hasMessageNotContaining("\n");
    byte[] checksum = whole.clone();
    checksum[whole.length - 6] ^= 1;
    assertThatThrownBy(() -> lines(checksum)).hasMessageContaining("damaged");
    assertThatThrownBy(() -> lines(Arrays.copyOf(whole, 5)))
        .hasMessageContaining("the gzip data is cut right at the beginning");
    assertThatThrownBy(() -> lines(new byte[] {0x1F, (byte) 0x8B, 99, 0, 0, 0, 0, 0, 0, 0, 0}))
        .hasMessageContaining("the gzip data is damaged");
  }

  @Test
  void aFileNamedGzThatIsNoneIsRefused() throws IOException {
    Path file = write("plain.gz", utf8("a\n"));
    assertThatThrownBy(() -> linesOf(file)).hasMessageContaining("named .gz, but it is not gzip");
  }

  @Test
  void missingFilesAndFoldersAreNamed() {
    assertThatThrownBy(() -> linesOf(folder.resolve("none.fr")))
        .isInstanceOf(CorpusException.class)
        .hasMessage(folder.resolve("none.fr") + ": no such file; check the name");
    assertThatThrownBy(() -> linesOf(folder.resolve("no/none.fr")))
        .hasMessageContaining("its folder " + folder.resolve("no") + " does not exist either");
    assertThatThrownBy(() -> linesOf(folder))
        .hasMessage(folder + ": expected a text file, got a folder; name a file in it");
  }

  @Test
  void aLineThatNeverEndsIsRefusedBeforeItFillsTheMemory() {
    InputStream endless = new ByteArrayInputStream(new byte[LineReader.LONGEST_LINE + 100_000]);
    assertThatThrownBy(() -> LineReader.of("zeros", endless).readAll())
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("zeros, line 1: longer than 16 MiB");
  }

  @Test
  void standardInputAnswersLineByLineAndStaysOpen() throws IOException {
    PipedOutputStream keyboard = new PipedOutputStream();
    PipedInputStream input = new PipedInputStream(keyboard);
    keyboard.write(utf8("\n"));
    keyboard.flush();
    try (LineReader reader = LineReader.open(CorpusSource.STANDARD_INPUT, input)) {
      assertThat(reader.next()).isEmpty();
      keyboard.write(utf8("two\n"));
      keyboard.flush();
      assertThat(reader.next()).isEqualTo("two");
      assertThat(reader.lineNumber()).isEqualTo(2);
      assertThat(reader.name()).isEqualTo("standard input");
    }
    keyboard.write(utf8("x"));
    keyboard.flush();
    assertThat(input.read()).isEqualTo('x');
  }
}
