package dev.dragoman.checkpoint;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The list of a model folder's files, {@code manifest.json}:
 *
 * <pre>
 *   {"format": 1, "files": {"model.toml": {"length": 1830, "crc32c": "9f3c01aa"}, …}}
 * </pre>
 *
 * @param files the seal of every file but the manifest itself, by name, in the order written
 */
record Manifest(Map<String, Seal> files) {
  static final String NAME = "manifest.json";

  /** The newest format that this Dragoman reads, and the one that it writes. */
  static final int FORMAT = 1;

  /** A manifest lists a handful of files: more bytes than this are no manifest. */
  static final int MOST_BYTES = 1 << 20;

  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
  private static final Pattern CRC = Pattern.compile("[0-9a-f]{8}");
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  Manifest {
    files = new LinkedHashMap<>(files);
  }

  /** As JSON, a file a line. */
  byte[] toBytes() {
    String lines =
        files.entrySet().stream()
            .map(entry -> line(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(",\n"));
    String text = "{\n  \"format\": %d,\n  \"files\": {\n%s\n  }\n}\n".formatted(FORMAT, lines);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String line(String name, Seal seal) {
    return String.format(
        Locale.ROOT,
        "    \"%s\": {\"length\": %d, \"crc32c\": \"%s\"}",
        name,
        seal.length(),
        seal.crcText());
  }

  /**
   * Reads a manifest and trusts nothing in it.
   *
   * @param file for messages
   */
  static Manifest parse(Path file, byte[] bytes) {
    JsonNode root = tree(file, bytes);
    checkFormat(file, root.path("format"));
    Map<String, Seal> files = new LinkedHashMap<>();
    JsonNode list = root.path("files");
    if (!list.isObject() || list.isEmpty() || root.size() != 2) {
      throw damaged(file, "does not hold \"format\" and \"files\" and nothing else", null);
    }
    list.properties()
        .forEach(entry -> files.put(checkName(file, entry.getKey()), seal(file, entry)));
    return new Manifest(files);
  }

  private static JsonNode tree(Path file, byte[] bytes) {
    try {
      return JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
    } catch (JacksonException e) {
      throw damaged(file, "is no valid JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** Before anything else is looked at: a newer format may hold what this one would call damage. */
  private static void checkFormat(Path file, JsonNode format) {
    if (!format.isIntegralNumber()) {
      throw damaged(
          file, "names no format number; not a Dragoman manifest, or a damaged one", null);
    }
    if (!format.canConvertToInt() || format.intValue() < 1) {
      throw damaged(file, "names format " + format + ", formats begin with 1", null);
    }
    requireReadable(file, format.intValue());
  }

  /** Refuses a format that only a newer Dragoman can read. */
  static void requireReadable(Path file, int format) {
    if (format > FORMAT) {
      throw CheckpointException.about(
          file,
          "written by a newer Dragoman: format %d, this one reads up to %d; use the newer Dragoman"
              .formatted(format, FORMAT));
    }
  }

  /** A name that stays in its folder on every file system. */
  private static String checkName(Path file, String name) {
    if (!FILE_NAME.matcher(name).matches() || name.equals(NAME)) {
      throw damaged(
          file,
          "lists the file name %s, which could lead out of the folder or is no plain name"
              .formatted(CheckpointException.quoted(name)),
          null);
    }
    return name;
  }

  private static Seal seal(Path file, Map.Entry<String, JsonNode> entry) {
    JsonNode length = entry.getValue().path("length");
    JsonNode crc = entry.getValue().path("crc32c");
    boolean whole =
        entry.getValue().size() == 2
            && length.isIntegralNumber()
            && length.canConvertToLong()
            && length.longValue() >= 0
            && crc.isString()
            && CRC.matcher(crc.stringValue()).matches();
    if (!whole) {
      throw damaged(
          file,
          "%s needs a length ≥ 0 and a crc32c of eight hexadecimal digits"
              .formatted(CheckpointException.quoted(entry.getKey())),
          null);
    }
    return new Seal(length.longValue(), Long.parseLong(crc.stringValue(), 16));
  }

  private static CheckpointException damaged(
      Path file, String complaint, @Nullable Throwable cause) {
    return new CheckpointException(file + ": " + complaint + Hint.DAMAGED, cause);
  }
}
