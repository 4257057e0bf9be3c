package dev.dragoman.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A model folder while it is being written, beside the place where it will stand. A locked file
 * next to it tells other processes that its writer is alive; the system drops the lock when the
 * writer dies, and whoever saves next sweeps the remains away.
 */
final class Draft implements Closeable {
  private static final String LOCK = ".lock";
  private static final int ATTEMPTS = 100;

  private final Disk disk;
  private final Path folder;
  private final Path lockFile;
  private final FileChannel lock;

  private Draft(Disk disk, Path folder, Path lockFile, FileChannel lock) {
    this.disk = disk;
    this.folder = folder;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /** Begins an empty draft. */
  static Draft begin(Disk disk, Place place) throws IOException {
    Draft draft = locked(disk, place);
    try {
      disk.createFolder(draft.folder);
      return draft;
    } catch (IOException e) {
      try (draft) {
        throw e;
      }
    }
  }

  /** Another process may take a new lock file for an abandoned one and be faster to lock it. */
  private static Draft locked(Disk disk, Place place) throws IOException {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Path lockFile = Files.createTempFile(place.parent(), place.draftPrefix(), LOCK);
      FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.WRITE);
      if (isLocked(lock)) {
        return new Draft(disk, folderOf(lockFile), lockFile, lock);
      }
      lock.close();
    }
    throw new IOException("other processes keep saving there");
  }

  private static boolean isLocked(FileChannel lock) {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      return true; // A file system without locks: nobody can take the file for abandoned.
    }
  }

  private static Path folderOf(Path lockFile) {
    String name = lockFile.getFileName().toString();
    return lockFile.resolveSibling(name.substring(0, name.length() - LOCK.length()));
  }

  /** The folder that is being written. */
  Path folder() {
    return folder;
  }

  /** Writes one file and tells how it can be recognised. */
  Seal write(String name, FileContent content) throws IOException {
    Seal[] seal = new Seal[1];
    disk.write(
        folder.resolve(name),
        out -> {
          SealingChannel sealing = new SealingChannel(out);
          content.writeTo(sealing);
          seal[0] = sealing.seal();
        });
    return seal[0];
  }

  /**
   * Removes what is left of the draft: nothing once it was renamed. What cannot be removed now, the
   * next save sweeps away.
   */
  @Override
  public void close() {
    try (lock) {
      remove(disk, lockFile);
    } catch (IOException e) {
      // The save succeeded or failed for a reason of its own, which must not be hidden.
    }
  }

  private static void remove(Disk disk, Path lockFile) throws IOException {
    Path folder = folderOf(lockFile);
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      for (Path file : entries(folder)) {
        disk.delete(file);
      }
      disk.delete(folder);
    }
    disk.delete(lockFile);
  }

  /** Removes the drafts of writers that died; what cannot be removed is left for another time. */
  static void sweep(Disk disk, Place place) throws IOException {
    for (Path file : entries(place.parent())) {
      String name = file.getFileName().toString();
      if (!name.startsWith(place.draftPrefix()) || !name.endsWith(LOCK)) {
        continue;
      }
      try {
        sweep(disk, file);
      } catch (IOException | OverlappingFileLockException e) {
        // Its writer is alive in this very process, or somebody else sweeps as well.
      }
    }
  }

  private static void sweep(Disk disk, Path lockFile) throws IOException {
    try (FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
      if (lock.tryLock() != null) {
        remove(disk, lockFile);
      }
    }
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
