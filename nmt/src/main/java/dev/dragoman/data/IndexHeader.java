package dev.dragoman.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The first file of an index's folder: what it is an index of, and how its columns are recognised.
 * Lines of words; the last one has the checksum of those before it.
 *
 * @param key what the index depends on
 * @param corpusName how messages call the corpus
 * @param report what the filter kept and dropped
 * @param columns the length and checksum of each
 */
record IndexHeader(
    IndexKey key, String corpusName, FilterReport report, Map<IndexColumn, Seal> columns) {

  /** Its file. */
  static final String FILE_NAME = "index.txt";

  /** Counts formats; raise it too when tokenizers split otherwise than before. */
  private static final String MAGIC = "dragoman-corpus-index 1";

  private static final String ANY_VERSION = "dragoman-corpus-index ";

  /**
   * How a column is recognised.
   *
   * @param bytes its length
   * @param crc32c CRC-32C of its bytes
   */
  record Seal(long bytes, long crc32c) {}

  IndexHeader {
    columns = Map.copyOf(columns);
  }

  /** The file as text. */
  String toText() {
    StringBuilder text = new StringBuilder(MAGIC).append('\n');
    key.lines().forEach(line -> text.append("of ").append(line).append('\n'));
    text.append("name ").append(corpusName.replace('\n', ' ')).append('\n');
    text.append("read ").append(report.read()).append('\n');
    report
        .dropped()
        .forEach((reason, count) ->
            text.append("dropped ").append(reason).append(' ').append(count).append('\n'));
    for (IndexColumn column : IndexColumn.values()) {
      Seal seal = columns.getOrDefault(column, new Seal(0, 0));
      text.append(
          String.format(Locale.ROOT, "column %s %d %08x%n", column, seal.bytes, seal.crc32c)
              .replace("\r", ""));
    }
    return text + "end " + crc(text.toString()) + "\n";
  }

  /** Whether a text is the header of an index, of whatever version and however damaged. */
  static boolean isHeader(String text) {
    return text.startsWith(ANY_VERSION);
  }

  /** The header that a text is; empty where it is damaged or of another version. */
  static Optional<IndexHeader> parse(String text) {
    int end = text.lastIndexOf("end ");
    if (!text.startsWith(MAGIC + "\n")
        || end < 0
        || !text.substring(end).equals("end " + crc(text.substring(0, end)) + "\n")) {
      return Optional.empty();
    }
    List<String> key = new ArrayList<>();
    String name = "";
    int read = 0;
    Map<DropReason, Integer> dropped = new EnumMap<>(DropReason.class);
    Map<IndexColumn, Seal> columns = new EnumMap<>(IndexColumn.class);
    for (String line : text.substring(MAGIC.length() + 1, end).lines().toList()) {
      int blank = line.indexOf(' ');
      String value = line.substring(blank + 1);
      String[] words = value.split(" ", -1);
      switch (line.substring(0, blank)) {
        case "of" -> key.add(value);
        case "name" -> name = value;
        case "read" -> read = Integer.parseInt(value);
        case "dropped" -> dropped.put(DropReason.valueOf(words[0]), Integer.parseInt(words[1]));
        case "column" ->
            columns.put(
                IndexColumn.valueOf(words[0]),
                new Seal(Long.parseLong(words[1]), Long.parseLong(words[2], 16)));
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(
        new IndexHeader(new IndexKey(key), name, new FilterReport(read, dropped), columns));
  }

  private static String crc(String text) {
    CRC32C crc = new CRC32C();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }
}
