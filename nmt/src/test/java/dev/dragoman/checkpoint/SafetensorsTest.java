package dev.dragoman.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {
  @TempDir Path folder;

  private static Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("decoder.inputBias", Tensor.of(Shape.of(3), 0.5f, -0f, Float.MIN_VALUE));
    tensors.put(
        "a \"quoted\" name, é 😀", Tensor.of(Shape.of(2, 2), 1, Float.NaN, Float.MAX_VALUE, -4));
    tensors.put("scalar", Tensor.of(Shape.of(), 7));
    tensors.put("nothing", Tensor.zeros(0, 5));
    tensors.put("columns", Tensor.of(Shape.of(2, 3), 1, 2, 3, 4, 5, 6).columns(1, 3));
    return tensors;
  }

  private static byte[] written(Map<String, Tensor> tensors, Map<String, String> metadata)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SafetensorsWriter.write(Channels.newChannel(bytes), tensors, metadata);
    return bytes.toByteArray();
  }

  private Map<String, Tensor> read(byte[] bytes) throws IOException {
    return read(bytes, new LinkedHashMap<>());
  }

  private Map<String, Tensor> read(byte[] bytes, Map<String, String> metadata) throws IOException {
    Path file = Files.write(folder.resolve("some.safetensors"), bytes);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    try (FileChannel channel = FileChannel.open(file)) {
      SafetensorsReader reader = SafetensorsReader.open(file, channel);
      metadata.putAll(reader.header().metadata());
      for (StoredTensor stored : reader.header().tensors().values()) {
        Tensor values = Tensor.zeros(stored.shape());
        reader.readInto(stored, values);
        tensors.put(stored.name(), values);
      }
    }
    return tensors;
  }

  private static void assertSame(Map<String, Tensor> got, Map<String, Tensor> expected) {
    assertThat(got.keySet()).containsExactlyElementsOf(expected.keySet());
    expected.forEach((name, tensor) ->
        assertThat(got)
            .hasEntrySatisfying(
                name,
                same -> {
                  assertThat(same.shape()).as(name).isEqualTo(tensor.shape());
                  assertThat(same.toArray()).as(name).isEqualTo(tensor.toArray());
                }));
  }

  /** A file of a given header, with the length in front and the bytes behind. */
  private static byte[] file(String header, int dataBytes) {
    byte[] text = header.getBytes(UTF_8);
    ByteBuffer file =
        ByteBuffer.allocate(8 + text.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
    return file.putLong(text.length).put(text).array();
  }

  private static String entry(String name, String shape, String offsets) {
    return "\"%s\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":%s}"
        .formatted(name, shape, offsets);
  }

  @Test
  void whatIsWrittenIsReadBackBitForBitInTheSameOrder() throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>();
    assertSame(read(written(tensors(), Map.of("producer", "us")), metadata), tensors());
    assertThat(metadata).isEqualTo(Map.of("producer", "us"));
  }

  @Test
  void aFileWithoutAnyTensorIsRead() throws IOException {
    assertThat(read(written(Map.of(), Map.of()))).isEmpty();
  }

  @Test
  void tensorsLargerThanTheBufferAreReadBack() throws IOException {
    float[] values = new float[700_001];
    for (int i = 0; i < values.length; i++) {
      values[i] = i * 0.25f;
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("before", Tensor.of(Shape.of(1), 3));
    tensors.put("large", Tensor.of(Shape.of(values.length), values));
    tensors.put("behind", Tensor.of(Shape.of(2), 5, 7));
    assertSame(read(written(tensors, Map.of())), tensors);
  }

  @Test
  void theFileFollowsTheLayoutRulesOfThePythonLibrary() throws IOException {
    Map<String, Tensor> tensors = tensors();
    tensors.remove("a \"quoted\" name, é 😀");
    Map<String, IndependentSafetensors.Entry> entries =
        IndependentSafetensors.read(written(tensors, Map.of("producer", "Dragoman")));
    assertThat(entries.keySet()).containsExactlyInAnyOrderElementsOf(tensors.keySet());
    tensors.forEach((name, tensor) ->
        assertThat(entries)
            .hasEntrySatisfying(
                name,
                entry -> {
                  assertThat(entry.shape()).isEqualTo(tensor.shape().toString().replace(" ", ""));
                  assertThat(entry.values()).isEqualTo(tensor.toArray());
                }));
  }

  @Test
  void theHeaderIsTheOneThatTheFormatAsksFor() throws IOException {
    byte[] bytes = written(Map.of("w", Tensor.of(Shape.of(1, 2), 1, -2)), Map.of());
    String header = "{\"w\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]}}";
    String padded = header + " ".repeat(Math.floorMod(-header.length(), 8));
    ByteBuffer expected =
        ByteBuffer.allocate(8 + padded.length() + 8).order(ByteOrder.LITTLE_ENDIAN);
    expected.putLong(padded.length()).put(padded.getBytes(UTF_8)).putFloat(1).putFloat(-2);
    assertThat(bytes).isEqualTo(expected.array());
  }

  @Test
  void tensorsMayLieInAnotherOrderThanInTheHeader() throws IOException {
    byte[] bytes =
        file("{" + entry("b", "[1]", "[4,8]") + "," + entry("a", "[]", "[0,4]") + "}", 8);
    bytes[bytes.length - 1] = 0x40;
    Map<String, Tensor> expected = new LinkedHashMap<>();
    expected.put("b", Tensor.of(Shape.of(1), 2f));
    expected.put("a", Tensor.of(Shape.of(), 0f));
    assertSame(read(bytes), expected);
  }

  static Stream<Arguments> brokenHeaders() {
    String a = entry("a", "[2]", "[0,8]");
    return Stream.of(
        Arguments.of("", 8, "does not begin with '{'"),
        Arguments.of("[" + a + "]", 8, "does not begin with '{'"),
        Arguments.of(" {" + a + "}", 8, "does not begin with '{'"),
        Arguments.of("{" + a, 8, "no valid JSON"),
        Arguments.of("{" + a + "}x", 8, "no valid JSON"),
        Arguments.of("{" + a + "}{}", 8, "more follows"),
        Arguments.of("{" + a + "," + a + "}", 8, "Duplicate"),
        Arguments.of("{\"a\":3}", 0, "expected an object, got a whole number"),
        Arguments.of("{\"a\":null}", 0, "expected an object"),
        Arguments.of("{\"a\":{}}", 0, "has no dtype"),
        Arguments.of("{\"a\":{\"dtype\":\"F32\",\"shape\":[0]}}", 0, "has no data_offsets"),
        Arguments.of("{\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,0]}}", 0, "has no shape"),
        Arguments.of(
            "{\"a\":{\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}",
            0,
            "Duplicate"),
        Arguments.of(
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0],\"x\":1}}",
            0,
            "unknown key \"x\""),
        Arguments.of(
            "{\"a\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[0,4]}}",
            4,
            "dtype \"F16\", only F32"),
        Arguments.of("{\"a\":{\"dtype\":32,\"shape\":[2],\"data_offsets\":[0,8]}}", 8, "a text"),
        Arguments.of("{" + entry("a", "[-2]", "[0,8]") + "}", 8, "negative number -2"),
        Arguments.of("{" + entry("a", "[2]", "[-8,0]") + "}", 8, "negative number -8"),
        Arguments.of("{" + entry("a", "[2.0]", "[0,8]") + "}", 8, "got a number with a fraction"),
        Arguments.of("{" + entry("a", "[2e0]", "[0,8]") + "}", 8, "got a number with a fraction"),
        Arguments.of("{" + entry("a", "[NaN]", "[0,8]") + "}", 8, "no valid JSON"),
        Arguments.of("{" + entry("a", "[Infinity]", "[0,8]") + "}", 8, "no valid JSON"),
        Arguments.of("{" + entry("a", "[\"2\"]", "[0,8]") + "}", 8, "got a text"),
        Arguments.of("{" + entry("a", "2", "[0,8]") + "}", 8, "expected an array"),
        Arguments.of("{" + entry("a", "[[2]]", "[0,8]") + "}", 8, "got an array"),
        Arguments.of("{" + entry("a", "[99999999999999999999]", "[0,8]") + "}", 8, "no valid JSON"),
        Arguments.of(
            "{" + entry("a", "[4611686018427387904,4,0]", "[0,0]") + "}", 0, "no array can hold"),
        Arguments.of("{" + entry("a", "[65536,65536]", "[0,0]") + "}", 0, "no array can hold"),
        Arguments.of("{" + entry("a", "[1073741825]", "[0,4]") + "}", 4, "needs 4294967300 bytes"),
        Arguments.of("{" + entry("a", "[" + "1,".repeat(64) + "1]", "[0,4]") + "}", 4, "more than"),
        Arguments.of("{" + entry("a", "[2]", "[0]") + "}", 8, "expected [begin, end]"),
        Arguments.of("{" + entry("a", "[2]", "[0,8,8]") + "}", 8, "more than 2 numbers"),
        Arguments.of("{" + entry("a", "[2]", "[8,0]") + "}", 8, "expected [begin, end]"),
        Arguments.of("{" + entry("a", "[2]", "[0,4]") + "}", 4, "needs 8 bytes"),
        Arguments.of("{" + a + "," + entry("b", "[1]", "[4,8]") + "}", 8, "an overlap"),
        Arguments.of("{" + a + "," + entry("b", "[1]", "[12,16]") + "}", 16, "a hole"),
        Arguments.of("{" + entry("a", "[1]", "[4,8]") + "}", 8, "a hole"),
        Arguments.of("{" + a + "}", 7, "fill 8 bytes after the header, but the file has 7"),
        Arguments.of("{" + a + "}", 9, "fill 8 bytes after the header, but the file has 9"),
        Arguments.of(
            "{" + entry("a", "[2]", "[9223372036854775800,9223372036854775807]") + "}",
            8,
            "needs 8 bytes"),
        Arguments.of("{\"__metadata__\":3," + a + "}", 8, "__metadata__ expected an object"),
        Arguments.of("{\"__metadata__\":{\"x\":3}," + a + "}", 8, "__metadata__ expected a text"),
        Arguments.of("{\"__metadata__\":{\"x\":{}}," + a + "}", 8, "__metadata__ expected a text"));
  }

  @ParameterizedTest
  @MethodSource("brokenHeaders")
  void aBrokenHeaderIsRefusedInOneLineThatNamesTheFileAndTheReason(
      String header, int dataBytes, String reason) {
    assertThatThrownBy(() -> read(file(header, dataBytes)))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("some.safetensors: ")
        .hasMessageContaining(reason)
        .message()
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(longs = {100_000_001, Long.MAX_VALUE, -1, Long.MIN_VALUE, 0x7B7B_7B7B_7B7BL})
  void aHeaderLengthBeyondTheLimitIsRefused(long length) {
    ByteBuffer file = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
    assertThatThrownBy(() -> read(file.array()))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(
            "a header of " + Long.toUnsignedString(length) + " bytes, at most 100000000");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7})
  void aFileTooShortForALengthIsRefused(int size) {
    assertThatThrownBy(() -> read(new byte[size]))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("has " + size + " bytes");
  }

  @Test
  void aHeaderLongerThanTheFileIsRefused() {
    byte[] whole = file("{}      ", 0);
    assertThatThrownBy(() -> read(java.util.Arrays.copyOf(whole, 15)))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("a header of 8 bytes, but only 7 follow");
  }

  @Test
  void aHeaderThatIsNotUtf8IsRefused() {
    byte[] bytes = file("{\"?\":{}}", 0);
    bytes[10] = (byte) 0xFF;
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("no valid UTF-8");
  }

  @Test
  void aHostileNameNeitherFloodsNorBreaksTheMessage() {
    String name = "x\\n".repeat(500);
    assertThatThrownBy(() -> read(file("{" + entry(name, "[1]", "[4,8]") + "}", 8)))
        .isInstanceOf(CheckpointException.class)
        .message()
        .hasSizeLessThan(400)
        .doesNotContain("\n");
  }

  @Test
  void noTensorMayBearTheNameOfTheMetadata() {
    assertThatThrownBy(() -> written(Map.of("__metadata__", Tensor.zeros(1)), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Without checksums changed numbers are still numbers; all else must hold or be refused. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whateverIsChangedInAFileItIsReadAsAValidOneOrRefused(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] valid = written(tensors(), Map.of("producer", "us"));
    int refused = 0;
    for (int i = 0; i < 600; i++) {
      byte[] mutated = Mutations.mutate(valid, random);
      try {
        long floats = 0;
        for (Tensor tensor : read(mutated).values()) {
          floats += tensor.size();
        }
        assertThat(floats * 4).isLessThanOrEqualTo(mutated.length);
      } catch (CheckpointException e) {
        refused++;
        assertThat(e.getMessage()).contains("some.safetensors").doesNotContain("\n");
      }
    }
    assertThat(refused).isBetween(200, 600);
  }
}
