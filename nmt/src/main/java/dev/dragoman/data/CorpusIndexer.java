package dev.dragoman.data;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Makes the {@link CorpusIndex} of a corpus, or finds one that was kept. The corpus is read once,
 * pair by pair, whatever its size: from files, gzip or standard input.
 */
public final class CorpusIndexer {
  private static final long MOST_MEMORY = 64L << 20;
  private static final int SHARE_OF_HEAP = 8;
  private static final int PROGRESS = 10_000;
  private static final Optional<String> STREAM =
      Optional.of("none is kept of what comes through a pipe");

  private final PairFilter filter;
  private final String settings;
  private final IndexPlace place;
  private final long memory;
  private final int needed;
  private final LongConsumer progress;

  private CorpusIndexer(
      PairFilter filter,
      String settings,
      IndexPlace place,
      long memory,
      int needed,
      LongConsumer progress) {
    this.filter = filter;
    this.settings = settings;
    this.place = place;
    this.memory = memory;
    this.needed = needed;
    this.progress = progress;
  }

  /**
   * An indexer that keeps no index. Up to 64 MB, but no more than an eighth of the heap, lie in
   * memory.
   *
   * @param filter what is kept of the corpus
   * @param settings what the filter does, in words: an index that was made with others is not used
   */
  public CorpusIndexer(PairFilter filter, String settings) {
    this(
        filter,
        settings,
        IndexPlace.nowhere(),
        Math.min(MOST_MEMORY, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP),
        0,
        pairs -> {});
  }

  /** The same with another place for the index. */
  public CorpusIndexer in(IndexPlace other) {
    return new CorpusIndexer(filter, settings, other, memory, needed, progress);
  }

  /** The same with another bound on the bytes of an index that lies in memory. */
  public CorpusIndexer withMemory(long bytes) {
    return new CorpusIndexer(filter, settings, place, bytes, needed, progress);
  }

  /** The same, refusing a corpus of fewer pairs that are kept. */
  public CorpusIndexer needing(int pairs) {
    return new CorpusIndexer(filter, settings, place, memory, pairs, progress);
  }

  /** The same, telling now and then how many pairs have been read. */
  public CorpusIndexer telling(LongConsumer listener) {
    return new CorpusIndexer(filter, settings, place, memory, needed, listener);
  }

  /**
   * The index of a corpus.
   *
   * @param source where the corpus lies
   * @param standardInput what {@code -} stands for
   * @throws CorpusException if the corpus cannot be used, or something else lies in the place
   * @throws java.io.UncheckedIOException if the index cannot be written
   */
  public CorpusIndex index(CorpusSource source, InputStream standardInput) {
    Optional<IndexFolder> folder = place.folder().map(IndexFolder::new);
    if (place.keep() != IndexPlace.Keep.NEVER) {
      folder.ifPresent(IndexFolder::requireOwn);
    }
    if (isStream(source)) {
      return make(source, standardInput, STREAM);
    }
    if (folder.isEmpty() || !folder.get().exists()) {
      return make(source, standardInput, Optional.empty());
    }
    return switch (folder.get().find(IndexKey.of(source, settings))) {
      case IndexFolder.Found.Usable(CorpusIndex index) -> index.requireAtLeast(needed);
      case IndexFolder.Found.Unusable(String why) ->
          make(source, standardInput, Optional.of("the one that was there " + why));
      case IndexFolder.Found.Absent() -> make(source, standardInput, Optional.empty());
    };
  }

  /** What can be read once only: standard input, a pipe with a name, a shell's {@code <(…)}. */
  private static boolean isStream(CorpusSource source) {
    return IndexKey.files(source).stream()
        .anyMatch(file ->
            file.equals(CorpusSource.STANDARD_INPUT)
                || (Files.exists(file) && !Files.isRegularFile(file)));
  }

  private CorpusIndex make(
      CorpusSource source, InputStream standardInput, Optional<String> remark) {
    List<IndexKey.Stamp> before =
        isStream(source) ? List.of() : IndexKey.Stamp.of(IndexKey.files(source));
    try (IndexWriter writer = new IndexWriter(name(), memory);
        CorpusReader reader = CorpusReader.open(source, standardInput)) {
      FilterReport report = read(reader, writer);
      report.requireAtLeast(needed, reader.name());
      requireUnchanged(before);
      if (isKept(source, writer)) {
        return writer.keep(reader.name(), report, IndexKey.of(source, settings), remark);
      }
      if (place.keep() == IndexPlace.Keep.WHERE_LARGE) {
        place.folder().ifPresent(IndexFolder::removeOf);
      }
      return writer.finish(
          reader.name(), report, isStream(source) && isWanted() ? remark : Optional.empty());
    }
  }

  private boolean isKept(CorpusSource source, IndexWriter writer) {
    return !isStream(source)
        && switch (place.keep()) {
          case ALWAYS -> true;
          case WHERE_LARGE -> writer.isLarge();
          case NEVER -> false;
        };
  }

  private boolean isWanted() {
    return place.keep() == IndexPlace.Keep.ALWAYS;
  }

  private FilterReport read(CorpusReader reader, IndexWriter writer) {
    int read = 0;
    Map<DropReason, Integer> dropped = new EnumMap<>(DropReason.class);
    for (SentencePair text = reader.next(); text != null; text = reader.next()) {
      read = Math.addExact(read, 1);
      switch (filter.judge(text)) {
        case PairFilter.Verdict.Kept(TokenizedPair pair) -> writer.add(pair);
        case PairFilter.Verdict.Dropped(DropReason reason) ->
            dropped.merge(reason, 1, Integer::sum);
      }
      if (read % PROGRESS == 0) {
        progress.accept(read);
      }
    }
    return new FilterReport(read, dropped);
  }

  private static void requireUnchanged(List<IndexKey.Stamp> before) {
    List<Path> files = before.stream().map(IndexKey.Stamp::file).toList();
    List<IndexKey.Stamp> now = IndexKey.Stamp.of(files);
    for (int i = 0; i < before.size(); i++) {
      if (i >= now.size() || !before.get(i).equals(now.get(i))) {
        throw new CorpusException(
            files.get(i) + ": was changed while it was read; start again when it is ready");
      }
    }
  }

  /** A large index that is not kept lies on the same disk for a while. */
  private Path name() {
    return place.keep() == IndexPlace.Keep.NEVER
        ? Path.of(System.getProperty("java.io.tmpdir"), "dragoman-corpus")
        : place.folder().orElseThrow();
  }
}
