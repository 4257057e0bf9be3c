package dev.dragoman.data;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Numbers and bytes that are only ever appended: in memory at first, in a file from the moment at
 * which somebody asks for that. All numbers are little-endian.
 */
final class Column implements AutoCloseable {
  /** A number in a column. */
  static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /** A long number in a column. */
  static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final int FIRST_SIZE = 1 << 12;
  private static final int FILE_BUFFER = 1 << 18;

  private final CRC32C crc = new CRC32C();
  private ByteBuffer buffer = littleEndian(FIRST_SIZE);
  private @Nullable FileChannel channel;
  private long written;

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  void addInt(int value) throws IOException {
    room(Integer.BYTES).putInt(value);
  }

  void addLong(long value) throws IOException {
    room(Long.BYTES).putLong(value);
  }

  void addBytes(byte[] bytes) throws IOException {
    room(bytes.length).put(bytes);
  }

  /** How many bytes there are. */
  long size() {
    return written + buffer.position();
  }

  /** Goes on in a file, which must not be there yet; what was appended before goes there too. */
  void spill(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    flush(channel);
    buffer = littleEndian(FILE_BUFFER);
  }

  /** Everything, where it lies in memory. */
  MemorySegment memory() {
    return MemorySegment.ofBuffer(buffer.duplicate().flip()).asReadOnly();
  }

  /** Writes what has not been written, and waits for the disk; returns the CRC-32C of it all. */
  long finish() throws IOException {
    if (channel != null) {
      flush(channel);
      channel.force(true);
      channel.close();
    }
    return crc.getValue();
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }

  private ByteBuffer room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      if (channel != null) {
        flush(channel);
      }
      if (buffer.remaining() < bytes) {
        grow(bytes);
      }
    }
    return buffer;
  }

  private void grow(int bytes) {
    int needed = Math.addExact(buffer.position(), bytes);
    int doubled = (int) Math.min(2L * buffer.capacity(), Integer.MAX_VALUE - 8);
    buffer = littleEndian(Math.max(needed, doubled)).put(buffer.flip());
  }

  private void flush(FileChannel into) throws IOException {
    buffer.flip();
    crc.update(buffer.duplicate());
    written += buffer.remaining();
    while (buffer.hasRemaining()) {
      into.write(buffer);
    }
    buffer.clear();
  }
}
