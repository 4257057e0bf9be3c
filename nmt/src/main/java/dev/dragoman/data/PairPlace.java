package dev.dragoman.data;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/**
 * Where a pair lies in an index, as it stands in the column of pairs: five long numbers. The next
 * pair's place is where this one ends.
 *
 * @param source number of its first source token
 * @param target number of its first target token
 * @param text where its text begins, in bytes
 * @param sourceHash the {@link SentenceHash} of its source
 * @param targetHash and of its target
 */
record PairPlace(long source, long target, long text, long sourceHash, long targetHash) {
  /** Bytes of one place. */
  static final long SIZE = 5 * Long.BYTES;

  private static final long TARGET = Long.BYTES;
  private static final long TEXT = 2 * Long.BYTES;
  private static final long SOURCE_HASH = 3 * Long.BYTES;
  private static final long TARGET_HASH = 4 * Long.BYTES;

  void addTo(Column pairs) throws IOException {
    pairs.addLong(source);
    pairs.addLong(target);
    pairs.addLong(text);
    pairs.addLong(sourceHash);
    pairs.addLong(targetHash);
  }

  static long source(MemorySegment pairs, int pair) {
    return pairs.get(Column.LONG, pair * SIZE);
  }

  static long target(MemorySegment pairs, int pair) {
    return pairs.get(Column.LONG, pair * SIZE + TARGET);
  }

  static long text(MemorySegment pairs, int pair) {
    return pairs.get(Column.LONG, pair * SIZE + TEXT);
  }

  static long sourceHash(MemorySegment pairs, int pair) {
    return pairs.get(Column.LONG, pair * SIZE + SOURCE_HASH);
  }

  static long targetHash(MemorySegment pairs, int pair) {
    return pairs.get(Column.LONG, pair * SIZE + TARGET_HASH);
  }
}
