package dev.dragoman.word2vec;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The words of a text file one by one: strict UTF-8, words separated by white space (that of
 * Unicode, no-break spaces included), lines by line feeds. Lines may be of any length. A byte order
 * mark at the beginning is dropped.
 */
final class WordReader implements AutoCloseable {

  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_WORD = 1 << 20;
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int END = -1;

  private final InputFile file;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
  private final CharBuffer characters = CharBuffer.allocate(BUFFER).limit(0);
  private final StringBuilder word = new StringBuilder();
  private boolean bytesEnded;
  private boolean lineEnded;
  private long line = 1;
  private long column;

  private WordReader(InputFile file) {
    this.file = file;
  }

  static WordReader open(Path path) {
    return begun(new WordReader(InputFile.open(path)));
  }

  static WordReader of(String name, InputStream open) {
    return begun(new WordReader(InputFile.of(name, open)));
  }

  private static WordReader begun(WordReader reader) {
    try {
      reader.skipByteOrderMark();
      return reader;
    } catch (Word2VecException e) {
      reader.close();
      throw e;
    }
  }

  /** The next word of the same line, or null where the line ends. */
  @Nullable String nextOfLine() {
    word.setLength(0);
    while (!lineEnded) {
      int character = read();
      boolean ends = character == '\n' || character == END;
      if (!ends && !isBlank((char) character)) {
        append((char) character);
        continue;
      }
      lineEnded = ends;
      if (!word.isEmpty()) {
        return word.toString();
      }
    }
    return null;
  }

  /** Goes on to the next line; false where there is none. */
  boolean nextLine() {
    lineEnded = false;
    return characters.hasRemaining() || fill();
  }

  @Override
  public void close() {
    file.close();
  }

  /** White space as Python's {@code str.split()} sees it. */
  static boolean isBlank(char character) {
    return switch (character) {
      case ' ', '\t', '\n', 0x0B, '\f', '\r', 0x1C, 0x1D, 0x1E, 0x1F, 0x85, 0x2028, 0x2029 -> true;
      default -> character >= 0xA0 && Character.getType(character) == Character.SPACE_SEPARATOR;
    };
  }

  private void append(char character) {
    word.append(character);
    if (word.length() > LONGEST_WORD) {
      throw new Word2VecException(
          file.name()
              + ", line "
              + line
              + ": a word of more than "
              + LONGEST_WORD
              + " characters; expected text whose words are separated by blanks");
    }
  }

  private void skipByteOrderMark() {
    if (fill() && characters.get(characters.position()) == BYTE_ORDER_MARK) {
      characters.get();
    }
  }

  private int read() {
    if (!characters.hasRemaining() && !fill()) {
      return END;
    }
    char character = characters.get();
    if (character == '\n') {
      line++;
      column = 0;
    } else if (!Character.isLowSurrogate(character)) {
      column++;
    }
    return character;
  }

  /** Decodes more characters; an error is thrown when all characters before it were read. */
  private boolean fill() {
    characters.clear();
    while (characters.position() == 0) {
      CoderResult result = decoder.decode(bytes, characters, bytesEnded);
      if (result.isError() && characters.position() == 0) {
        throw notUtf8();
      }
      if (result.isUnderflow() && characters.position() == 0) {
        if (bytesEnded) {
          characters.limit(0);
          return false;
        }
        moreBytes();
      }
    }
    characters.flip();
    return true;
  }

  private void moreBytes() {
    bytes.compact();
    int read = file.read(bytes.array(), bytes.position(), bytes.remaining());
    bytesEnded = read == 0;
    bytes.position(bytes.position() + read).flip();
  }

  private Word2VecException notUtf8() {
    int wrong = bytes.get(bytes.position()) & 0xFF;
    boolean utf16 = line == 1 && column == 0 && wrong >= 0xFE;
    String encoding = utf16 ? "UTF-16" : "Latin-1";
    return new Word2VecException(
        String.format(
            Locale.ROOT,
            "%s, line %d, character %d: expected UTF-8, got the byte 0x%02X; if the file is %s,"
                + " convert it: iconv -f %s -t UTF-8",
            file.name(),
            line,
            column + 1,
            wrong,
            encoding,
            utf16 ? "UTF-16" : "LATIN1"));
  }
}
