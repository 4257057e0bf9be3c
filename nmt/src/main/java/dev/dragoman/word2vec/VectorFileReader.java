package dev.dragoman.word2vec;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one vector file from its beginning to its end, once. */
final class VectorFileReader implements AutoCloseable {

  private static final Pattern HEADER = Pattern.compile("(\\d+)[ \\t]+(\\d+)[ \\t\\r]*");
  private static final int SHOWN = 40;
  private static final int LONGEST_WORD = 1 << 20;
  private static final int LARGEST_SIZE = 1 << 20;

  private final ByteWindow bytes;
  private final int limit;

  private VectorFileReader(ByteWindow bytes, int limit) {
    this.bytes = bytes;
    this.limit = limit;
  }

  static VectorFileReader open(Path file, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit: expected at least 1, got " + limit);
    }
    return new VectorFileReader(ByteWindow.open(file), limit);
  }

  @Override
  public void close() {
    bytes.close();
  }

  /** The format, told by the first line and the row after it; reads over nothing. */
  WordVectorFormat detect() {
    int end = lineEnd(0);
    Matcher header = HEADER.matcher(bytes.latin1(0, end));
    if (!header.matches()) {
      return WordVectorFormat.GLOVE;
    }
    int row = Math.min(end + 1, bytes.left());
    VectorLine line = VectorLine.of(bytes, row, lineEnd(row));
    return line.endsWithNumbers(number(header.group(2)))
        ? WordVectorFormat.WORD2VEC_TEXT
        : WordVectorFormat.WORD2VEC_BINARY;
  }

  WordVectors read(WordVectorFormat format) {
    return switch (format) {
      case WORD2VEC_TEXT, FASTTEXT -> readTextWithHeader();
      case WORD2VEC_BINARY -> readBinary();
      case GLOVE -> readText(null, 1);
      case NUMPY, PROJECTOR ->
          throw new IllegalArgumentException("format: " + format + " is not read line by line");
    };
  }

  private WordVectors readTextWithHeader() {
    return readText(readHeader(), 2);
  }

  /** V and D as the first line promises them. */
  private record Header(int words, int size) {}

  private Header readHeader() {
    int end = lineEnd(0);
    String line = bytes.latin1(0, end);
    Matcher matcher = HEADER.matcher(line);
    if (!matcher.matches()) {
      throw new Word2VecException(
          bytes.name()
              + ", line 1: expected the number of words and the size, such as '71291 200', got '"
              + shortened(line)
              + "'; a text file without that line has the format GLOVE");
    }
    Header header = new Header(number(matcher.group(1)), number(matcher.group(2)));
    if (header.size < 1 || header.size > LARGEST_SIZE) {
      throw new Word2VecException(
          bytes.name()
              + ", line 1: expected a size from 1 to "
              + LARGEST_SIZE
              + ", got "
              + header.size);
    }
    bytes.skip(Math.min(end + 1, bytes.left()));
    return header;
  }

  /** Text rows; without a header the first row tells the size, and the file's end the count. */
  private WordVectors readText(@Nullable Header header, long firstLine) {
    VectorRows rows = new VectorRows(bytes.name(), header == null ? 0 : header.size);
    int promised = header == null ? Integer.MAX_VALUE : header.words;
    long number = firstLine;
    while (rows.count() < Math.min(promised, limit) && bytes.has(1)) {
      String where = bytes.name() + ", line " + number;
      int end = lineEnd(0);
      VectorLine line = VectorLine.of(bytes, 0, end);
      if (line.isEmpty()) {
        break;
      }
      line.addTo(rows, where);
      bytes.skip(Math.min(end + 1, bytes.left()));
      number++;
    }
    if (header != null) {
      requireAll(rows, promised, bytes.name() + ", line " + number);
    }
    if (rows.count() < limit) {
      requireOnlyEmptyLines(number, promised);
    }
    return rows.finish();
  }

  private WordVectors readBinary() {
    Header header = readHeader();
    VectorRows rows = new VectorRows(bytes.name(), header.size);
    while (rows.count() < Math.min(header.words, limit) && bytes.has(1)) {
      readBinaryRow(rows, header);
    }
    requireAll(rows, header.words, bytes.name());
    if (rows.count() < limit) {
      skipLineFeeds();
      if (bytes.has(1)) {
        throw new Word2VecException(
            bytes.name()
                + ": there is more after the "
                + header.words
                + " vectors of size "
                + header.size
                + " that its first line promises; the file is damaged or no word2vec binary");
      }
    }
    return rows.finish();
  }

  private void readBinaryRow(VectorRows rows, Header header) {
    skipLineFeeds();
    String where = bytes.name() + ", vector " + (rows.count() + 1) + " of " + header.words;
    int blank = bytes.find((byte) ' ', 0);
    if (blank < 0 || blank > LONGEST_WORD) {
      throw new Word2VecException(
          where + ": expected a word and a blank, found none; the file is cut or no binary");
    }
    int from = blank + 1;
    int to = from + header.size * Float.BYTES;
    if (!bytes.has(to)) {
      throw new Word2VecException(
          where
              + ": expected "
              + header.size
              + " floats, the file ends after "
              + (bytes.left() - from)
              + " bytes of them; it was cut");
    }
    rows.begin(word(blank, where), where);
    for (int place = from; place < to; place += Float.BYTES) {
      rows.add(bytes.littleEndianFloat(place), where);
    }
    bytes.skip(to);
  }

  private void skipLineFeeds() {
    while (bytes.has(1) && bytes.at(0) == '\n') {
      bytes.skip(1);
    }
  }

  private String word(int blank, String where) {
    String word = bytes.utf8(0, blank);
    if (word == null) {
      throw new Word2VecException(
          where + ": the word is not UTF-8: '" + shortened(bytes.latin1(0, blank)) + "'");
    }
    return word;
  }

  private void requireAll(VectorRows rows, int promised, String where) {
    if (rows.count() < Math.min(promised, limit)) {
      throw new Word2VecException(
          where
              + ": expected "
              + promised
              + " vectors, as the first line says, got "
              + rows.count()
              + "; the file was cut, or the line is wrong");
    }
  }

  private void requireOnlyEmptyLines(long firstLine, int promised) {
    for (long number = firstLine; bytes.has(1); number++) {
      int end = lineEnd(0);
      if (!VectorLine.of(bytes, 0, end).isEmpty()) {
        throw new Word2VecException(
            bytes.name()
                + ", line "
                + number
                + (promised == Integer.MAX_VALUE
                    ? ": expected the file's end after an empty line"
                    : ": expected the file's end after the "
                        + promised
                        + " vectors that the first line promises")
                + ", got '"
                + shortened(bytes.latin1(0, end))
                + "'");
      }
      bytes.skip(Math.min(end + 1, bytes.left()));
    }
  }

  /** Where the line that begins at a place ends: at its line feed or the file's end. */
  private int lineEnd(int from) {
    int end = bytes.find((byte) '\n', from);
    return end < 0 ? bytes.left() : end;
  }

  private int number(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw new Word2VecException(
          bytes.name() + ", line 1: expected a number below 2147483648, got " + digits, e);
    }
  }

  static String shortened(String text) {
    String visible =
        text.codePoints()
            .limit(SHOWN)
            .collect(
                StringBuilder::new,
                (out, c) -> out.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c),
                StringBuilder::append)
            .toString();
    return text.length() > SHOWN ? visible + "…" : visible;
  }
}
