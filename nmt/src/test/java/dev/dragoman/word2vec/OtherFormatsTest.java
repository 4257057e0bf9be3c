package dev.dragoman.word2vec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** fastText's, NumPy's and the projector's layouts, byte by byte. */
class OtherFormatsTest {
  private static final WordVectors VECTORS =
      WordVectors.of(
          List.of("the", "élan", "#"), 2, new float[] {1, -0.5f, 1e-30f, 3.4028235e38f, -0f, 0.1f});

  @TempDir Path folder;

  private Path file(String name) {
    return folder.resolve(name);
  }

  @ParameterizedTest
  @EnumSource
  void everyFormatGivesEveryBitBackAndIsToldByItself(WordVectorFormat format) {
    Path file = file("vectors");
    WordVectorFiles.write(VECTORS, file, format);
    WordVectors read = WordVectorFiles.read(file);
    assertThat(read.words()).isEqualTo(VECTORS.words());
    assertThat(Arrays.equals(read.matrix(), VECTORS.matrix())).isTrue();
    WordVectorFormat told =
        format == WordVectorFormat.FASTTEXT ? WordVectorFormat.WORD2VEC_TEXT : format;
    assertThat(WordVectorFiles.detect(file)).isEqualTo(told);
    assertThat(WordVectorFiles.read(file, format, 2).words()).containsExactly("the", "élan");
  }

  @Test
  void fastTextEndsEveryLineButTheFirstWithABlank() throws IOException {
    WordVectorFiles.write(VECTORS, file("v.vec"), WordVectorFormat.FASTTEXT);
    assertThat(Files.readString(file("v.vec")))
        .startsWith("3 2\nthe 1.0 -0.5 \nélan ")
        .endsWith("\n# -0.0 0.1 \n");
  }

  @Test
  void numpyHasAHeaderOfWholeLinesOf64BytesAndTheWordsBesideIt() throws IOException {
    WordVectorFiles.write(VECTORS, file("v.npy"), WordVectorFormat.NUMPY);
    byte[] bytes = Files.readAllBytes(file("v.npy"));
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), }";
    assertThat(bytes)
        .hasSize(128 + 3 * 2 * 4)
        .startsWith(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0);
    assertThat(new String(bytes, 10, 118, StandardCharsets.ISO_8859_1))
        .startsWith(header + " ")
        .endsWith(" \n");
    assertThat(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getFloat(128 + 4))
        .isEqualTo(-0.5f);
    assertThat(Files.readString(file("v.tokens.txt"))).isEqualTo("the\nélan\n#\n");
  }

  private void writeNumpy(String header, int version, ByteBuffer numbers) throws IOException {
    ByteBuffer all =
        ByteBuffer.allocate(16 + header.length() + numbers.capacity())
            .order(ByteOrder.LITTLE_ENDIAN);
    all.put((byte) 0x93)
        .put("NUMPY".getBytes(StandardCharsets.ISO_8859_1))
        .put((byte) version)
        .put((byte) 0);
    if (version == 1) {
      all.putShort((short) header.length());
    } else {
      all.putInt(header.length());
    }
    all.put(header.getBytes(StandardCharsets.ISO_8859_1)).put(numbers.duplicate().clear());
    Files.write(file("x.npy"), Arrays.copyOf(all.array(), all.position()));
    Files.writeString(file("x.tokens.txt"), "a\nb\n");
  }

  @Test
  void numpyOfOtherTypesAndOrdersIsReadToo() throws IOException {
    ByteBuffer columnsFirst = ByteBuffer.allocate(6 * 8);
    columnsFirst.asDoubleBuffer().put(new double[] {1, 4, 2, 5, 3, 6});
    writeNumpy("{'descr': '>f8', 'fortran_order': True, 'shape': (2, 3), }\n", 1, columnsFirst);
    assertThat(WordVectorFiles.read(file("x.npy")).matrix()).containsExactly(1, 2, 3, 4, 5, 6);
    ByteBuffer halves = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    halves.putShort(Float.floatToFloat16(1.5f)).putShort(Float.floatToFloat16(-2f));
    writeNumpy("{'descr':'<f2','fortran_order':False,'shape':(2,1)}\n", 2, halves);
    assertThat(WordVectorFiles.read(file("x.npy")).matrix()).containsExactly(1.5f, -2f);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'descr': '<i4', 'fortran_order': False, 'shape': (2, 1), } | expected floats of 2, 4 or 8 bytes, got 'i4'",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), } | expected a matrix",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 9), } | the numbers end too early; the file was cut",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 1), } | expected 1 words, one a line",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 99999999999), } | expected numbers below 2147483648",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (70000, 70000), } | got 70000 by 70000"
      })
  void whatIsNoMatrixOfFloatsIsRefused(String header, String complaint) throws IOException {
    writeNumpy(header, 1, ByteBuffer.allocate(8));
    assertThatExceptionOfType(Word2VecException.class)
        .isThrownBy(() -> WordVectorFiles.read(file("x.npy")))
        .withMessageContaining("x.")
        .withMessageContaining(complaint);
  }

  @Test
  void aMatrixWithoutItsWordsSaysWhereTheyAreExpected() throws IOException {
    WordVectorFiles.write(VECTORS, file("v.npy"), WordVectorFormat.NUMPY);
    Files.delete(file("v.tokens.txt"));
    assertThatExceptionOfType(Word2VecException.class)
        .isThrownBy(() -> WordVectorFiles.read(file("v.npy")))
        .withMessageEndingWith(
            "v.tokens.txt: no such file; the words of v.npy are expected there, one a line");
  }

  @Test
  void theProjectorsMetadataHasAHeadingOnlyWithMoreThanOneColumn() throws IOException {
    WordVectorFiles.write(VECTORS, file("p"), WordVectorFormat.PROJECTOR);
    assertThat(Files.readString(file("p/tensors.tsv"))).startsWith("1.0\t-0.5\n").hasLineCount(3);
    assertThat(Files.readString(file("p/metadata.tsv"))).isEqualTo("the\nélan\n#\n");
    assertThat(Files.readString(file("p/projector_config.pbtxt")))
        .isEqualTo(
            "embeddings {\n  tensor_name: \"p\"\n  tensor_path: \"tensors.tsv\"\n  metadata_path: \"metadata.tsv\"\n}\n");
    assertThat(Files.readString(file("p/projector_config.json")))
        .contains("\"tensorShape\": [3, 2]");
    WordVectors counted =
        WordVectors.of(WordCounts.of(Map.of("a", 3L, "b", 2L), 1), 1, new float[] {1, 2});
    WordVectorFiles.write(counted, file("p"), WordVectorFormat.PROJECTOR);
    assertThat(Files.readString(file("p/metadata.tsv"))).isEqualTo("token\tcount\na\t3\nb\t2\n");
    assertThat(WordVectorFiles.read(file("p")).words()).containsExactly("a", "b");
  }

  @Test
  void aProjectorsFolderWhoseFilesDoNotFitIsRefused() throws IOException {
    WordVectorFiles.write(VECTORS, file("p"), WordVectorFormat.PROJECTOR);
    Files.writeString(file("p/metadata.tsv"), "the\nélan\n#\nmore\n");
    assertThatExceptionOfType(Word2VecException.class)
        .isThrownBy(() -> WordVectorFiles.read(file("p")))
        .withMessageContaining("expected 4 lines, one for each word of metadata.tsv, got 3");
    Files.writeString(file("p/tensors.tsv"), "1\t2\n3\n");
    assertThatExceptionOfType(Word2VecException.class)
        .isThrownBy(() -> WordVectorFiles.read(file("p")))
        .withMessageContaining("line 2: expected 2 numbers, got 1");
  }

  @Test
  void aWordWithABlankFitsWhereWordsLieApart() {
    WordVectors city = WordVectors.of(List.of("New York"), 1, new float[] {1});
    WordVectorFiles.write(city, file("c.npy"), WordVectorFormat.NUMPY);
    assertThat(WordVectorFiles.read(file("c.npy")).words()).containsExactly("New York");
    WordVectors broken = WordVectors.of(List.of("a\tb"), 1, new float[] {1});
    assertThatExceptionOfType(Word2VecException.class)
        .isThrownBy(() -> WordVectorFiles.write(broken, file("p"), WordVectorFormat.PROJECTOR));
  }
}
