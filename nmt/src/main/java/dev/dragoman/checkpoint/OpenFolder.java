package dev.dragoman.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A model folder whose files are all open and all as the manifest says. What was opened stays
 * readable and the same, even while another process replaces the folder.
 */
final class OpenFolder implements Closeable {
  private static final int BUFFER_BYTES = 1 << 18;

  private final Path folder;
  private final Map<String, FileChannel> files = new LinkedHashMap<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);

  private OpenFolder(Path folder) {
    this.folder = folder;
  }

  /** Opens a folder and verifies the length and checksum of each of its files. */
  static OpenFolder open(Path folder) throws IOException {
    Manifest manifest = readManifest(folder);
    OpenFolder open = new OpenFolder(folder);
    try {
      open.openFiles(manifest);
      open.verify(manifest);
      return open;
    } catch (IOException | RuntimeException e) {
      try (open) {
        throw e;
      }
    }
  }

  /** Reads the list of files. */
  static Manifest readManifest(Path folder) throws IOException {
    Path file = folder.resolve(Manifest.NAME);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(Manifest.MOST_BYTES);
      if (bytes.length == Manifest.MOST_BYTES) {
        throw CheckpointException.about(
            file, "has more than %d bytes; not a Dragoman manifest".formatted(Manifest.MOST_BYTES));
      }
      return Manifest.parse(file, bytes);
    }
  }

  private void openFiles(Manifest manifest) throws IOException {
    for (String name : manifest.files().keySet()) {
      Path file = folder.resolve(name);
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw CheckpointException.about(file, "is no file%s".formatted(Hint.DAMAGED));
      }
      try {
        files.put(name, FileChannel.open(file, StandardOpenOption.READ));
      } catch (NoSuchFileException e) {
        throw new CheckpointException(file + ": is missing" + Hint.DAMAGED, e);
      }
    }
  }

  /** Lengths first: they cost nothing. */
  private void verify(Manifest manifest) throws IOException {
    for (Map.Entry<String, Seal> entry : manifest.files().entrySet()) {
      long expected = entry.getValue().length();
      long got = channel(entry.getKey()).size();
      if (got != expected) {
        throw CheckpointException.about(
            path(entry.getKey()),
            "is %s: expected %d bytes, got %d%s"
                .formatted(got < expected ? "cut" : "too long", expected, got, Hint.DAMAGED));
      }
    }
    for (Map.Entry<String, Seal> entry : manifest.files().entrySet()) {
      Seal got = seal(channel(entry.getKey()));
      if (!got.equals(entry.getValue())) {
        throw CheckpointException.about(
            path(entry.getKey()),
            "was changed after it was saved: expected CRC32C %s, got %s%s"
                .formatted(entry.getValue().crcText(), got.crcText(), Hint.DAMAGED));
      }
    }
  }

  private Seal seal(FileChannel channel) throws IOException {
    CRC32C crc = new CRC32C();
    long at = 0;
    while (channel.read(buffer.clear(), at) > 0) {
      at += buffer.flip().remaining();
      crc.update(buffer);
    }
    return new Seal(at, crc.getValue());
  }

  /** Whether the manifest lists a file. */
  boolean has(String name) {
    return files.containsKey(name);
  }

  /** The path of a file, for messages. */
  Path path(String name) {
    return folder.resolve(name);
  }

  /** A verified file. */
  FileChannel channel(String name) {
    @Nullable FileChannel channel = files.get(name);
    if (channel == null) {
      throw CheckpointException.about(
          folder.resolve(Manifest.NAME), "does not list %s%s".formatted(name, Hint.DAMAGED));
    }
    return channel;
  }

  /** All bytes of a verified file that is small. */
  byte[] bytes(String name) throws IOException {
    FileChannel channel = channel(name);
    if (channel.size() > Integer.MAX_VALUE - Long.BYTES) {
      throw CheckpointException.about(
          path(name), "has %d bytes, far too many".formatted(channel.size()));
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
    int read = 0;
    while (read >= 0 && bytes.hasRemaining()) {
      read = channel.read(bytes, bytes.position());
    }
    return bytes.array();
  }

  @Override
  public void close() throws IOException {
    for (FileChannel channel : files.values()) {
      channel.close();
    }
  }
}
