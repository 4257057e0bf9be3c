package dev.dragoman.word2vec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * NumPy's .npy: the bytes 0x93 NUMPY, a version, the length of a header, the header as a Python
 * dictionary that is padded to a multiple of 64 bytes in all and ended by a line feed, then the
 * numbers. Versions 1.0 to 3.0 are read, floats of 2, 4 and 8 bytes in either byte order, rows or
 * columns first.
 */
final class NumpyFile {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int ALIGNMENT = 64;
  private static final int LONGEST_HEADER = 1 << 16;
  private static final long MOST_FLOATS = Integer.MAX_VALUE - 8;
  private static final Pattern TYPE =
      Pattern.compile("'descr'\\s*:\\s*'([<>=|])?([a-zA-Z])(\\d+)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE =
      Pattern.compile("'shape'\\s*:\\s*\\(\\s*(\\d+)\\s*,\\s*(\\d+)\\s*,?\\s*\\)");

  private NumpyFile() {}

  /** Where the words of a file lie: {@code vectors.tokens.txt} beside {@code vectors.npy}. */
  static Path tokensOf(Path file) {
    String name = file.getFileName().toString();
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - ".gz".length()) : name;
    String stem =
        plain.endsWith(".npy") ? plain.substring(0, plain.length() - ".npy".length()) : plain;
    return file.resolveSibling(stem + ".tokens.txt");
  }

  static void write(WordVectors vectors, Path file) {
    TokenLines.write(vectors, tokensOf(file));
    WholeFile.write(
        file,
        out -> {
          out.write(head(vectors.count(), vectors.size()));
          ByteBuffer row =
              ByteBuffer.allocate(vectors.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
          for (int index = 0; index < vectors.count(); index++) {
            row.asFloatBuffer().put(vectors.vector(index));
            out.write(row.array());
          }
        });
  }

  private static byte[] head(int rows, int columns) {
    String dictionary =
        "{'descr': '<f4', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
    int before = MAGIC.length + 2 + Short.BYTES;
    int all = (before + dictionary.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    String header = dictionary + " ".repeat(all - before - dictionary.length() - 1) + "\n";
    return ByteBuffer.allocate(all)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .put((byte) 1)
        .put((byte) 0)
        .putShort((short) header.length())
        .put(header.getBytes(StandardCharsets.ISO_8859_1))
        .array();
  }

  /** Whether the file begins as one of NumPy's does. */
  static boolean isOne(Path file) {
    try (InputFile in = InputFile.open(file)) {
      byte[] begin = new byte[MAGIC.length];
      return in.read(begin, 0, begin.length) == begin.length
          && ByteBuffer.wrap(begin).equals(ByteBuffer.wrap(MAGIC));
    }
  }

  /** What the numbers are and how they lie. */
  private record Layout(
      int bytesPerNumber, ByteOrder order, boolean columnsFirst, int rows, int columns) {}

  static WordVectors read(Path file, Path tokens, int limit) {
    if (!Files.exists(tokens)) {
      throw new Word2VecException(
          tokens
              + ": no such file; the words of "
              + file.getFileName()
              + " are expected there, one a line");
    }
    try (InputFile in = InputFile.open(file)) {
      Layout layout = layout(in);
      List<String> words = TokenLines.read(tokens);
      if (words.size() != layout.rows) {
        throw new Word2VecException(
            tokens
                + ": expected "
                + layout.rows
                + " words, one a line, as many as "
                + file
                + " has rows, got "
                + words.size());
      }
      return vectors(file, words, layout, numbers(in, layout), limit);
    }
  }

  private static WordVectors vectors(
      Path file, List<String> words, Layout layout, float[] numbers, int limit) {
    int rows = Math.min(limit, layout.rows);
    VectorRows vectors = new VectorRows(file.toString(), layout.columns);
    for (int row = 0; row < rows; row++) {
      String where = file + ", row " + (row + 1);
      vectors.begin(words.get(row), where);
      for (int column = 0; column < layout.columns; column++) {
        int at = layout.columnsFirst ? column * layout.rows + row : row * layout.columns + column;
        vectors.add(numbers[at], where);
      }
    }
    return vectors.finish();
  }

  private static float[] numbers(InputFile in, Layout layout) {
    int perPart = layout.columnsFirst ? layout.rows : layout.columns;
    int parts = layout.columnsFirst ? layout.columns : layout.rows;
    float[] numbers = new float[perPart * parts];
    ByteBuffer part = ByteBuffer.allocate(perPart * layout.bytesPerNumber).order(layout.order);
    for (int i = 0; i < parts; i++) {
      if (in.read(part.array(), 0, part.capacity()) < part.capacity()) {
        throw new Word2VecException(in.name() + ": the numbers end too early; the file was cut");
      }
      for (int j = 0; j < perPart; j++) {
        numbers[i * perPart + j] = number(part, j, layout.bytesPerNumber);
      }
    }
    if (in.read(new byte[1], 0, 1) > 0) {
      throw new Word2VecException(
          in.name() + ": there is more after the numbers that its header promises");
    }
    return numbers;
  }

  private static float number(ByteBuffer part, int index, int bytes) {
    return switch (bytes) {
      case Short.BYTES -> Float.float16ToFloat(part.getShort(index * Short.BYTES));
      case Float.BYTES -> part.getFloat(index * Float.BYTES);
      default -> (float) part.getDouble(index * Double.BYTES);
    };
  }

  private static Layout layout(InputFile in) {
    String header = header(in);
    Matcher type = TYPE.matcher(header);
    Matcher order = ORDER.matcher(header);
    Matcher shape = SHAPE.matcher(header);
    if (!type.find() || !order.find() || !shape.find()) {
      throw unusable(in, "a matrix: its header is " + header.strip());
    }
    int bytes = (int) number(in, type.group(3));
    if (!type.group(2).equals("f") || (bytes != 2 && bytes != 4 && bytes != 8)) {
      throw unusable(in, "floats of 2, 4 or 8 bytes, got '" + type.group(2) + type.group(3) + "'");
    }
    long rows = number(in, shape.group(1));
    long columns = number(in, shape.group(2));
    if (rows < 1
        || columns < 1
        || rows * columns > MOST_FLOATS
        || Math.max(rows, columns) * bytes > MOST_FLOATS) {
      throw unusable(in, "from 1 to " + MOST_FLOATS + " numbers, got " + rows + " by " + columns);
    }
    ByteOrder endian = ">".equals(type.group(1)) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return new Layout(bytes, endian, order.group(1).equals("True"), (int) rows, (int) columns);
  }

  private static long number(InputFile in, String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw unusable(in, "numbers below 2147483648 in its header, got " + digits);
    }
  }

  private static String header(InputFile in) {
    byte[] begin = new byte[MAGIC.length + 2];
    int got = in.read(begin, 0, begin.length);
    if (got < begin.length
        || !ByteBuffer.wrap(begin, 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
      throw unusable(in, "NumPy's .npy, which begins with \\x93NUMPY");
    }
    int major = begin[MAGIC.length];
    byte[] length = new byte[major == 1 ? Short.BYTES : Integer.BYTES];
    requireAll(in, in.read(length, 0, length.length), length.length);
    ByteBuffer lengthBytes = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN);
    int bytes = major == 1 ? Short.toUnsignedInt(lengthBytes.getShort()) : lengthBytes.getInt();
    if (major < 1 || major > 3 || bytes < 0 || bytes > LONGEST_HEADER) {
      throw unusable(in, "version 1 to 3 with a header of at most 64 KiB, got version " + major);
    }
    byte[] header = new byte[bytes];
    requireAll(in, in.read(header, 0, bytes), bytes);
    return new String(header, StandardCharsets.ISO_8859_1);
  }

  private static void requireAll(InputFile in, int got, int expected) {
    if (got < expected) {
      throw new Word2VecException(in.name() + ": the header ends too early; the file was cut");
    }
  }

  private static Word2VecException unusable(InputFile in, String expected) {
    return new Word2VecException(in.name() + ": expected " + expected);
  }
}
