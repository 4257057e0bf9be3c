package dev.dragoman.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file that somebody named, whole or not at all. */
final class WrittenFile {
  private WrittenFile() {}

  /**
   * Writes over what is there; the folder is made where it is missing.
   *
   * @throws IllegalArgumentException if a folder stands there or writing is not permitted
   */
  static void write(Path file, byte[] content) {
    Path absolute = file.toAbsolutePath();
    if (Files.isDirectory(absolute)) {
      throw new IllegalArgumentException(file + ": is a folder, expected the name of a file");
    }
    Path parent = absolute.getParent();
    if (parent == null) {
      throw new IllegalArgumentException(file + ": expected the name of a file");
    }
    try {
      Files.createDirectories(parent);
      Path part = parent.resolve("." + absolute.getFileName() + ".part");
      try {
        Files.write(part, content);
        Files.move(part, absolute, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (AccessDeniedException denied) {
      throw new IllegalArgumentException(
          file + ": writing into the folder " + parent + " is not permitted", denied);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written: " + e.getMessage(), e);
    }
  }
}
