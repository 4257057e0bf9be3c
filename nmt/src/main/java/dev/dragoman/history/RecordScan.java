package dev.dragoman.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Finds the records of a file and verifies each; the first that is not whole ends the search. */
final class RecordScan {
  private static final int BUFFER = 1 << 20;

  private final FileChannel channel;
  private final long size;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
  private final List<RecordPlace> places = new ArrayList<>();
  private long position;

  /**
   * What a file holds.
   *
   * @param places its whole records, in order
   * @param damage what is wrong behind them, where something is
   */
  record Found(List<RecordPlace> places, Optional<String> damage) {}

  private RecordScan(FileChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  static Found of(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return new RecordScan(channel).scan();
    }
  }

  private Found scan() throws IOException {
    Optional<String> damage = Optional.empty();
    while (damage.isEmpty() && position < size) {
      damage = next();
    }
    return new Found(places, damage.map(this::located));
  }

  private String located(String what) {
    long update = places.isEmpty() ? 0 : places.getLast().update();
    return String.format(
        Locale.ROOT,
        "the record at byte %,d %s; what came before it, until update %,d, is whole",
        position,
        what,
        update);
  }

  /** Verifies the record at the position and passes it; what is wrong with it, if something is. */
  private Optional<String> next() throws IOException {
    if (size - position < RecordWriter.FRAME) {
      return Optional.of("is cut off");
    }
    fill(position, RecordWriter.HEADER + (int) Math.min(RecordPlace.KEY, rest()));
    int magic = buffer.getInt(0);
    Optional<RecordKind> kind = RecordKind.of(buffer.getInt(Integer.BYTES));
    long length = buffer.getLong(2 * Integer.BYTES);
    if (magic != RecordWriter.MAGIC || kind.isEmpty()) {
      return Optional.of("is damaged");
    }
    if (length < RecordPlace.KEY || length > size - position - RecordWriter.FRAME) {
      return Optional.of("is cut off");
    }
    RecordKind known = kind.get();
    long update = known == RecordKind.START ? 0 : buffer.getLong(RecordWriter.HEADER);
    int table = known == RecordKind.START ? -1 : buffer.getInt(RecordWriter.HEADER + Long.BYTES);
    long end = position + RecordWriter.HEADER + length;
    if (crc(position, end) != stored(end)) {
      return Optional.of("is damaged: its checksum does not fit");
    }
    places.add(new RecordPlace(known, position + RecordWriter.HEADER, length, update, table));
    position = end + Integer.BYTES;
    return Optional.empty();
  }

  private long rest() {
    return size - position - RecordWriter.HEADER;
  }

  private int stored(long at) throws IOException {
    fill(at, Integer.BYTES);
    return buffer.getInt(0);
  }

  private int crc(long from, long to) throws IOException {
    CRC32C crc = new CRC32C();
    for (long at = from; at < to; at += BUFFER) {
      fill(at, (int) Math.min(BUFFER, to - at));
      crc.update(buffer);
    }
    return (int) crc.getValue();
  }

  private void fill(long from, int length) throws IOException {
    buffer.clear().limit(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position()) < 0) {
        throw new IOException("it was cut off while it was read");
      }
    }
    buffer.flip();
  }
}
