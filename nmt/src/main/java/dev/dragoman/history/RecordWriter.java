package dev.dragoman.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * Writes records, each framed so that a reader knows whether it is whole:
 *
 * <pre>
 *   int     {@value #MAGIC}, little-endian like all that follows
 *   int     kind
 *   long    length of the payload in bytes
 *   ...     payload
 *   int     CRC-32C of all of the above
 * </pre>
 *
 * A short record is one write, so a killed program leaves whole records and at most one torn one.
 * Allocates nothing per record.
 */
final class RecordWriter implements AutoCloseable {
  static final int MAGIC = 0x48475244; // "DRGH"
  static final int HEADER = 2 * Integer.BYTES + Long.BYTES;
  static final int FRAME = HEADER + Integer.BYTES;

  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final FileChannel channel;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
  private final CRC32C crc = new CRC32C();
  private long left;

  /** Writes behind what the channel's position has before it. */
  RecordWriter(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  void begin(RecordKind kind, long length) {
    buffer.clear();
    crc.reset();
    left = HEADER + length;
    putInt(MAGIC);
    putInt(kind.code());
    putLong(length);
  }

  void putInt(int value) {
    take(Integer.BYTES);
    buffer.putInt(value);
  }

  void putLong(long value) {
    take(Long.BYTES);
    buffer.putLong(value);
  }

  void putFloat(float value) {
    take(Float.BYTES);
    buffer.putFloat(value);
  }

  void putDouble(double value) {
    take(Double.BYTES);
    buffer.putDouble(value);
  }

  void putVectors(float[] values, int from, int to, VectorPrecision precision) {
    switch (precision) {
      case FLOAT32 -> {
        for (int i = from; i < to; i++) {
          putFloat(values[i]);
        }
      }
      case FLOAT16 -> {
        for (int i = from; i < to; i++) {
          take(Short.BYTES);
          buffer.putShort(Float.floatToFloat16(values[i]));
        }
      }
    }
  }

  /** Makes room, which keeps four bytes for the checksum. */
  private void take(int bytes) {
    left -= bytes;
    if (buffer.remaining() < bytes + Integer.BYTES) {
      buffer.flip();
      crc.update(buffer);
      buffer.rewind();
      writeBuffer();
      buffer.clear();
    }
  }

  void end() {
    if (left != 0) {
      throw new IllegalStateException("a record's length is wrong by " + left + " bytes");
    }
    int end = buffer.position();
    buffer.flip();
    crc.update(buffer);
    buffer.limit(end + Integer.BYTES);
    buffer.putInt((int) crc.getValue());
    buffer.rewind();
    writeBuffer();
  }

  private void writeBuffer() {
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be closed: " + e.getMessage(), e);
    }
  }
}
