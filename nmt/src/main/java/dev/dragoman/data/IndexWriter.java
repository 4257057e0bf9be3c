package dev.dragoman.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes an index pair by pair: into memory as long as it is small, then into a draft of its
 * folder.
 */
final class IndexWriter implements AutoCloseable {
  private final Path name;
  private final long memory;
  private final Map<IndexColumn, Column> columns = new EnumMap<>(IndexColumn.class);
  private final TokenTable tokens = new TokenTable();
  private long sourceTokens;
  private long targetTokens;
  private @Nullable IndexDraft draft;
  private boolean done;

  /**
   * An empty index.
   *
   * @param name the folder that it will have, or would have if it were kept
   * @param memory how many bytes it may have before it goes on in files
   */
  IndexWriter(Path name, long memory) {
    this.name = name;
    this.memory = memory;
    for (IndexColumn column : IndexColumn.values()) {
      columns.put(column, new Column());
    }
  }

  void add(TokenizedPair pair) {
    try {
      place(SentenceHash.of(pair.source()), SentenceHash.of(pair.target()));
      addTokens(IndexColumn.SOURCE_IDS, pair.source());
      addTokens(IndexColumn.TARGET_IDS, pair.target());
      sourceTokens += pair.source().size();
      targetTokens += pair.target().size();
      addText(pair.text());
      if (draft == null && size() > memory) {
        spill();
      }
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  private void place(long sourceHash, long targetHash) throws IOException {
    new PairPlace(
            sourceTokens, targetTokens, column(IndexColumn.TEXT).size(), sourceHash, targetHash)
        .addTo(column(IndexColumn.PAIRS));
  }

  private void addTokens(IndexColumn which, List<String> sentence) throws IOException {
    Column column = column(which);
    for (String token : sentence) {
      column.addInt(tokens.number(token));
    }
  }

  private void addText(SentencePair text) throws IOException {
    byte[] source = text.source().getBytes(StandardCharsets.UTF_8);
    Column column = column(IndexColumn.TEXT);
    column.addInt(source.length);
    column.addBytes(source);
    column.addBytes(text.target().getBytes(StandardCharsets.UTF_8));
  }

  private Column column(IndexColumn which) {
    Column column = columns.get(which);
    if (column == null) {
      throw new IllegalStateException("no column " + which);
    }
    return column;
  }

  /** Whether it has become too large for memory. */
  boolean isLarge() {
    return draft != null;
  }

  private long size() {
    return columns.values().stream().mapToLong(Column::size).sum();
  }

  private IndexDraft spill() throws IOException {
    if (draft == null) {
      IndexDraft begun = IndexDraft.begin(name);
      draft = begun;
      for (Map.Entry<IndexColumn, Column> column : columns.entrySet()) {
        column.getValue().spill(begun.file(column.getKey()));
      }
    }
    return draft;
  }

  /** Ends the index and leaves it nowhere: it is gone when nobody holds it any more. */
  CorpusIndex finish(String corpusName, FilterReport report, Optional<String> remark) {
    try {
      end();
      IndexHeader header = new IndexHeader(new IndexKey(List.of()), corpusName, report, seals());
      CorpusIndex.Origin origin = new CorpusIndex.Origin(Optional.empty(), false, remark);
      return new CorpusIndex(header, draft == null ? inMemory() : mapped(draft), origin);
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  /** Ends the index and keeps it in its folder. */
  CorpusIndex keep(String corpusName, FilterReport report, IndexKey key, Optional<String> remark) {
    try {
      end();
      IndexDraft written = spill();
      IndexHeader header = new IndexHeader(key, corpusName, report, seals());
      IndexFolder.writeHeader(written.folder(), header);
      Map<IndexColumn, MemorySegment> mapped = mapped(written);
      new IndexFolder(name).take(written);
      done = true;
      return new CorpusIndex(
          header, mapped, new CorpusIndex.Origin(Optional.of(name), false, remark));
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  private void end() throws IOException {
    place(0, 0);
    tokens.addTo(column(IndexColumn.TOKENS));
  }

  private Map<IndexColumn, IndexHeader.Seal> seals() throws IOException {
    Map<IndexColumn, IndexHeader.Seal> seals = new EnumMap<>(IndexColumn.class);
    for (Map.Entry<IndexColumn, Column> column : columns.entrySet()) {
      long crc = column.getValue().finish();
      seals.put(column.getKey(), new IndexHeader.Seal(column.getValue().size(), crc));
    }
    return seals;
  }

  private Map<IndexColumn, MemorySegment> inMemory() {
    Map<IndexColumn, MemorySegment> segments = new EnumMap<>(IndexColumn.class);
    columns.forEach((which, column) -> segments.put(which, column.memory()));
    return segments;
  }

  private static Map<IndexColumn, MemorySegment> mapped(IndexDraft from) throws IOException {
    Map<IndexColumn, Path> files = new EnumMap<>(IndexColumn.class);
    for (IndexColumn column : IndexColumn.values()) {
      files.put(column, from.file(column));
    }
    return IndexFolder.map(files);
  }

  private UncheckedIOException notWritten(IOException e) {
    return new UncheckedIOException(
        String.format(
            Locale.ROOT,
            "%s: the index of the corpus cannot be written: %s; %,d MB were written, and it needs"
                + " about twice the room of the text: free some, or name a folder on another disk"
                + " with --corpus.index",
            name,
            e.getMessage(),
            size() >> 20),
        e);
  }

  /** Removes what is not kept. Files that are mapped stay readable where the system allows it. */
  @Override
  public void close() {
    columns.values().forEach(IndexWriter::close);
    if (draft != null && !done) {
      draft.discard();
    }
  }

  private static void close(Column column) {
    try {
      column.close();
    } catch (IOException e) {
      // What was to be written has been written, or that failed before.
    }
  }
}
