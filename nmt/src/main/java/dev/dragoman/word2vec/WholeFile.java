package dev.dragoman.word2vec;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file beside the wanted one, and renames it when it is complete: a file is there whole or
 * not at all.
 */
final class WholeFile {

  private static final int BUFFER = 1 << 16;

  private WholeFile() {}

  /** What is to stand in the file. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file, and the folders around it where they are missing; a name that ends with {@code
   * .gz} is compressed.
   */
  static void write(Path file, Content content) {
    requireWritable(file);
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    try {
      @Nullable Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      try (OutputStream out = open(partial, file.toString().endsWith(".gz"))) {
        content.writeTo(out);
      }
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      discard(partial, e);
      throw new Word2VecException(file + ": cannot be written (" + e.getMessage() + ")", e);
    }
  }

  /** Fails where the file's place does not allow it to be written. */
  static void requireWritable(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw new Word2VecException(
          file + ": expected the name of a file to write, got a folder; add a file's name");
    }
    Path around = nearest(folder);
    if (around != null && !Files.isDirectory(around)) {
      throw new Word2VecException(
          file + ": expected a folder at " + around + ", got a file; choose another place");
    }
    if (around != null && !Files.isWritable(around)) {
      throw new Word2VecException(
          file + ": writing into the folder " + around + " is not permitted");
    }
  }

  /** What is there already of a folder and those around it. */
  private static @Nullable Path nearest(@Nullable Path folder) {
    @Nullable Path around = folder;
    while (around != null && !Files.exists(around)) {
      around = around.getParent();
    }
    return around;
  }

  private static OutputStream open(Path file, boolean gzip) throws IOException {
    OutputStream plain = Files.newOutputStream(file);
    return gzip ? new GZIPOutputStream(plain, BUFFER) : new BufferedOutputStream(plain, BUFFER);
  }

  private static void discard(Path partial, IOException reason) {
    try {
      Files.deleteIfExists(partial);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }
}
