package dev.dragoman.metrics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The metric cases in the folder of the property {@code dragoman.data}, which may be absent. */
final class ReferenceData {
  /** The condition of {@code @EnabledIf} for tests that need the data. */
  static final String PRESENT = "dev.dragoman.metrics.ReferenceData#isPresent";

  /** What the report says where the data are absent. */
  static final String REASON =
      "needs sacreBLEU's cases, which are not part of the project: no folder metrics under the"
          + " property dragoman.data";

  private ReferenceData() {}

  static boolean isPresent() {
    return Files.isDirectory(file("."));
  }

  static Path file(String name) {
    return Path.of(System.getProperty("dragoman.data", "absent"), "metrics").resolve(name);
  }

  static JsonNode json(String name) {
    return JsonMapper.shared().readTree(file(name));
  }

  /** The lines of a compressed file, byte order marks kept. */
  static List<String> lines(String name) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file(name)));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.readAllLines();
    }
  }

  static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    for (JsonNode element : array) {
      strings.add(element.isNull() ? null : element.asString());
    }
    return strings;
  }

  static List<List<String>> streams(JsonNode array) {
    List<List<String>> streams = new ArrayList<>();
    array.forEach(stream -> streams.add(strings(stream)));
    return streams;
  }

  /** The settings that sacreBLEU's option names stand for. */
  static BleuSettings bleuSettings(JsonNode options) {
    JsonNode value = options.path("smooth_value");
    return new BleuSettings(
        BleuTokenizer.named(options.path("tokenize").asString("13a")),
        Smoothing.named(
            options.path("smooth_method").asString("exp"),
            value.isNumber() ? value.asDouble() : null),
        options.path("lowercase").asBoolean(false),
        options.path("effective_order").asBoolean(false),
        options.path("max_ngram_order").asInt(4),
        options.path("force").asBoolean(false));
  }

  /** The settings that sacreBLEU's option names stand for. */
  static ChrfSettings chrfSettings(JsonNode options) {
    return new ChrfSettings(
        options.path("char_order").asInt(6),
        options.path("word_order").asInt(0),
        options.path("beta").asDouble(2),
        options.path("lowercase").asBoolean(false),
        options.path("whitespace").asBoolean(false),
        options.path("eps_smoothing").asBoolean(false));
  }

  /** The part of a signature that says how, without who. */
  static String withoutVersion(String signature) {
    return signature.substring(0, signature.indexOf("|version:"));
  }
}
