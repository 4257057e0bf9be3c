package dev.dragoman.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * Where a whole record lies.
 *
 * @param offset of its payload
 * @param length of its payload
 * @param update of which update it tells
 * @param table of which table; −1 for the start
 */
record RecordPlace(RecordKind kind, long offset, long length, long update, int table) {
  /** Every payload but the start's begins with update and table. */
  static final int KEY = Long.BYTES + Integer.BYTES;

  /** Where the record ends. */
  long end() {
    return offset + length + Integer.BYTES;
  }

  ByteBuffer read(FileChannel channel) throws IOException {
    ByteBuffer payload =
        ByteBuffer.allocate(Math.toIntExact(length)).order(ByteOrder.LITTLE_ENDIAN);
    while (payload.hasRemaining()) {
      if (channel.read(payload, offset + payload.position()) < 0) {
        throw new IOException("it was cut off while it was read");
      }
    }
    return payload.flip();
  }
}
