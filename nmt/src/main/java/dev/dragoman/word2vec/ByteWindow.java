package dev.dragoman.word2vec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A window over the bytes of a file that can look ahead: places are counted from the byte that
 * would be read next, and the window grows as far as somebody looks.
 */
final class ByteWindow implements AutoCloseable {

  private static final int INITIAL = 1 << 16;
  private static final int MOST = 1 << 26;

  private final InputFile file;
  private byte[] bytes = new byte[INITIAL];
  private int begin;
  private int end;

  private ByteWindow(InputFile file) {
    this.file = file;
  }

  static ByteWindow open(Path path) {
    return new ByteWindow(InputFile.open(path));
  }

  String name() {
    return file.name();
  }

  /** Whether there are at least so many bytes left. */
  boolean has(int count) {
    while (end - begin < count) {
      if (!fill()) {
        return false;
      }
    }
    return true;
  }

  /** The byte at a place that {@link #has} or {@link #find} has seen. */
  byte at(int place) {
    return bytes[begin + place];
  }

  /** The first place from {@code from} on where this byte stands, or −1 if the file has none. */
  int find(byte wanted, int from) {
    for (int place = from; has(place + 1); place++) {
      if (at(place) == wanted) {
        return place;
      }
    }
    return -1;
  }

  /** How many bytes are left, of a file that was seen to its end. */
  int left() {
    return end - begin;
  }

  /** Reads over so many bytes. */
  void skip(int count) {
    begin += count;
  }

  /** Bytes [from, to) as text, or null where they are not UTF-8. */
  @Nullable String utf8(int from, int to) {
    try {
      ByteBuffer part = ByteBuffer.wrap(bytes, begin + from, to - from);
      return StandardCharsets.UTF_8.newDecoder().decode(part).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** Bytes [from, to) as text of Latin-1, which every byte is. */
  String latin1(int from, int to) {
    return new String(bytes, begin + from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** The float at a place, little-endian. */
  float littleEndianFloat(int place) {
    int at = begin + place;
    return Float.intBitsToFloat(
        (bytes[at] & 0xFF)
            | ((bytes[at + 1] & 0xFF) << 8)
            | ((bytes[at + 2] & 0xFF) << 16)
            | (bytes[at + 3] << 24));
  }

  @Override
  public void close() {
    file.close();
  }

  private boolean fill() {
    if (begin > 0) {
      System.arraycopy(bytes, begin, bytes, 0, end - begin);
      end -= begin;
      begin = 0;
    }
    if (end == bytes.length) {
      if (end >= MOST) {
        throw new Word2VecException(
            name() + ": a line or row of more than 64 MiB; expected a file of word vectors");
      }
      bytes = Arrays.copyOf(bytes, 2 * end);
    }
    int read = file.read(bytes, end, bytes.length - end);
    end += read;
    return read > 0;
  }
}
