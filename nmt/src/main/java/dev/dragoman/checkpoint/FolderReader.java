package dev.dragoman.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the model folder and reads it, also at a moment in which {@link FolderWriter} replaces it,
 * and after one in which it died doing so.
 */
final class FolderReader {
  private static final int ATTEMPTS = 100;

  private FolderReader() {}

  /** What is done with an open folder. */
  @FunctionalInterface
  interface Use<T> {
    /** Reads what is wanted. */
    T read(OpenFolder folder) throws IOException;
  }

  /** Which folder stands under which name: another one after each replacement. */
  private record Standing(Path folder, @Nullable Object key, Object changed) {}

  /** Opens, verifies and reads a folder. */
  static <T> T read(Path folder, Use<T> use) {
    for (int attempt = 1; ; attempt++) {
      Standing before = standing(folder);
      try {
        return readOnce(folder, use);
      } catch (CheckpointException e) {
        boolean replaced = !Objects.equals(before, standing(folder));
        if (!replaced || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static <T> T readOnce(Path folder, Use<T> use) {
    try {
      Path found = find(folder);
      requireModelFolder(found);
      try (OpenFolder open = OpenFolder.open(found)) {
        return use.read(open);
      }
    } catch (IOException e) {
      throw new CheckpointException(
          "%s: the model could not be read: %s".formatted(folder, Reason.of(e)), e);
    }
  }

  /** The folder, or the old one that a writer put aside and had no time to replace. */
  private static Path find(Path folder) throws IOException {
    if (Files.exists(folder)) {
      return folder;
    }
    Path aside = Place.of(folder).aside();
    if (Files.exists(aside)) {
      return aside;
    }
    throw CheckpointException.about(
        folder, "there is no such folder; train a model first, or check the path");
  }

  private static @Nullable Standing standing(Path folder) {
    try {
      Path found = find(folder);
      BasicFileAttributes attributes = Files.readAttributes(found, BasicFileAttributes.class);
      return new Standing(found, attributes.fileKey(), attributes.creationTime());
    } catch (IOException | CheckpointException e) {
      return null;
    }
  }

  private static void requireModelFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw CheckpointException.about(
          folder,
          "is a file; a model is a folder%s"
              .formatted(didYouMean(folder.toAbsolutePath().getParent())));
    }
    if (Files.exists(folder.resolve(Manifest.NAME), LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    for (Path inside : Draft.entries(folder)) {
      if (Files.exists(inside.resolve(Manifest.NAME))) {
        throw notAModel(folder, didYouMean(inside));
      }
    }
    throw notAModel(folder, "; check the path");
  }

  private static CheckpointException notAModel(Path folder, String hint) {
    return CheckpointException.about(
        folder, "is not a Dragoman model folder (it has no %s)%s".formatted(Manifest.NAME, hint));
  }

  private static String didYouMean(@Nullable Path folder) {
    return folder != null && Files.exists(folder.resolve(Manifest.NAME))
        ? "; did you mean " + folder + "?"
        : "; check the path";
  }
}
