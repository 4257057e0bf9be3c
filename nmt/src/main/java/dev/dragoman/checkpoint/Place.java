package dev.dragoman.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Where a model folder stands, and the names beside it that saving uses. Links are followed, so
 * that a link to a model folder keeps pointing to it.
 *
 * @param parent the folder around it, absolute
 * @param name its name in there
 */
record Place(Path parent, String name) {

  /** The place of a folder that may be missing. */
  static Place of(Path folder) throws IOException {
    if (Files.exists(folder)) {
      return within(folder, folder.toRealPath());
    }
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw CheckpointException.about(
          folder, "is a link to something that does not exist; remove the link");
    }
    Path absolute = folder.toAbsolutePath();
    Path parent = absolute.getParent();
    if (parent != null && Files.exists(parent)) {
      return within(folder, parent.toRealPath().resolve(absolute.getFileName()));
    }
    return within(folder, absolute.normalize());
  }

  private static Place within(Path shown, Path absolute) {
    Path parent = absolute.getParent();
    Path name = absolute.getFileName();
    if (parent == null || name == null) {
      throw CheckpointException.about(
          shown, "is the root of the file system; choose a folder inside it");
    }
    return new Place(parent, name.toString());
  }

  /** The model folder itself. */
  Path folder() {
    return parent.resolve(name);
  }

  /** Where the old model waits for the moment in which the new one takes its place. */
  Path aside() {
    return parent.resolve("." + name + ".being-replaced");
  }

  /** How the names of folders that are being written begin. */
  String draftPrefix() {
    return "." + name + ".being-saved-";
  }
}
