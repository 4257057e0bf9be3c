package dev.dragoman.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which folder stands for a model now: another one after each replacement.
 *
 * @param folder where it was found
 * @param key what the file system knows it by, if anything
 * @param created when it was made
 */
record Standing(Path folder, @Nullable Object key, FileTime created) {
  private static final int ATTEMPTS = 100;
  private static final int SURE = 6;

  /** Something done with a model folder. */
  @FunctionalInterface
  interface Action<T> {
    /** Does it. */
    T run() throws IOException;
  }

  /**
   * Does something with a folder, and again if it failed while another saver replaced the folder. A
   * new folder may look like the one before (file systems give numbers out again, and their clocks
   * tick slowly), and a saver may be halted in the middle of removing the old one, so a failure
   * counts only when it comes several times in a row, further and further apart.
   */
  static <T> T steadily(Path folder, Action<T> action) throws IOException {
    int unchanged = 0;
    for (int attempt = 1; ; attempt++) {
      Optional<Standing> before = of(folder);
      try {
        return action.run();
      } catch (IOException | CheckpointException e) {
        unchanged = Objects.equals(before, of(folder)) ? unchanged + 1 : 0;
        if (attempt == ATTEMPTS || unchanged == SURE) {
          throw e;
        }
      }
      pause(unchanged);
    }
  }

  /**
   * 1, 2, 4, … milliseconds after as many failures in a row; an interrupt is kept for the caller.
   */
  private static void pause(int failures) {
    if (failures == 0) {
      return;
    }
    try {
      Thread.sleep(1L << (failures - 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<Standing> of(Path folder) {
    try {
      Optional<Path> found = find(folder);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      BasicFileAttributes attributes = Files.readAttributes(found.get(), BasicFileAttributes.class);
      return Optional.of(
          new Standing(found.get(), attributes.fileKey(), attributes.creationTime()));
    } catch (IOException | CheckpointException e) {
      return Optional.empty();
    }
  }

  /** The folder, or the old one that a saver put aside and had no time to replace. */
  static Optional<Path> find(Path folder) throws IOException {
    return Files.exists(folder) ? Optional.of(folder) : latestPutAside(folder);
  }

  private static Optional<Path> latestPutAside(Path folder) throws IOException {
    Place place = Place.of(folder);
    if (!Files.isDirectory(place.parent())) {
      return Optional.empty();
    }
    Optional<Path> latest = Optional.empty();
    FileTime written = FileTime.fromMillis(0);
    for (Path old : place.claimed(Draft.OLD)) {
      Path manifest = old.resolve(Manifest.NAME);
      if (Files.exists(manifest) && Files.getLastModifiedTime(manifest).compareTo(written) >= 0) {
        written = Files.getLastModifiedTime(manifest);
        latest = Optional.of(old);
      }
    }
    return latest;
  }
}
