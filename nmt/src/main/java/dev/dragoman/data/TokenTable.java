package dev.dragoman.data;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for tokens in the order in which they first occur in a corpus, on either side. */
final class TokenTable {
  private static final ValueLayout.OfChar CHAR =
      ValueLayout.JAVA_CHAR_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> tokens = new ArrayList<>();

  /** The number of a token, a new one if it is new. */
  int number(String token) {
    Integer known = numbers.get(token);
    if (known != null) {
      return known;
    }
    numbers.put(token, tokens.size());
    tokens.add(token);
    return tokens.size() - 1;
  }

  /** Writes the tokens in the order of their numbers. */
  void addTo(Column column) throws IOException {
    for (String token : tokens) {
      ByteBuffer units =
          ByteBuffer.allocate(token.length() * Character.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      token.chars().forEach(unit -> units.putChar((char) unit));
      column.addInt(token.length());
      column.addBytes(units.array());
    }
  }

  /** The tokens of a column that was written so. */
  static String[] read(MemorySegment column) {
    List<String> tokens = new ArrayList<>();
    for (long at = 0; at < column.byteSize(); ) {
      char[] units = new char[column.get(Column.INT, at)];
      at += Integer.BYTES;
      MemorySegment.copy(column, CHAR, at, units, 0, units.length);
      at += (long) units.length * Character.BYTES;
      tokens.add(new String(units));
    }
    return tokens.toArray(String[]::new);
  }
}
