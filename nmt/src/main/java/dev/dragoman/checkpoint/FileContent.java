package dev.dragoman.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;

/** What is to stand in a file. */
@FunctionalInterface
interface FileContent {

  /** Writes all of it. */
  void writeTo(WritableByteChannel out) throws IOException;

  /** These bytes. */
  static FileContent of(byte[] bytes) {
    return out -> {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        out.write(buffer);
      }
    };
  }

  /** This text as UTF-8. */
  static FileContent of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }
}
