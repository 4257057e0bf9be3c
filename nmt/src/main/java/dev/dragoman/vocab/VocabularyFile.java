package dev.dragoman.vocab;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a vocabulary's file line by line; whatever is wrong is said with file and line. */
final class VocabularyFile {

  private static final long UNKNOWN_COUNT = 0;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final String name;
  private final List<String> tokens = new ArrayList<>();
  private final List<Long> counts = new ArrayList<>();
  private final Map<String, Integer> lineOf = new HashMap<>();

  private VocabularyFile(String name) {
    this.name = name;
  }

  static VocabularyFile parse(String name, byte[] utf8) {
    VocabularyFile file = new VocabularyFile(name);
    String text = file.decode(utf8);
    int begin = 0;
    while (begin < text.length()) {
      int end = text.indexOf('\n', begin);
      if (end < 0) {
        throw new VocabularyException(
            name + ": the last line does not end with a line break; the file was cut");
      }
      file.addLine(text.substring(begin, end));
      begin = end + 1;
    }
    file.requireSpecials();
    return file;
  }

  List<String> tokens() {
    return tokens;
  }

  long[] counts() {
    return counts.stream().mapToLong(Long::longValue).toArray();
  }

  /** Makes white space and broken characters of a token readable in an error. */
  static String visible(String token) {
    StringBuilder text = new StringBuilder();
    token.codePoints().forEach(codePoint -> appendVisible(text, codePoint));
    return text.toString();
  }

  private static void appendVisible(StringBuilder text, int codePoint) {
    if (Vocabulary.isForbidden(codePoint) || codePoint == BYTE_ORDER_MARK) {
      text.append(String.format(Locale.ROOT, "\\u%04X", codePoint));
    } else {
      text.appendCodePoint(codePoint);
    }
  }

  private String decode(byte[] utf8) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(utf8);
    CharBuffer out = CharBuffer.allocate(utf8.length);
    CoderResult result = decoder.decode(in, out, true);
    out.flip();
    if (result.isError()) {
      int line = 1 + (int) out.chars().filter(character -> character == '\n').count();
      throw new VocabularyException(
          String.format(
              Locale.ROOT,
              "%s, line %d: expected UTF-8, got the byte 0x%02X",
              name,
              line,
              utf8[in.position()]));
    }
    return out.toString();
  }

  private void addLine(String line) {
    int tab = line.indexOf('\t');
    String token = tab < 0 ? line : line.substring(0, tab);
    int number = tokens.size() + 1;
    tokens.add(token);
    counts.add(tab < 0 ? UNKNOWN_COUNT : count(line.substring(tab + 1)));
    if (token.isEmpty()) {
      throw error("expected a token, got an empty one");
    }
    if (token.codePoints().anyMatch(Vocabulary::isForbidden)) {
      throw error("the token '" + visible(token) + "' has a line break in it; expected \\n alone");
    }
    Integer before = lineOf.putIfAbsent(token, number);
    if (before != null) {
      throw error("the token '" + token + "' stands on line " + before + " already");
    }
    requireSpecial(number, token);
  }

  private void requireSpecial(int number, String token) {
    if (number <= Specials.COUNT && !token.equals(Specials.NAMES.get(number - 1))) {
      throw error(
          "expected the special token "
              + Specials.NAMES.get(number - 1)
              + ", got "
              + visible(token));
    }
  }

  private void requireSpecials() {
    if (tokens.size() < Specials.COUNT) {
      throw new VocabularyException(
          name
              + ": expected at least the special tokens "
              + String.join(" ", Specials.NAMES)
              + ", got "
              + tokens.size()
              + " lines");
    }
  }

  private long count(String digits) {
    try {
      long count = Long.parseLong(digits);
      if (count >= 0) {
        return count;
      }
    } catch (NumberFormatException expected) {
      // said below, with file and line
    }
    throw error("expected a count after the tab, got '" + visible(digits) + "'");
  }

  /** An error on the line that was added last. */
  private VocabularyException error(String what) {
    return new VocabularyException(name + ", line " + tokens.size() + ": " + what);
  }
}
