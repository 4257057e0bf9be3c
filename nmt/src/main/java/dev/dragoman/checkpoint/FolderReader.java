package dev.dragoman.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Finds the model folder and reads it, also at a moment in which {@link FolderWriter} replaces it,
 * and after one in which it died doing so.
 */
final class FolderReader {
  private FolderReader() {}

  /** What is done with an open folder. */
  @FunctionalInterface
  interface Use<T> {
    /** Reads what is wanted. */
    T read(OpenFolder folder) throws IOException;
  }

  /** Opens, verifies and reads a folder. */
  static <T> T read(Path folder, Use<T> use) {
    try {
      return Standing.steadily(folder, () -> readOnce(folder, use));
    } catch (IOException e) {
      throw new CheckpointException(
          "%s: the model could not be read: %s".formatted(folder, Reason.of(e)), e);
    }
  }

  private static <T> T readOnce(Path folder, Use<T> use) throws IOException {
    Path found =
        Standing.find(folder)
            .orElseThrow(() ->
                CheckpointException.about(
                    folder, "there is no such folder; train a model first, or check the path"));
    requireModelFolder(found);
    try (OpenFolder open = OpenFolder.open(found)) {
      return use.read(open);
    }
  }

  private static void requireModelFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw CheckpointException.about(
          folder,
          "is a file; a model is a folder" + didYouMean(folder.toAbsolutePath().getParent()));
    }
    if (hasManifest(folder)) {
      return;
    }
    for (Path inside : Place.entries(folder)) {
      if (hasManifest(inside)) {
        throw notAModel(folder, didYouMean(inside));
      }
    }
    throw notAModel(folder, didYouMean(null));
  }

  private static boolean hasManifest(Path folder) {
    return Files.exists(folder.resolve(Manifest.NAME));
  }

  private static CheckpointException notAModel(Path folder, String hint) {
    return CheckpointException.about(
        folder, "is not a Dragoman model folder (it has no %s)%s".formatted(Manifest.NAME, hint));
  }

  private static String didYouMean(@Nullable Path folder) {
    return folder != null && hasManifest(folder)
        ? "; did you mean " + folder + "?"
        : "; check the path";
  }
}
