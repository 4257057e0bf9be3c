package dev.dragoman.settings;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line on which each key and section of a TOML text stands, for error messages. The parser does
 * not tell, so the lines are searched for what looks like a header or a key; keys inside an inline
 * table get the line of the table.
 */
final class KeyLines {
  // Possessive throughout: a long line would overflow the stack of a pattern that may go back.
  private static final String PART = "(?:[A-Za-z0-9_-]++|\"(?:[^\"\\\\]++|\\\\.)*+\"|'[^']*+')";
  private static final String PATH = PART + "(?:\\s*\\.\\s*" + PART + ")*+";
  private static final Pattern HEADER = Pattern.compile("\\s*\\[\\[?\\s*(" + PATH + ")\\s*].*");
  private static final Pattern KEY = Pattern.compile("\\s*(" + PATH + ")\\s*=(.*)");
  private static final Pattern ONE_PART = Pattern.compile(PART);
  private static final Pattern LONG_QUOTES = Pattern.compile("\"\"\"|'''");

  private final Map<String, Integer> lines = new HashMap<>();
  private String section = "";
  private String openQuotes = "";

  private KeyLines() {}

  static KeyLines of(String toml) {
    KeyLines found = new KeyLines();
    int number = 0;
    for (String line : toml.split("\n", -1)) {
      found.read(line, ++number);
    }
    return found;
  }

  /** The line of the key, else of the nearest section or table around it, else 0. */
  int of(String... path) {
    for (int parts = path.length; parts > 0; parts--) {
      Integer line = lines.get(joined(path, parts));
      if (line != null) {
        return line;
      }
    }
    return 0;
  }

  private static String joined(String[] path, int parts) {
    return String.join(".", Arrays.copyOf(path, parts));
  }

  private void read(String line, int number) {
    boolean insideText = !openQuotes.isEmpty();
    if (!insideText) {
      readHeaderOrKey(line, number);
    }
    followLongQuotes(line);
  }

  private void readHeaderOrKey(String line, int number) {
    Matcher header = HEADER.matcher(line);
    Matcher key = KEY.matcher(line);
    if (header.matches()) {
      section = plain(header.group(1));
      lines.putIfAbsent(section, number);
    } else if (key.matches()) {
      lines.putIfAbsent(Names.join(section, plain(key.group(1))), number);
    }
  }

  /** Keeps track of texts in triple quotes, whose lines may look like keys. */
  private void followLongQuotes(String line) {
    Matcher quotes = LONG_QUOTES.matcher(line);
    while (quotes.find()) {
      if (openQuotes.isEmpty()) {
        openQuotes = quotes.group();
      } else if (openQuotes.equals(quotes.group())) {
        openQuotes = "";
      }
    }
  }

  /** The path with its parts unquoted, as it is known to the schema. */
  private static String plain(String path) {
    StringBuilder plain = new StringBuilder();
    Matcher part = ONE_PART.matcher(path);
    while (part.find()) {
      plain.append(plain.isEmpty() ? "" : ".").append(unquoted(part.group()));
    }
    return plain.toString();
  }

  private static String unquoted(String part) {
    boolean quoted = part.startsWith("\"") || part.startsWith("'");
    return quoted ? part.substring(1, part.length() - 1) : part;
  }
}
