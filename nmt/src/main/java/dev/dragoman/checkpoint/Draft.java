package dev.dragoman.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
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
    Path lockFile = Files.createTempFile(place.parent(), place.draftPrefix(), LOCK);
    FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.WRITE);
    Draft draft = new Draft(disk, folderOf(lockFile), lockFile, lock);
    try {
      lock.tryLock();
      disk.createFolder(draft.folder);
      return draft;
    } catch (IOException e) {
      try (draft) {
        throw e;
      }
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

  /** Removes what is left of the draft: nothing once it was renamed. */
  @Override
  public void close() throws IOException {
    try (lock) {
      deleteWithFiles(disk, folder);
      disk.delete(lockFile);
    }
  }

  /** Removes the drafts of writers that died; what cannot be removed is left for another time. */
  static void sweep(Disk disk, Place place) throws IOException {
    for (Path lockFile : entries(place.parent(), place.draftPrefix() + "*" + LOCK)) {
      try {
        sweep(disk, lockFile);
      } catch (IOException | OverlappingFileLockException e) {
        // Its writer is alive in this very process, or somebody else sweeps as well.
      }
    }
  }

  private static void sweep(Disk disk, Path lockFile) throws IOException {
    try (FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
      if (lock.tryLock() != null) {
        deleteWithFiles(disk, folderOf(lockFile));
        disk.delete(lockFile);
      }
    }
  }

  private static void deleteWithFiles(Disk disk, Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    for (Path file : entries(folder, "*")) {
      disk.delete(file);
    }
    disk.delete(folder);
  }

  /** What lies in a folder under names of a pattern. */
  static List<Path> entries(Path folder, String pattern) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, pattern)) {
      stream.forEach(entries::add);
    } catch (java.nio.file.DirectoryIteratorException e) {
      throw e.getCause();
    }
    return entries;
  }
}
