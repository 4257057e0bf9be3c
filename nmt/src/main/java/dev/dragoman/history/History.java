package dev.dragoman.history;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A history as it was read: every record was verified, and the first that is not whole ends it.
 * Vectors are read from the file when they are asked for. Immutable, safe for many threads.
 */
public final class History {
  /** The file's name in a run's folder. */
  public static final String FILE_NAME = "embeddings.history";

  private final Path file;
  private final List<RecordPlace> places;
  private final Optional<String> damage;
  private final HistoryStart start;
  private final List<UpdateSums> sums = new ArrayList<>();
  private final List<Long> snapshotUpdates;

  private History(Path file, RecordScan.Found found) throws IOException {
    this.file = file;
    this.places = found.places();
    this.damage = found.damage();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      this.start = start(channel);
      for (RecordPlace place : places) {
        if (place.kind() == RecordKind.SUMS) {
          sums.add(sums(place.read(channel)));
        }
      }
    }
    this.snapshotUpdates = completeSnapshots();
  }

  /**
   * Reads a history.
   *
   * @throws HistoryException if there is none, or not even its first record is whole
   */
  public static History read(Path file) {
    if (!Files.exists(file)) {
      throw new HistoryException(file + ": there is no such history; train with --record");
    }
    try {
      return new History(file, RecordScan.of(file));
    } catch (IOException | BufferUnderflowException | IllegalArgumentException e) {
      throw new HistoryException(file + ": cannot be read as a history: " + e.getMessage(), e);
    }
  }

  private HistoryStart start(FileChannel channel) throws IOException {
    if (places.isEmpty() || places.getFirst().kind() != RecordKind.START) {
      throw new HistoryException(
          file + ": is no history of embeddings" + damage.map(what -> ": " + what).orElse(""));
    }
    return StartRecord.read(places.getFirst().read(channel));
  }

  private static UpdateSums sums(ByteBuffer in) {
    return new UpdateSums(
        in.getLong(), in.getInt(), in.getInt(), in.getInt(), in.getDouble(), in.getDouble());
  }

  /** Updates at which every table was recorded; a run that was killed may have left some out. */
  private List<Long> completeSnapshots() {
    TreeMap<Long, Integer> tables = new TreeMap<>();
    for (RecordPlace place : places) {
      if (place.kind() == RecordKind.SNAPSHOT) {
        tables.merge(place.update(), 1, Integer::sum);
      }
    }
    return tables.entrySet().stream()
        .filter(entry -> entry.getValue() >= start.tables().size())
        .map(java.util.Map.Entry::getKey)
        .toList();
  }

  /** What it is about. */
  public HistoryStart start() {
    return start;
  }

  /** What is wrong behind the last whole record, where something is. */
  public Optional<String> damage() {
    return damage;
  }

  /** Where the file lies. */
  public Path file() {
    return file;
  }

  /** The sums of every update and table, in order. */
  public List<UpdateSums> sums() {
    return java.util.Collections.unmodifiableList(sums);
  }

  /** The last update that is known of. */
  public long lastUpdate() {
    return places.stream().mapToLong(RecordPlace::update).max().orElse(start.update());
  }

  /** After which updates there is a snapshot of every table, the start among them, ascending. */
  public List<Long> snapshotUpdates() {
    return snapshotUpdates;
  }

  /**
   * A table after an update.
   *
   * @throws HistoryException if there is no snapshot of it
   */
  public Snapshot snapshot(int table, long update) {
    RecordPlace place =
        find(RecordKind.SNAPSHOT, table, update)
            .orElseThrow(() ->
                new HistoryException(
                    file + ": has no snapshot of table " + table + " at update " + update));
    ByteBuffer in = read(place);
    HistoryTable shape = start.tables().get(table);
    in.position(RecordPlace.KEY);
    VectorPrecision precision = VectorPrecision.of(in.getInt());
    RowCounts counts = RowCounts.read(in, shape.rows());
    Distances distances = Distances.read(in, shape.rows());
    return new Snapshot(update, counts, distances, vectors(in, shape.size(), precision));
  }

  /** Every update of a watched row, in order; none where it was not watched. */
  public List<WatchedUpdate> watched(int table, int id) {
    if (!start.tables().get(table).watched().contains(id)) {
      return List.of();
    }
    List<WatchedUpdate> updates = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      for (RecordPlace place : places) {
        if (place.kind() == RecordKind.WATCHED && place.table() == table) {
          WatchedUpdate update = watched(place.read(channel));
          if (update.id() == id) {
            updates.add(update);
          }
        }
      }
    } catch (IOException e) {
      throw new HistoryException(file + ": cannot be read: " + e.getMessage(), e);
    }
    return updates;
  }

  private WatchedUpdate watched(ByteBuffer in) {
    long update = in.getLong();
    int table = in.getInt();
    int id = in.getInt();
    int times = in.getInt();
    int sentences = in.getInt();
    float gradientNorm = in.getFloat();
    float updateNorm = in.getFloat();
    float toStart = in.getFloat();
    int[] sentence = new int[in.getInt()];
    for (int i = 0; i < sentence.length; i++) {
      sentence[i] = in.getInt();
    }
    float[] vector = vectors(in, start.tables().get(table).columns(), start.precision());
    return new WatchedUpdate(
        update, table, id, times, sentences, gradientNorm, updateNorm, toStart, sentence, vector);
  }

  private static float[] vectors(ByteBuffer in, int size, VectorPrecision precision) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] =
          switch (precision) {
            case FLOAT32 -> in.getFloat();
            case FLOAT16 -> Float.float16ToFloat(in.getShort());
          };
    }
    return values;
  }

  /** The running account of a table at an update, where it was kept. */
  Optional<RowCounts> counts(int table, long update) {
    Optional<RecordPlace> kept = find(RecordKind.COUNTS, table, update);
    if (kept.isPresent()) {
      ByteBuffer in = read(kept.get());
      in.position(RecordPlace.KEY);
      return Optional.of(RowCounts.read(in, start.tables().get(table).rows()));
    }
    return snapshotUpdates.contains(update)
        ? Optional.of(snapshot(table, update).counts())
        : Optional.empty();
  }

  /** Where the records of an update and those before it end. */
  long endOf(long update) {
    return places.stream()
        .takeWhile(place -> place.update() <= update)
        .mapToLong(RecordPlace::end)
        .max()
        .orElse(0);
  }

  private Optional<RecordPlace> find(RecordKind kind, int table, long update) {
    return places.stream()
        .filter(place -> place.kind() == kind && place.table() == table && place.update() == update)
        .findFirst();
  }

  private ByteBuffer read(RecordPlace place) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return place.read(channel);
    } catch (IOException e) {
      throw new HistoryException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
