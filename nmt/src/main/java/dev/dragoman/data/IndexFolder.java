package dev.dragoman.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * The folder of an index: there whole or not at all. It is written under another name beside its
 * own and then renamed; a folder that holds anything else is never touched.
 *
 * @param path its name
 */
record IndexFolder(Path path) {
  private static final Set<String> OWN_FILES =
      Stream.concat(
              Stream.of(IndexHeader.FILE_NAME),
              Arrays.stream(IndexColumn.values()).map(IndexColumn::fileName))
          .collect(Collectors.toUnmodifiableSet());

  private static final int BUFFER = 1 << 20;
  private static final int ATTEMPTS = 20;

  /** What was found in the folder. */
  sealed interface Found {
    /** The index that was looked for. */
    record Usable(CorpusIndex index) implements Found {}

    /** Another one, or one that is damaged; {@code why} follows the folder's name. */
    record Unusable(String why) implements Found {}

    /** Nothing. */
    record Absent() implements Found {}
  }

  /**
   * Refuses a folder that holds anything but an index.
   *
   * @throws CorpusException if it does
   */
  void requireOwn() {
    if (exists() && !isOwn()) {
      throw new CorpusException(
          path
              + ": holds something else than the index of a corpus and will not be overwritten;"
              + " name another folder for the index");
    }
  }

  boolean exists() {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether it is empty or holds an index, whole or not, and nothing else. */
  boolean isOwn() {
    if (!Files.isDirectory(path)) {
      return false;
    }
    List<String> names = names(path);
    return OWN_FILES.containsAll(names)
        && (names.isEmpty() || header().filter(IndexHeader::isHeader).isPresent());
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private Optional<String> header() {
    try {
      byte[] bytes = Files.readAllBytes(path.resolve(IndexHeader.FILE_NAME));
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Looks for the index with this key. */
  Found find(IndexKey key) {
    Optional<String> text = header();
    if (text.isEmpty()) {
      return new Found.Absent();
    }
    Optional<IndexHeader> header = IndexHeader.parse(text.get());
    if (header.isEmpty()) {
      return new Found.Unusable("is damaged, or of another version of Dragoman");
    }
    Optional<String> difference = key.difference(header.get().key());
    if (difference.isPresent()) {
      return new Found.Unusable("is of " + difference.get());
    }
    Map<IndexColumn, MemorySegment> columns = new EnumMap<>(IndexColumn.class);
    for (IndexColumn column : IndexColumn.values()) {
      IndexHeader.Seal expected = header.get().columns().get(column);
      Optional<MemorySegment> bytes = expected == null ? Optional.empty() : whole(column, expected);
      if (bytes.isEmpty()) {
        return new Found.Unusable("is cut or damaged: its file " + column.fileName());
      }
      columns.put(column, bytes.get());
    }
    return new Found.Usable(new CorpusIndex(header.get(), columns, CorpusIndex.Origin.found(path)));
  }

  private Optional<MemorySegment> whole(IndexColumn column, IndexHeader.Seal expected) {
    try {
      Path file = path.resolve(column.fileName());
      boolean same = Files.size(file) == expected.bytes() && crc(file) == expected.crc32c();
      return same ? Optional.of(map(file)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Read, not mapped, so that what is only verified does not count as this process's memory. */
  private static long crc(Path file) throws IOException {
    CRC32C crc = new CRC32C();
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      while (channel.read(buffer) >= 0) {
        crc.update(buffer.flip());
        buffer.clear();
      }
    }
    return crc.getValue();
  }

  /** The columns of a folder, mapped into memory: outside the heap, read when they are used. */
  static Map<IndexColumn, MemorySegment> map(Map<IndexColumn, Path> files) throws IOException {
    Map<IndexColumn, MemorySegment> columns = new EnumMap<>(IndexColumn.class);
    for (Map.Entry<IndexColumn, Path> file : files.entrySet()) {
      columns.put(file.getKey(), map(file.getValue()));
    }
    return columns;
  }

  /** The mapping lasts as long as somebody holds it. */
  private static MemorySegment map(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return channel.size() == 0
          ? MemorySegment.ofArray(new byte[0])
          : channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
    }
  }

  /** Writes the header, which makes a draft an index, and waits for the disk. */
  static void writeHeader(Path draft, IndexHeader header) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(header.toText());
    try (FileChannel channel =
        FileChannel.open(
            draft.resolve(IndexHeader.FILE_NAME),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Lets a draft take this name; an index that had it is deleted. */
  void take(IndexDraft draft) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        if (exists()) {
          Files.move(path, draft.replaced(), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(draft.folder(), path, StandardCopyOption.ATOMIC_MOVE);
        remove(draft.replaced());
        return;
      } catch (IOException e) {
        // Another process may have been faster with an index of its own.
        if (attempt == ATTEMPTS) {
          throw e;
        }
        remove(draft.replaced());
      }
    }
  }

  /** Deletes an index that is of no use any more. */
  static void removeOf(Path folder) {
    try {
      remove(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          folder + ": the index of another corpus cannot be deleted: " + e.getMessage(), e);
    }
  }

  /** Deletes an index or what there is of it. */
  static void remove(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      for (String name : OWN_FILES) {
        Files.deleteIfExists(folder.resolve(name));
      }
      Files.deleteIfExists(folder);
    }
  }
}
