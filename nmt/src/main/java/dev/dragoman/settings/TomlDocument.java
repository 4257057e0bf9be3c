package dev.dragoman.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;
import tools.jackson.dataformat.toml.TomlReadFeature;

/** A TOML file as it was read: not yet a configuration, but known to be TOML without duplicates. */
public final class TomlDocument {
  private static final long LARGEST_FILE = 1 << 20;
  private static final TomlMapper MAPPER =
      TomlMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(TomlReadFeature.PARSE_JAVA_TIME)
          .build();

  private final String name;
  private final Map<String, Object> root;
  private final KeyLines lines;

  private TomlDocument(String name, Map<String, Object> root, KeyLines lines) {
    this.name = name;
    this.root = root;
    this.lines = lines;
  }

  /** A document without any key: everything keeps its default. */
  public static TomlDocument empty() {
    return parse("", "");
  }

  /**
   * Reads a UTF-8 file; errors name it as {@code file} is written.
   *
   * @throws ConfigurationException where there is no such file or it is not TOML
   * @throws IOException where reading itself fails
   */
  public static TomlDocument read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new ConfigurationException(file + ": expected a TOML file, got a folder");
    }
    try {
      refuseHuge(file, Files.size(file));
      return parse(file.toString(), decoded(file, Files.readAllBytes(file)));
    } catch (NoSuchFileException missing) {
      throw new ConfigurationException(
          file + ": no such file (looked for " + file.toAbsolutePath().normalize() + ")", missing);
    }
  }

  private static void refuseHuge(Path file, long size) {
    if (size > LARGEST_FILE) {
      throw new ConfigurationException(
          file + ": expected a TOML file of at most 1 MiB, got " + size + " bytes of something");
    }
  }

  private static String decoded(Path file, byte[] bytes) {
    ByteBuffer encoded = ByteBuffer.wrap(bytes);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(encoded).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException notUtf8) {
      int line = 1;
      for (int i = 0; i < encoded.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw new ConfigurationException(
          file + ", line " + line + ": not UTF-8; is this a TOML file saved in another encoding?",
          notUtf8);
    }
  }

  /**
   * Reads a text; {@code name} stands for the file in errors.
   *
   * @throws ConfigurationException where it is not TOML
   */
  public static TomlDocument parse(String name, String toml) {
    try {
      StandIns standIns = StandIns.in(toml);
      JsonNode tree = MAPPER.readTree(standIns.text());
      return new TomlDocument(name, new PlainTree(standIns).section(tree), KeyLines.of(toml));
    } catch (JacksonException unreadable) {
      throw new ConfigurationException(complaint(name, toml, unreadable), unreadable);
    }
  }

  private static String complaint(String name, String toml, JacksonException unreadable) {
    int number = unreadable.getLocation() == null ? 0 : unreadable.getLocation().getLineNr();
    List<String> lines = toml.lines().toList();
    String said = inPlainWords(unreadable.getOriginalMessage());
    if (number < 1 || number > lines.size()) {
      return name + ": " + said;
    }
    return name + ", line " + number + ": " + said + ": " + shortened(lines.get(number - 1));
  }

  private static String inPlainWords(String parserMessage) {
    return switch (parserMessage) {
      case "Unknown token" ->
          "expected a value (text needs quotes), a key or a [section] that TOML knows";
      case "Duplicate key" -> "the key is given twice";
      case "Table redefined" -> "the section is given twice";
      case "Premature end of file" -> "the line ends too early; is a quote or bracket missing?";
      case "Newline not permitted here" -> "the line ends too early; is a quote missing?";
      default ->
          parserMessage.startsWith("More data after value has already ended")
              ? "expected one value and nothing after it"
              : "not TOML (" + parserMessage.lines().findFirst().orElse("") + ")";
    };
  }

  private static String shortened(String line) {
    String visible = line.strip().replaceAll("\\p{Cntrl}", " ");
    return visible.length() <= 60 ? visible : visible.substring(0, 59) + "…";
  }

  /** Whether there is a section or key of that name at the top. */
  public boolean has(String topName) {
    return root.containsKey(topName);
  }

  /**
   * The document with one section or key of the top alone; empty where it has none of that name.
   */
  public TomlDocument only(String topName) {
    Object value = root.get(topName);
    return new TomlDocument(name, value == null ? Map.of() : Map.of(topName, value), lines);
  }

  /** The document without one section or key of the top, for a reader whom it does not concern. */
  public TomlDocument without(String topName) {
    Map<String, Object> rest = new LinkedHashMap<>(root);
    rest.remove(topName);
    return new TomlDocument(name, Collections.unmodifiableMap(rest), lines);
  }

  /** The document without some keys of one of its sections. */
  public TomlDocument without(String section, Set<String> keys) {
    if (!(root.get(section) instanceof Map<?, ?> values)) {
      return this;
    }
    Map<Object, Object> rest = new LinkedHashMap<>(values);
    rest.keySet().removeAll(keys);
    Map<String, Object> all = new LinkedHashMap<>(root);
    all.put(section, Collections.unmodifiableMap(rest));
    return new TomlDocument(name, Collections.unmodifiableMap(all), lines);
  }

  Map<String, Object> root() {
    return root;
  }

  /** Where a key stands: "train.toml, line 7". */
  String place(List<String> path) {
    int line = lines.of(path.toArray(String[]::new));
    return line == 0 ? name : name + ", line " + line;
  }
}
