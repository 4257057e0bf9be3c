package dev.dragoman.checkpoint;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

  /** How the names begin that one saver claims beside the folder; a number of its own follows. */
  String claimPrefix() {
    return "." + name + ".saving-";
  }

  /** What lies beside the folder under a claimed name with this ending. */
  List<Path> claimed(String ending) throws IOException {
    return entries(parent).stream()
        .filter(path -> path.getFileName().toString().startsWith(claimPrefix()))
        .filter(path -> path.getFileName().toString().endsWith(ending))
        .toList();
  }

  /** What lies in a folder. */
  static List<Path> entries(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return entries;
  }
}
