package dev.dragoman.word2vec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordVectorFilesTest {
  private static final WordVectors VECTORS =
      WordVectors.of(
          List.of("the", "naïve", "\uD83D\uDE00", "2026"),
          3,
          new float[] {
            0.5f,
            -1e-7f,
            3, //
            Float.MIN_VALUE,
            Float.MAX_VALUE,
            -0f, //
            1 / 3f,
            0.1f,
            -123456.79f, //
            0,
            10,
            32
          });

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NUMPY", "PROJECTOR"})
  void everyFormatGivesEveryBitBack(WordVectorFormat format) {
    Path file = folder.resolve("vectors");
    WordVectorFiles.write(VECTORS, file, format);
    assertSame(WordVectorFiles.read(file));
    assertSame(WordVectorFiles.read(file, format, 99));
    assertThat(folder.toFile().list()).containsExactly("vectors");
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NUMPY", "PROJECTOR"})
  void namesWithGzAreCompressed(WordVectorFormat format) throws IOException {
    Path file = folder.resolve("vectors.gz");
    WordVectorFiles.write(VECTORS, file, format);
    assertSame(WordVectorFiles.read(file));
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      assertThat(in.readAllBytes()).isNotEmpty();
    }
  }

  @Test
  void textHasAHeaderAndSingleBlanks() throws IOException {
    Path file = folder.resolve("vectors.txt");
    WordVectors two = WordVectors.of(List.of("a", "bc"), 2, new float[] {1, -0.5f, 1e-5f, 2});
    WordVectorFiles.write(two, file, WordVectorFormat.WORD2VEC_TEXT);
    assertThat(Files.readString(file)).isEqualTo("2 2\na 1.0 -0.5\nbc 1.0E-5 2.0\n");
    WordVectorFiles.write(two, file, WordVectorFormat.GLOVE);
    assertThat(Files.readString(file)).isEqualTo("a 1.0 -0.5\nbc 1.0E-5 2.0\n");
  }

  @Test
  void binaryHasAHeaderLittleEndianFloatsAndLineFeeds() throws IOException {
    Path file = folder.resolve("vectors.bin");
    WordVectors two = WordVectors.of(List.of("a", "é"), 2, new float[] {1, -0.5f, 3, 2});
    WordVectorFiles.write(two, file, WordVectorFormat.WORD2VEC_BINARY);
    assertThat(Files.readAllBytes(file)).isEqualTo(binary("\n", "a", 1, -0.5f, "é", 3, 2));
    assertThat(Files.readAllBytes(file))
        .startsWith('2', ' ', '2', '\n', 'a', ' ', 0, 0, 0x80, 0x3F);
  }

  @ParameterizedTest
  @CsvSource({"'\n'", "''"})
  void binaryIsReadWithAndWithoutLineFeeds(String lineFeed) throws IOException {
    Path file = write(binary(lineFeed, "a", 1, -0.5f, "é", 3, 2));
    WordVectors vectors = WordVectorFiles.read(file);
    assertThat(vectors.words()).containsExactly("a", "é");
    assertThat(vectors.matrix()).containsExactly(1, -0.5f, 3, 2);
  }

  @Test
  void binaryFloatsThatLookLikeBlanksAndLineFeedsAreFloats() throws IOException {
    float blanks = Float.intBitsToFloat(0x20202020);
    float lineFeeds = Float.intBitsToFloat(0x0A0A0A0A);
    Path file = write(binary("", "a", lineFeeds, blanks, "b", blanks, lineFeeds));
    assertThat(WordVectorFiles.read(file).matrix())
        .containsExactly(lineFeeds, blanks, blanks, lineFeeds);
  }

  @ParameterizedTest
  @CsvSource({
    "'2 2\na 1 2\nb 3 4\n', the plain form",
    "'2 2\na 1 2\nb 3 4', no line feed at the end",
    "'2 2\na 1 2 \nb 3 4 \n', blanks at the ends of lines",
    "'2 2\r\na 1 2\r\nb 3 4\r\n', line ends of Windows",
    "'2 2\na 1 2\nb 3 4\n\n', an empty line at the end",
    "'2  2 \na\t1\t2\nb  3  4\n', other blanks",
    "'a 1 2\nb 3 4\n', no header",
    "'a 1 2 \nb +3e0 40E-1 ', no header and blanks at the ends of lines"
  })
  void textIsReadInAllItsForms(String content, String form) throws IOException {
    WordVectors vectors = WordVectorFiles.read(write(content.getBytes(UTF_8)));
    assertThat(vectors.words()).as(form).containsExactly("a", "b");
    assertThat(vectors.matrix()).as(form).containsExactly(1, 2, 3, 4);
  }

  @Test
  void wordsMayBeNumbersOrHaveStrangeBlanksInThem() throws IOException {
    List<String> lines =
        List.of(
            "1995 1 2", "New York 3 4", ". . . 5 6", "a\u00A0b 7 8", "\u2028 9 10", "\u0085 11 12");
    String content = String.join("\n", lines);
    WordVectors vectors = WordVectorFiles.read(write(content.getBytes(UTF_8)));
    assertThat(vectors.words())
        .containsExactly("1995", "New York", ". . .", "a\u00A0b", "\u2028", "\u0085");
    assertThat(vectors.size()).isEqualTo(2);
  }

  @Test
  void aLimitReadsTheFirstVectorsOnly() throws IOException {
    Path text = write("3 1\na 1\nb 2\nc broken\n".getBytes(UTF_8));
    assertThat(WordVectorFiles.read(text, 2).words()).containsExactly("a", "b");
    Path glove = write("a 1\nb 2\nc broken\n".getBytes(UTF_8));
    assertThat(WordVectorFiles.read(glove, 1).words()).containsExactly("a");
    byte[] binary = binary("\n", "a", 1, -0.5f, "é", 3, 2);
    Path cut = write(Arrays.copyOf(binary, binary.length - 3));
    assertThat(WordVectorFiles.read(cut, 1).words()).containsExactly("a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'3 2\na 1 2\nb 3 4\n'"
            + "|line 4: expected 3 vectors, as the first line says, got 2; the file was cut",
        "'1 2\na 1 2\nb 3 4\n'"
            + "|line 3: expected the file's end after the 1 vectors that the first line promises,"
            + " got 'b 3 4'",
        "'2 2\na 1 2\nb 3\n'|line 3: expected a word and 2 numbers, got 2 fields: 'b 3'",
        "'2 2\na 1 2\nb 3 4 5\n'|line 3: expected a word and 2 numbers, got 4 fields: 'b 3 4 5'",
        "'2 3\na 1 2 3\nb 1 2 x\n'|line 3: expected a number, got 'x'",
        "'2 2\na 1 2\na 3 4\n'|line 3: the word 'a' has a vector already, the file's number 1",
        "'2 2\na 1 2\nb 1e99 4\n'|line 3, word 'b': expected finite numbers, got Infinity",
        "'2 2\na 1 2\nb nan 4\n'|line 3: expected a number, got 'nan'",
        "'2 2\na 1 2\nb 1-2 4\n'|line 3: expected a number, got '1-2'",
        "'2 2\na 1 2\n\nb 3 4\n'|line 3: expected 2 vectors, as the first line says, got 1",
        "'a 1 2\n\nb 3 4\n'|line 3: expected the file's end after an empty line, got 'b 3 4'",
        "'a 1 2\nb 3\n'|line 2: expected a word and 2 numbers, got 2 fields: 'b 3'",
        "'to be or not to be\n'|line 1: expected a word and numbers after it; this is no file of"
            + " word vectors",
        "'5 0\na\n'|line 1: expected a size from 1 to 1048576, got 0",
        "'99999999999 3\na 1 2 3\n'|line 1: expected a number below 2147483648, got 99999999999",
        "''|: no vectors in it",
        "'0 5\n'|: no vectors in it"
      })
  void whatIsWrongWithATextIsSaidWithItsLine(String content, String expected) throws IOException {
    assertRefused(write(content.getBytes(UTF_8)), expected);
  }

  @Test
  void wordsThatAreNotUtf8AreSaidWithTheirLine() throws IOException {
    assertRefused(
        write("a 1 2\nna\u00EFve 3 4\n".getBytes(StandardCharsets.ISO_8859_1)),
        "line 2: the word is not UTF-8: 'naïve'");
    assertRefused(
        write(new byte[] {'1', ' ', '1', '\n', (byte) 0xFF, ' ', 0, 0, 0, 0}),
        "vector 1 of 1: the word is not UTF-8: 'ÿ'");
  }

  @Test
  void whatIsWrongWithABinaryFileIsSaidWithItsVector() throws IOException {
    byte[] whole = binary("", "a", 1, -0.5f, "b", 3, 2);
    assertRefused(
        write(Arrays.copyOf(whole, whole.length - 3)),
        "vector 2 of 2: expected 2 floats, the file ends after 5 bytes of them; it was cut");
    assertRefused(
        write(Arrays.copyOf(whole, 14)),
        ": expected 2 vectors, as the first line says, got 1; the file was cut");
    assertRefused(
        write(Arrays.copyOf(whole, whole.length + 1)),
        ": there is more after the 2 vectors of size 2 that its first line promises");
    assertRefused(
        write(binary("", "a", 1, -0.5f, "a", 3, 2)),
        "vector 2 of 2: the word 'a' has a vector already, the file's number 1");
    assertRefused(
        write(binary("", "a", 1, -0.5f, "b", Float.NaN, 2)),
        "vector 2 of 2, word 'b': expected finite numbers, got NaN");
    assertRefused(write(binary("", "a", 1, -0.5f, "", 3, 2)), "vector 2 of 2: the word is empty");
  }

  @Test
  void aHugeHeaderTakesNoMemoryBeforeTheVectorsAreSeen() throws IOException {
    assertRefused(
        write("2147483647 2147483647\na 1\n".getBytes(UTF_8)),
        "line 1: expected a size from 1 to 1048576, got 2147483647");
    assertRefused(
        write("2147483647 1048576\na 1\n".getBytes(UTF_8)),
        "vector 1 of 2147483647: expected 1048576 floats, the file ends after 2 bytes of them");
    assertRefused(
        write("2147483647 1\na 1\n".getBytes(UTF_8)),
        "line 3: expected 2147483647 vectors, as the first line says, got 1");
  }

  @Test
  void anotherFormatThanAskedForIsRefused() throws IOException {
    Path glove = write("a 1 2\n".getBytes(UTF_8));
    assertThatExceptionOfType(Word2VecException.class)
        .isThrownBy(() -> WordVectorFiles.read(glove, WordVectorFormat.WORD2VEC_TEXT, 9))
        .withMessageContaining(
            "line 1: expected the number of words and the size, such as '71291 200', got 'a 1 2'; a"
                + " text file without that line has the format GLOVE");
  }

  @Test
  void filesThatCannotBeReadOrWrittenAreSaidInOneLine() throws IOException {
    assertRefused(folder.resolve("absent"), "absent: no such file; check the name");
    assertRefused(folder, ": expected a file, got a folder; name a file in it");
    Path file = Files.createFile(folder.resolve("file"));
    assertThatExceptionOfType(Word2VecException.class)
        .isThrownBy(() ->
            WordVectorFiles.write(
                VECTORS, file.resolve("below").resolve("vectors.txt"), WordVectorFormat.GLOVE))
        .withMessageContaining("vectors.txt: expected a folder at " + file + ", got a file");
  }

  @Test
  void foldersThatAreMissingAreMade() {
    Path file = folder.resolve("new").resolve("folder").resolve("vectors.txt");
    WordVectorFiles.requireWritable(file, WordVectorFormat.GLOVE);
    assertThat(folder.resolve("new")).doesNotExist();
    WordVectorFiles.write(VECTORS, file, WordVectorFormat.GLOVE);
    assertThat(WordVectorFiles.read(file).words()).isEqualTo(VECTORS.words());
  }

  @Test
  void wordsThatNoFileCanHoldAreNotWritten() {
    WordVectors vectors = WordVectors.of(List.of("New York"), 1, new float[1]);
    Path file = folder.resolve("vectors.txt");
    assertThatExceptionOfType(Word2VecException.class)
        .isThrownBy(() -> WordVectorFiles.write(vectors, file, WordVectorFormat.WORD2VEC_TEXT))
        .withMessageContaining("the word 'New York' is empty or has a blank in it");
    assertThat(file).doesNotExist();
  }

  @Test
  void gzipIsToldByItsFirstBytes() throws IOException {
    Path file = folder.resolve("vectors.vec");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("1 2\na 1 2\n".getBytes(UTF_8));
    }
    assertThat(WordVectorFiles.read(file).words()).containsExactly("a");
  }

  private void assertRefused(Path file, String message) {
    assertThatExceptionOfType(Word2VecException.class)
        .isThrownBy(() -> WordVectorFiles.read(file))
        .withMessageContaining(message)
        .withMessageStartingWith(file.toString());
  }

  private static void assertSame(WordVectors read) {
    assertThat(read.words()).isEqualTo(VECTORS.words());
    assertThat(read.size()).isEqualTo(VECTORS.size());
    assertThat(read.matrix()).containsExactly(VECTORS.matrix());
  }

  private Path write(byte[] content) throws IOException {
    return Files.write(folder.resolve("vectors"), content);
  }

  /** Two words of size 2. */
  private static byte[] binary(
      String lineFeed, String a, float a1, float a2, String b, float b1, float b2)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write("2 2\n".getBytes(UTF_8));
    out.write((a + " ").getBytes(UTF_8));
    out.write(floats(a1, a2));
    out.write((lineFeed + b + " ").getBytes(UTF_8));
    out.write(floats(b1, b2));
    out.write(lineFeed.getBytes(UTF_8));
    return out.toByteArray();
  }

  private static byte[] floats(float x, float y) {
    return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putFloat(x).putFloat(y).array();
  }
}
