package dev.dragoman.word2vec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a small text file, strict UTF-8, with their numbers. */
final class TextLines implements AutoCloseable {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final ByteWindow bytes;
  private int number;

  private TextLines(ByteWindow bytes) {
    this.bytes = bytes;
  }

  static TextLines open(Path file) {
    return new TextLines(ByteWindow.open(file));
  }

  /** The next line without its end, or null after the last one. */
  @Nullable String next() {
    if (!bytes.has(1)) {
      return null;
    }
    number++;
    int found = bytes.find((byte) '\n', 0);
    int end = found < 0 ? bytes.left() : found;
    String line = bytes.utf8(0, end);
    if (line == null) {
      throw new Word2VecException(
          where()
              + ": expected UTF-8; if the file is Latin-1, convert it: iconv -f LATIN1 -t UTF-8");
    }
    bytes.skip(found < 0 ? end : end + 1);
    return number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
  }

  /** The number of the line that {@link #next} returned last, from 1. */
  int number() {
    return number;
  }

  /** File and line, for errors. */
  String where() {
    return bytes.name() + ", line " + number;
  }

  String name() {
    return bytes.name();
  }

  @Override
  public void close() {
    bytes.close();
  }

  /** The parts of a line between white space. */
  static List<String> split(String line) {
    List<String> parts = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i == line.length() || WordReader.isBlank(line.charAt(i))) {
        if (i > begin) {
          parts.add(line.substring(begin, i));
        }
        begin = i + 1;
      }
    }
    return parts;
  }
}
