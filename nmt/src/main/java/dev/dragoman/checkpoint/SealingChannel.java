package dev.dragoman.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.zip.CRC32C;

/** Counts and checksums what is written through it. */
final class SealingChannel implements WritableByteChannel {
  private final WritableByteChannel out;
  private final CRC32C crc = new CRC32C();
  private long length;

  SealingChannel(WritableByteChannel out) {
    this.out = out;
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    ByteBuffer written = bytes.duplicate();
    int count = out.write(bytes);
    crc.update(written.limit(written.position() + count));
    length += count;
    return count;
  }

  /** The seal of everything written so far. */
  Seal seal() {
    return new Seal(length, crc.getValue());
  }

  @Override
  public boolean isOpen() {
    return out.isOpen();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
