package dev.dragoman.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/**
 * One save under way, and the names that it has to itself beside the model folder: {@code
 * .model.saving-7.new} is written, the model that stood there waits as {@code .model.saving-7.old}
 * for the moment in which the new one takes its place, and {@code .model.saving-7.lock} is locked.
 * The system drops the lock when the saver dies; whoever saves next finds it and puts things right.
 */
final class Draft implements Closeable {
  static final String OLD = ".old";

  private static final String NEW = ".new";
  private static final String LOCK = ".lock";
  private static final int ATTEMPTS = 100;

  private final Disk disk;
  private final Place place;
  private final Path lockFile;
  private final FileChannel lock;

  private Draft(Disk disk, Place place, Path lockFile, FileChannel lock) {
    this.disk = disk;
    this.place = place;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /** Begins a save with an empty folder. */
  static Draft begin(Disk disk, Place place) throws IOException {
    Draft draft = claim(disk, place);
    try {
      disk.createFolder(draft.folder());
      return draft;
    } catch (IOException e) {
      try (draft) {
        throw e;
      }
    }
  }

  /** Another process may take a new lock file for that of a dead one and be faster to lock it. */
  private static Draft claim(Disk disk, Place place) throws IOException {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Path lockFile = Files.createTempFile(place.parent(), place.claimPrefix(), LOCK);
      Optional<FileChannel> lock = lock(lockFile);
      if (lock.isPresent()) {
        return new Draft(disk, place, lockFile, lock.get());
      }
    }
    throw new IOException("other processes keep saving there");
  }

  /** Locks a new file; empty where another saver swept it away before it was locked. */
  private static Optional<FileChannel> lock(Path lockFile) throws IOException {
    FileChannel channel;
    try {
      channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    if (isLocked(channel) && exists(lockFile)) {
      return Optional.of(channel);
    }
    channel.close();
    return Optional.empty();
  }

  private static boolean isLocked(FileChannel lock) {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      return true; // A file system without locks: nobody can take the saver for dead.
    }
  }

  /** Takes over from savers that died; what cannot be put right now is left for another time. */
  static void takeOver(Disk disk, Place place) throws IOException {
    for (Path lockFile : place.claimed(LOCK)) {
      Optional<Draft> dead = dead(disk, place, lockFile);
      dead.ifPresent(Draft::close);
    }
  }

  private static Optional<Draft> dead(Disk disk, Place place, Path lockFile) throws IOException {
    FileChannel lock;
    try {
      lock = FileChannel.open(lockFile, StandardOpenOption.WRITE);
    } catch (IOException e) {
      return Optional.empty(); // Its saver has just finished.
    }
    try {
      if (lock.tryLock() != null) {
        return Optional.of(new Draft(disk, place, lockFile, lock));
      }
    } catch (IOException | OverlappingFileLockException e) {
      // Its saver lives, or that cannot be known.
    }
    lock.close();
    return Optional.empty();
  }

  /** The folder that is being written. */
  Path folder() {
    return named(NEW);
  }

  /** Where the model waits that is to be replaced. */
  Path old() {
    return named(OLD);
  }

  private Path named(String ending) {
    String name = lockFile.getFileName().toString();
    return lockFile.resolveSibling(name.substring(0, name.length() - LOCK.length()) + ending);
  }

  /** Writes one file and tells how it can be recognised. */
  Seal write(String name, FileContent content) throws IOException {
    Seal[] seal = new Seal[1];
    disk.write(
        folder().resolve(name),
        out -> {
          SealingChannel sealing = new SealingChannel(out);
          content.writeTo(sealing);
          seal[0] = sealing.seal();
        });
    return seal[0];
  }

  /** Lets the new folder take the place of the old one, if there is one. */
  void takePlace() throws IOException {
    removeOld();
    boolean replaces = Files.exists(place.folder());
    if (replaces) {
      disk.rename(place.folder(), old());
    }
    try {
      disk.rename(folder(), place.folder());
    } catch (IOException e) {
      if (replaces) {
        putBack(e);
      }
      throw e;
    }
  }

  /** Waits until the disk has the new name. */
  void confirm() throws IOException {
    disk.flushNames(place.parent());
  }

  private void putBack(IOException failure) {
    try {
      disk.rename(old(), place.folder());
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /**
   * Removes what is left under the names of this save. An old model whose place is still empty is
   * put back first. What cannot be removed now, the next save removes.
   */
  @Override
  public void close() {
    try (lock) {
      if (exists(old()) && !exists(place.folder())) {
        disk.rename(old(), place.folder());
      }
      removeOld();
      remove(folder());
      disk.delete(lockFile);
    } catch (IOException | CheckpointException e) {
      // The save succeeded or failed for a reason of its own, which must not be hidden.
    }
  }

  /**
   * Removes the old model, its manifest last. What lies in its folder and is not in its manifest is
   * somebody's notes or logs and moves to the new model.
   */
  private void removeOld() throws IOException {
    if (!exists(old())) {
      return;
    }
    Path manifest = old().resolve(Manifest.NAME);
    if (exists(manifest)) {
      keepForeignFiles(OpenFolder.readManifest(old()).files().keySet());
      for (Path file : Place.entries(old())) {
        if (!file.equals(manifest)) {
          disk.delete(file);
        }
      }
      disk.delete(manifest);
    }
    disk.delete(old());
  }

  private void keepForeignFiles(Set<String> own) throws IOException {
    for (Path file : Place.entries(old())) {
      String name = file.getFileName().toString();
      if (!own.contains(name) && !name.equals(Manifest.NAME)) {
        disk.rename(file, place.folder().resolve(name));
      }
    }
  }

  private void remove(Path folder) throws IOException {
    if (!exists(folder)) {
      return;
    }
    for (Path file : Place.entries(folder)) {
      disk.delete(file);
    }
    disk.delete(folder);
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }
}
