package dev.dragoman.checkpoint;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Every change that saving makes to the file system; tests let each of them fail. */
interface Disk {
  /** The disk of this machine. */
  Disk REAL = new Real();

  /** Creates a folder whose parent exists. */
  void createFolder(Path folder) throws IOException;

  /** Creates a file, writes it and waits until the disk has it. */
  void write(Path file, FileContent content) throws IOException;

  /** Waits until the disk has the names of a folder's files, where the file system can do so. */
  void flushNames(Path folder) throws IOException;

  /** Renames a file or a folder in one step. */
  void rename(Path from, Path to) throws IOException;

  /** Deletes a file or an empty folder, which may be gone already. */
  void delete(Path path) throws IOException;

  /** The file system as Java sees it. */
  final class Real implements Disk {
    private Real() {}

    @Override
    public void createFolder(Path folder) throws IOException {
      Files.createDirectory(folder);
    }

    @Override
    public void write(Path file, FileContent content) throws IOException {
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        content.writeTo(channel);
        channel.force(true);
      }
    }

    @Override
    public void flushNames(Path folder) throws IOException {
      FileChannel channel;
      try {
        channel = FileChannel.open(folder, StandardOpenOption.READ);
      } catch (IOException e) {
        return; // Windows opens no folders, and writes names through by itself.
      }
      try (channel) {
        channel.force(true);
      }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(Path path) throws IOException {
      Files.deleteIfExists(path);
    }
  }
}
