package dev.dragoman.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

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
    try {
      Place place = Place.of(folder);
      Files.createDirectories(place.parent());
      requireReplaceable(folder, files.keySet());
      Draft.sweep(disk, place);
      try (Draft draft = Draft.begin(disk, place)) {
        writeFiles(draft, files);
        takePlace(draft.folder(), place);
      }
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /** Fails where {@link #write} would fail for any content, and writes nothing. */
  void check(Path folder) {
    try {
      Place place = Place.of(folder);
      Files.createDirectories(place.parent());
      requireReplaceable(folder, Set.of());
      Draft.begin(disk, place).close();
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  private static CheckpointException failure(Path folder, IOException cause) {
    return new CheckpointException(
        "%s: the model could not be saved: %s; nothing there was changed"
            .formatted(folder, Reason.of(cause)),
        cause);
  }

  private void writeFiles(Draft draft, Map<String, FileContent> files) throws IOException {
    Map<String, Seal> seals = new LinkedHashMap<>();
    for (Map.Entry<String, FileContent> file : files.entrySet()) {
      seals.put(file.getKey(), draft.write(file.getKey(), file.getValue()));
    }
    draft.write(Manifest.NAME, FileContent.of(new Manifest(seals).toBytes()));
    disk.flushNames(draft.folder());
  }

  /** Refuses to write over anything but a model. */
  private static void requireReplaceable(Path folder, Set<String> names) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw CheckpointException.about(folder, "is a file; choose another folder for the model");
    }
    if (Draft.entries(folder).isEmpty()) {
      return;
    }
    if (!Files.exists(folder.resolve(Manifest.NAME))) {
      throw CheckpointException.about(
          folder,
          ("is no Dragoman model folder (it has no %s) and will not be overwritten; choose another"
                  + " folder for the model")
              .formatted(Manifest.NAME));
    }
    Manifest manifest = OpenFolder.readManifest(folder);
    for (String name : names) {
      Path file = folder.resolve(name);
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !manifest.files().containsKey(name)) {
        throw CheckpointException.about(
            file, "is not the model's and will not be overwritten; move it out of the folder");
      }
    }
  }

  /** Again from the start when another process changed the place in between. */
  private void takePlace(Path draft, Place place) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        tryToTakePlace(draft, place);
        return;
      } catch (OvertakenException e) {
        if (attempt == ATTEMPTS) {
          throw new IOException("other processes keep saving there", e);
        }
      }
    }
  }

  private void tryToTakePlace(Path draft, Place place) throws IOException {
    boolean replaces = Files.exists(place.folder());
    if (replaces) {
      retire(place);
      moveAside(place);
    }
    try {
      disk.rename(draft, place.folder());
    } catch (IOException e) {
      if (Files.exists(place.folder())) {
        throw new OvertakenException(e);
      }
      if (replaces) {
        putBack(place, e);
      }
      throw e;
    }
    confirm(place);
    retireLater(place);
  }

  private void confirm(Place place) {
    try {
      disk.flushNames(place.parent());
    } catch (IOException e) {
      throw new CheckpointException(
          "%s: the model was saved, but the disk does not confirm it: %s"
              .formatted(place.folder(), Reason.of(e)),
          e);
    }
  }

  private void moveAside(Place place) throws IOException {
    try {
      disk.rename(place.folder(), place.aside());
    } catch (IOException e) {
      if (!Files.exists(place.folder())) {
        throw new OvertakenException(e);
      }
      throw e;
    }
  }

  private void putBack(Place place, IOException failure) {
    try {
      disk.rename(place.aside(), place.folder());
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /** The new model stands: what cannot be removed of the old one, the next save removes. */
  private void retireLater(Place place) {
    try {
      retire(place);
    } catch (IOException | CheckpointException e) {
      // See above: the save itself is done.
    }
  }

  /**
   * Removes a model that was renamed aside, its manifest last. What lies in the folder and is not
   * in its manifest is somebody's notes or logs and moves to the new model.
   */
  private void retire(Place place) throws IOException {
    Path old = place.aside();
    if (!Files.exists(old)) {
      return;
    }
    Path manifestFile = old.resolve(Manifest.NAME);
    if (Files.exists(manifestFile)) {
      Set<String> names = OpenFolder.readManifest(old).files().keySet();
      keepForeignFiles(place, names);
      for (String name : names) {
        disk.delete(old.resolve(name));
      }
      disk.delete(manifestFile);
    }
    disk.delete(old);
  }

  private void keepForeignFiles(Place place, Set<String> names) throws IOException {
    for (Path file : Draft.entries(place.aside())) {
      String name = file.getFileName().toString();
      Path kept = place.folder().resolve(name);
      boolean foreign = !names.contains(name) && !name.equals(Manifest.NAME);
      if (foreign && !Files.exists(kept, LinkOption.NOFOLLOW_LINKS)) {
        disk.rename(file, kept);
      }
    }
  }

  /** Another process renamed something at the same moment. */
  private static final class OvertakenException extends IOException {
    private static final long serialVersionUID = 1L;

    private OvertakenException(IOException cause) {
      super(cause);
    }
  }
}
