package dev.dragoman.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a folder whole or not at all: into a draft beside it, forced to the disk, then renamed. A
 * model that stood there before is renamed aside first and deleted last, so that at every moment
 * one of the two lies whole under a name that {@link FolderReader} knows.
 */
final class FolderWriter {
  private static final int ATTEMPTS = 100;

  private final Disk disk;

  FolderWriter(Disk disk) {
    this.disk = disk;
  }

  /**
   * Writes or replaces a folder.
   *
   * @param folder missing, empty, or a model folder; files of other people in it are kept
   * @param files what to write, by name; the manifest is added
   */
  void write(Path folder, Map<String, FileContent> files) {
    try (Draft draft = begin(folder, files.keySet())) {
      writeFiles(draft, files);
      takePlace(draft);
      confirm(folder, draft);
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /**
   * Fails where {@link #write} would fail for any content. It tries, and leaves nothing of it: the
   * folders around the model's that were missing are removed again.
   */
  void check(Path folder) {
    List<Path> missing = missingAround(folder);
    try {
      begin(folder, Set.of()).close();
    } catch (IOException e) {
      throw failure(folder, e);
    } finally {
      missing.forEach(this::removeIfEmpty);
    }
  }

  /** The folders around a folder that do not exist, the innermost first. */
  private static List<Path> missingAround(Path folder) {
    List<Path> missing = new ArrayList<>();
    @Nullable Path around = folder.toAbsolutePath().normalize().getParent();
    while (around != null && !Files.exists(around, LinkOption.NOFOLLOW_LINKS)) {
      missing.add(around);
      around = around.getParent();
    }
    return missing;
  }

  private void removeIfEmpty(Path folder) {
    try {
      disk.delete(folder);
    } catch (IOException e) {
      // Somebody else has begun to use it.
    }
  }

  private static CheckpointException failure(Path folder, IOException cause) {
    return new CheckpointException(
        "%s: the model could not be saved: %s; nothing there was changed"
            .formatted(folder, Reason.of(cause)),
        cause);
  }

  private Draft begin(Path folder, Set<String> names) throws IOException {
    return Standing.steadily(
        folder,
        () -> {
          Place place = Place.of(folder);
          Files.createDirectories(place.parent());
          Draft.takeOver(disk, place);
          requireReplaceable(folder, names);
          return Draft.begin(disk, place);
        });
  }

  /** Refuses to write over anything but a model. */
  private static void requireReplaceable(Path folder, Set<String> names) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw CheckpointException.about(folder, "is a file; choose another folder for the model");
    }
    if (Place.entries(folder).isEmpty()) {
      return;
    }
    if (!Files.exists(folder.resolve(Manifest.NAME))) {
      throw CheckpointException.about(
          folder,
          ("is no Dragoman model folder (it has no %s) and will not be overwritten; choose another"
                  + " folder for the model")
              .formatted(Manifest.NAME));
    }
    requireNoForeignFile(folder, OpenFolder.readManifest(folder), names);
  }

  private static void requireNoForeignFile(Path folder, Manifest manifest, Set<String> names) {
    for (String name : names) {
      Path file = folder.resolve(name);
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !manifest.files().containsKey(name)) {
        throw CheckpointException.about(
            file, "is not the model's and will not be overwritten; move it out of the folder");
      }
    }
  }

  private void writeFiles(Draft draft, Map<String, FileContent> files) throws IOException {
    Map<String, Seal> seals = new LinkedHashMap<>();
    for (Map.Entry<String, FileContent> file : files.entrySet()) {
      seals.put(file.getKey(), draft.write(file.getKey(), file.getValue()));
    }
    draft.write(Manifest.NAME, FileContent.of(new Manifest(seals).toBytes()));
    disk.flushNames(draft.folder());
  }

  /** Again from the start when it fails: another saver may have been faster. */
  private static void takePlace(Draft draft) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        draft.takePlace();
        return;
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static void confirm(Path folder, Draft draft) {
    try {
      draft.confirm();
    } catch (IOException e) {
      throw new CheckpointException(
          "%s: the model was saved, but the disk does not confirm it: %s"
              .formatted(folder, Reason.of(e)),
          e);
    }
  }
}
