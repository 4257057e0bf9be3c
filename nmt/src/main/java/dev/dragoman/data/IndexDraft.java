package dev.dragoman.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that an index is written to before it has its name: {@code .NAME.indexing-PID-N}
 * beside it. What a process that died left behind is removed by the next one.
 */
final class IndexDraft {
  private static final String INFIX = ".indexing-";
  private static final String REPLACED = ".old";
  private static final int ATTEMPTS = 1000;

  /** A process of another machine may write to a shared disk; nobody waits so long. */
  private static final Duration STALE = Duration.ofHours(1);

  private final Path folder;
  private final List<Path> made;

  private IndexDraft(Path folder, List<Path> made) {
    this.folder = folder;
    this.made = made;
  }

  /** A new draft of an index that is to have this name. */
  static IndexDraft begin(Path name) throws IOException {
    Path absolute = name.toAbsolutePath().normalize();
    @Nullable Path parent = absolute.getParent();
    if (parent == null) {
      throw new IOException(name + " cannot be written");
    }
    List<Path> made = missing(parent);
    Files.createDirectories(parent);
    String prefix = "." + absolute.getFileName() + INFIX;
    sweep(parent, prefix);
    for (int attempt = 0; ; attempt++) {
      Path folder = parent.resolve(prefix + ProcessHandle.current().pid() + "-" + attempt);
      if (attempt == ATTEMPTS || !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
        made.addFirst(Files.createDirectory(folder));
        return new IndexDraft(folder, made);
      }
    }
  }

  /** The folders that do not exist yet, the innermost first. */
  private static List<Path> missing(Path parent) {
    List<Path> missing = new ArrayList<>();
    @Nullable Path folder = parent;
    while (folder != null && !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      missing.add(folder);
      folder = folder.getParent();
    }
    return missing;
  }

  private static void sweep(Path parent, String prefix) throws IOException {
    List<Path> left;
    try (Stream<Path> files = Files.list(parent)) {
      left = files.filter(file -> file.getFileName().toString().startsWith(prefix)).toList();
    }
    for (Path draft : left) {
      if (isAbandoned(draft, prefix)) {
        IndexFolder.remove(draft);
      }
    }
  }

  private static boolean isAbandoned(Path draft, String prefix) throws IOException {
    String process =
        draft.getFileName().toString().substring(prefix.length()).replaceAll("-.*", "");
    boolean dead =
        process.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(process)).isEmpty();
    Instant changed = Files.getLastModifiedTime(draft).toInstant();
    return dead && changed.isBefore(Instant.now().minus(STALE));
  }

  Path folder() {
    return folder;
  }

  /** Where an index waits for its end that this one replaces. */
  Path replaced() {
    return folder.resolveSibling(folder.getFileName() + REPLACED);
  }

  Path file(IndexColumn column) {
    return folder.resolve(column.fileName());
  }

  /** Removes what was written, and the folders around it that were made for it and are empty. */
  void discard() {
    try {
      IndexFolder.remove(folder);
      for (Path around : made) {
        Files.deleteIfExists(around);
      }
    } catch (IOException e) {
      // Somebody else uses them, or the disk fails: what went wrong before is what counts.
    }
  }
}
