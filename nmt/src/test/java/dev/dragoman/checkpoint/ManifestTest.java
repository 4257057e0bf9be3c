package dev.dragoman.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
  private static final Path FILE = Path.of("model", "manifest.json");

  private static Manifest manifest() {
    Map<String, Seal> files = new LinkedHashMap<>();
    files.put("model.toml", new Seal(1830, 0x9F3C01AAL));
    files.put("weights.safetensors", new Seal(61_000_000_000L, 0));
    return new Manifest(files);
  }

  private static Manifest parse(String json) {
    return Manifest.parse(FILE, json.getBytes(UTF_8));
  }

  private static String listing(String files) {
    return "{\"format\": 1, \"files\": {" + files + "}}";
  }

  @Test
  void itIsWrittenSoThatAPersonCanReadIt() {
    assertThat(new String(manifest().toBytes(), UTF_8))
        .isEqualTo(
            """
            {
              "format": 1,
              "files": {
                "model.toml": {"length": 1830, "crc32c": "9f3c01aa"},
                "weights.safetensors": {"length": 61000000000, "crc32c": "00000000"}
              }
            }
            """);
  }

  @Test
  void whatIsWrittenIsReadBack() {
    assertThat(Manifest.parse(FILE, manifest().toBytes())).isEqualTo(manifest());
  }

  @Test
  void aNewerFormatIsRefusedAsNewerWhateverElseItHolds() {
    assertThatThrownBy(() -> parse("{\"shards\": [], \"format\": 2}"))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(FILE.toString())
        .hasMessageContaining("written by a newer Dragoman: format 2, this one reads up to 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../weights",
        "a/b",
        "a\\\\b",
        "..",
        ".",
        "",
        "/etc/passwd",
        "C:x",
        ".hidden",
        "a\\u0000b",
        "a b",
        "é",
        "manifest.json"
      })
  void aFileNameThatIsNotAPlainOneIsRefused(String name) {
    assertThatThrownBy(
            () -> parse(listing("\"" + name + "\": {\"length\": 1, \"crc32c\": \"00000000\"}")))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("lists the file name")
        .message()
        .doesNotContain("\n", "\0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                             | no format number",
        "{                                              | no valid JSON",
        "[]                                             | no format number",
        "null                                           | no format number",
        "{}                                             | no format number",
        "{\"format\": \"1\", \"files\": {}}             | no format number",
        "{\"format\": 1.0, \"files\": {}}               | no format number",
        "{\"format\": 0, \"files\": {}}                 | formats begin with 1",
        "{\"format\": -1, \"files\": {}}                | formats begin with 1",
        "{\"format\": 99999999999999999999}             | formats begin with 1",
        "{\"format\": 1}                                | does not hold",
        "{\"format\": 1, \"files\": {}}                 | does not hold",
        "{\"format\": 1, \"files\": []}                 | does not hold",
        "{\"format\": 1, \"format\": 1, \"files\": {}}  | no valid JSON",
        "{\"format\": 1, \"files\": {\"a\": 3}}         | \"a\" needs a length",
        "{\"format\": 1, \"files\": {\"a\": {}}}        | \"a\" needs a length",
        "{\"format\": 1} {\"format\": 1}                | no valid JSON"
      })
  void whatIsNoManifestIsRefused(String json, String reason) {
    assertThatThrownBy(() -> parse(json))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1 | \"00000000\"",
        "1.5 | \"00000000\"",
        "\"1\" | \"00000000\"",
        "99999999999999999999 | \"00000000\"",
        "1 | 0",
        "1 | \"0\"",
        "1 | \"0000000G\"",
        "1 | \"0000000A\"",
        "1 | \"00000000\", \"more\": 1"
      })
  void aFileNeedsALengthAndAChecksumAndNothingElse(String length, String crc) {
    assertThatThrownBy(
            () -> parse(listing("\"a\": {\"length\": %s, \"crc32c\": %s}".formatted(length, crc))))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("\"a\" needs a length");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void whateverIsChangedInAManifestItIsReadOrRefused(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] valid = manifest().toBytes();
    for (int i = 0; i < 3000; i++) {
      try {
        assertThat(Manifest.parse(FILE, Mutations.mutate(valid, random)).files()).isNotEmpty();
      } catch (CheckpointException e) {
        assertThat(e.getMessage()).contains(FILE.toString()).doesNotContain("\n");
      }
    }
  }
}
