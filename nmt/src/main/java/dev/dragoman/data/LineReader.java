package dev.dragoman.data;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text file, gzip or standard input line by line as strict UTF-8. A line ends with a line
 * feed, with or without a carriage return before it, and with nothing else: translations of a line
 * are found by counting lines, and other tools count so. A byte order mark at the beginning is
 * dropped unless it is {@linkplain #keepingByteOrderMark asked for}. Every problem is a {@link
 * CorpusException} that names file and line.
 *
 * <p>Lines come as they arrive, so that standard input can be answered line by line.
 */
public final class LineReader implements AutoCloseable {

  /** Longer lines are no sentences: the file is something else. */
  static final int LONGEST_LINE = 16 << 20;

  /** The character that some editors put at the beginning of a file. */
  public static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final int BUFFER = 1 << 16;

  private final String name;
  private final InputStream in;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final byte[] buffer = new byte[BUFFER];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int position;
  private int limit;
  private long lineNumber;
  private boolean byteOrderMarkKept;

  private LineReader(String name, InputStream in) {
    this.name = name;
    this.in = in;
  }

  /**
   * Opens a file, or standard input for {@code -}.
   *
   * @param file the file; gzip is recognised by its first bytes whatever the name
   * @param standardInput what {@code -} stands for
   */
  public static LineReader open(Path file, InputStream standardInput) {
    if (file.equals(CorpusSource.STANDARD_INPUT)) {
      return of("standard input", keptOpen(standardInput));
    }
    requireFile(file);
    InputStream in;
    try {
      in = Files.newInputStream(file);
    } catch (IOException e) {
      throw cannotRead(file.toString(), e);
    }
    LineReader reader = of(file.toString(), in);
    if (file.toString().endsWith(".gz") && !(reader.in instanceof GZIPInputStream)) {
      reader.close();
      throw new CorpusException(
          file + ": named .gz, but it is not gzip; rename it or compress it again");
    }
    return reader;
  }

  /** Reads a stream that errors call by this name. */
  public static LineReader of(String name, InputStream in) {
    try {
      return new LineReader(name, decompressed(in));
    } catch (IOException e) {
      throw cannotRead(name, e);
    }
  }

  /**
   * The same reader, for which a byte order mark at the beginning is text as any other: so
   * sacreBLEU reads what it scores, and scores count it.
   */
  public LineReader keepingByteOrderMark() {
    byteOrderMarkKept = true;
    return this;
  }

  /** All lines that are left. */
  public List<String> readAll() {
    List<String> lines = new ArrayList<>();
    for (String next = next(); next != null; next = next()) {
      lines.add(next);
    }
    return lines;
  }

  /** The next line without its end, or null after the last one. */
  public @Nullable String next() {
    line.reset();
    while (true) {
      if (position == limit && !fill()) {
        return line.size() == 0 ? null : decode();
      }
      int end = indexOfLineFeed();
      append(end);
      position = end;
      if (end < limit) {
        position++;
        return decode();
      }
    }
  }

  /** The number of the line that {@link #next} returned last, counted from 1. */
  public long lineNumber() {
    return lineNumber;
  }

  /** How errors call what is read. */
  public String name() {
    return name;
  }

  /** Closes the file; standard input stays open. */
  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw cannotRead(name, e);
    }
  }

  private static InputStream keptOpen(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public void close() {}
    };
  }

  private static void requireFile(Path file) {
    if (Files.isDirectory(file)) {
      throw new CorpusException(file + ": expected a text file, got a folder; name a file in it");
    }
    if (!Files.exists(file)) {
      throw new CorpusException(file + ": no such file; " + whereItWouldLie(file));
    }
  }

  private static String whereItWouldLie(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null || Files.isDirectory(folder)) {
      return "check the name";
    }
    return "its folder " + folder + " does not exist either";
  }

  private static InputStream decompressed(InputStream raw) throws IOException {
    InputStream in = new BufferedInputStream(raw, BUFFER);
    in.mark(2);
    // One byte at a time: a terminal may have sent no more than an empty line.
    boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
    in.reset();
    return gzip ? new GZIPInputStream(in, BUFFER) : in;
  }

  private boolean fill() {
    try {
      position = 0;
      limit = Math.max(0, in.read(buffer));
      return limit > 0;
    } catch (EOFException | ZipException e) {
      throw new CorpusException(
          name
              + ": the gzip data is cut or damaged after line "
              + lineNumber
              + " ("
              + e.getMessage()
              + "); fetch the file again",
          e);
    } catch (IOException e) {
      throw cannotRead(name, e);
    }
  }

  private int indexOfLineFeed() {
    int at = position;
    while (at < limit && buffer[at] != '\n') {
      at++;
    }
    return at;
  }

  private void append(int end) {
    line.write(buffer, position, end - position);
    if (line.size() > LONGEST_LINE) {
      throw new CorpusException(
          name
              + ", line "
              + (lineNumber + 1)
              + ": longer than 16 MiB; expected a text file with one sentence a line");
    }
  }

  private String decode() {
    lineNumber++;
    ByteBuffer bytes = ByteBuffer.wrap(line.toByteArray());
    CharBuffer text = CharBuffer.allocate(bytes.remaining());
    CoderResult result = decoder.reset().decode(bytes, text, true);
    text.flip();
    if (result.isError()) {
      throw notUtf8(bytes, text);
    }
    if (lineNumber == 1) {
      refuseUtf16(text);
    }
    int begin = startsWithByteOrderMark(text) && !byteOrderMarkKept ? 1 : 0;
    int end = text.length();
    if (end > begin && text.charAt(end - 1) == '\r') {
      end--;
    }
    return text.subSequence(begin, end).toString();
  }

  private boolean startsWithByteOrderMark(CharBuffer text) {
    return lineNumber == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
  }

  /** UTF-16 without a byte order mark is UTF-8 too, with a NUL at every other place. */
  private void refuseUtf16(CharBuffer text) {
    long nuls = text.chars().filter(character -> character == 0).count();
    if (3 * nuls > text.length()) {
      throw new CorpusException(
          name
              + ", line 1: expected UTF-8, got a text full of NULs; if the file is UTF-16, convert"
              + " it: iconv -f UTF-16LE (or UTF-16BE) -t UTF-8");
    }
  }

  private CorpusException notUtf8(ByteBuffer bytes, CharBuffer before) {
    int characters = Character.codePointCount(before, 0, before.length());
    int wrong = bytes.get(bytes.position()) & 0xFF;
    boolean utf16 = lineNumber == 1 && bytes.position() == 0 && wrong >= 0xFE;
    return new CorpusException(
        String.format(
            Locale.ROOT,
            "%s, line %d, byte %d, character %d: expected UTF-8, got the byte 0x%02X; if the file"
                + " is %s, convert it: iconv -f %s -t UTF-8",
            name,
            lineNumber,
            bytes.position() + 1,
            characters + 1,
            wrong,
            utf16 ? "UTF-16" : "Latin-1",
            utf16 ? "UTF-16" : "LATIN1"));
  }

  private static CorpusException cannotRead(String name, IOException e) {
    String why =
        switch (e) {
          case AccessDeniedException denied -> "reading it is not permitted";
          case NoSuchFileException none -> "no such file";
          case EOFException cut -> "the gzip data is cut right at the beginning";
          case ZipException damaged -> "the gzip data is damaged (" + e.getMessage() + ")";
          default -> "cannot be read (" + e.getMessage() + ")";
        };
    return new CorpusException(name + ": " + why, e);
  }
}
