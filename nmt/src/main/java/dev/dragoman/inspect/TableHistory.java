package dev.dragoman.inspect;

import dev.dragoman.history.Distances;
import dev.dragoman.history.History;
import dev.dragoman.history.HistoryTable;
import dev.dragoman.history.RowCounts;
import dev.dragoman.history.Snapshot;
import dev.dragoman.history.TableName;
import dev.dragoman.history.UpdateSums;
import dev.dragoman.model.TableSide;
import dev.dragoman.vocab.Specials;
import dev.dragoman.vocab.Vocabulary;
import dev.dragoman.word2vec.Correlation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What training did to a table of embeddings, from what the recorder wrote down: which rows moved,
 * how far, when and why, and which did not. Immutable, safe for many threads.
 */
public final class TableHistory {
  private static final double LAST_PART = 0.75;

  private final History history;
  private final int number;
  private final HistoryTable shape;
  private final Vocabulary vocabulary;
  private final List<Account> accounts = new ArrayList<>();

  /** A snapshot without its vectors. */
  private record Account(long update, RowCounts counts, Distances distances) {}

  private TableHistory(History history, int number, Vocabulary vocabulary) {
    this.history = history;
    this.number = number;
    this.shape = history.start().tables().get(number);
    this.vocabulary = vocabulary;
    for (long update : history.snapshotUpdates()) {
      Snapshot snapshot = history.snapshot(number, update);
      accounts.add(new Account(update, snapshot.counts(), snapshot.distances()));
    }
  }

  /**
   * One table of a history.
   *
   * @throws IllegalArgumentException if the vocabulary is not the table's, or nothing is recorded
   */
  public static TableHistory of(History history, TableSide side, Vocabulary vocabulary) {
    int number = number(history, side);
    HistoryTable shape = history.start().tables().get(number);
    if (shape.rows() != vocabulary.size()) {
      throw new IllegalArgumentException(
          history.file()
              + ": is of another model: expected a table of "
              + vocabulary.size()
              + " rows, got "
              + shape.rows());
    }
    if (history.snapshotUpdates().isEmpty()) {
      throw new IllegalArgumentException(
          history.file() + ": has no whole snapshot; train again with --record");
    }
    return new TableHistory(history, number, vocabulary);
  }

  private static int number(History history, TableSide side) {
    TableName name = side == TableSide.SOURCE ? TableName.SOURCE : TableName.TARGET;
    List<HistoryTable> tables = history.start().tables();
    return IntStream.range(0, tables.size())
        .filter(i -> tables.get(i).name() == name || tables.get(i).name() == TableName.SHARED)
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(history.file() + ": does not have the table " + name));
  }

  /** The table, as it was recorded. */
  public HistoryTable shape() {
    return shape;
  }

  /** The tokens of its rows. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The token of a row. */
  public String token(int id) {
    return vocabulary.token(id);
  }

  /** V, how many rows it has. */
  public int size() {
    return shape.rows();
  }

  /** What is wrong with the record behind what could be read, where something is. */
  public Optional<String> damage() {
    return history.damage();
  }

  /** How messages call it. */
  public String name() {
    return switch (shape.name()) {
      case SOURCE -> "the source table";
      case TARGET -> "the target table";
      case SHARED -> "the table that source and target share";
    };
  }

  /** After which updates there is a snapshot, the start first. */
  public List<Long> snapshotUpdates() {
    return accounts.stream().map(Account::update).toList();
  }

  /** The vectors [V, E] after one of those updates. */
  public float[] vectors(long update) {
    return history.snapshot(number, update).vectors();
  }

  /** The sums of every update. */
  public List<UpdateSums> sums() {
    return history.sums().stream().filter(sums -> sums.table() == number).toList();
  }

  /** What became of a row. */
  public RowFate fate(int id) {
    Account end = accounts.getLast();
    boolean seen = end.counts().times(id) > 0;
    if (end.distances().toStart()[id] > 0 || end.counts().path(id) > 0) {
      return seen ? RowFate.MOVED : RowFate.MOVED_UNSEEN;
    }
    if (id == Specials.PAD) {
      return RowFate.PADDING;
    }
    if (!shape.trainable()) {
      return RowFate.FROZEN;
    }
    if (shape.locked().contains(id)) {
      return RowFate.LOCKED;
    }
    return seen ? RowFate.SEEN_BUT_STILL : RowFate.NEVER_SEEN;
  }

  /** Why rows of some tokens have a fate, in words. */
  public String why(RowFate fate, List<String> tokens) {
    List<String> because = new ArrayList<>();
    if (fate == RowFate.NEVER_SEEN) {
      if (tokens.contains(name(Specials.BOS))) {
        because.add(name(Specials.BOS) + " begins what the decoder reads, the encoder reads none");
      }
      if (tokens.contains(name(Specials.EOS))) {
        because.add(name(Specials.EOS) + " ends a target and is never fed back");
      }
      if (tokens.contains(name(Specials.UNK))) {
        because.add(name(Specials.UNK) + " stands for unknown words, the text had none");
      }
    }
    return fate.words() + (because.isEmpty() ? "" : " (" + String.join("; ", because) + ")");
  }

  private static String name(int special) {
    return Specials.NAMES.get(special);
  }

  /**
   * Whether the output layer uses the table too, so that every update gives all rows a gradient.
   */
  public boolean isTied() {
    return shape.tied();
  }

  /** The life of a row. */
  public RowHistory row(int id) {
    RowCounts end = accounts.getLast().counts();
    return new RowHistory(
        vocabulary.token(id),
        id,
        fate(id),
        end.first(id),
        end.last(id),
        accounts.stream().map(account -> point(account, id)).toList(),
        history.watched(number, id));
  }

  /** Where a row stood at the end. */
  public RowPoint end(int id) {
    return point(accounts.getLast(), id);
  }

  private static RowPoint point(Account account, int id) {
    RowCounts counts = account.counts();
    Distances distances = account.distances();
    return new RowPoint(
        account.update(),
        counts.times(id),
        counts.sentences(id),
        counts.updates(id),
        counts.gradient(id),
        counts.path(id),
        distances.toStart()[id],
        distances.cosineToStart()[id],
        distances.toPrevious()[id],
        distances.cosineToPrevious()[id]);
  }

  /** How many rows moved. */
  public int movedRows() {
    return (int) IntStream.range(0, shape.rows()).filter(id -> fate(id).moved()).count();
  }

  /** The tokens of the rows that never moved, by the reason. */
  public Map<RowFate, List<String>> unmoved() {
    Map<RowFate, List<String>> unmoved = new LinkedHashMap<>();
    for (int id = 0; id < shape.rows(); id++) {
      RowFate fate = fate(id);
      if (!fate.moved()) {
        unmoved.computeIfAbsent(fate, none -> new ArrayList<>()).add(vocabulary.token(id));
      }
    }
    return unmoved;
  }

  /** How far each row is from its start [V]. */
  public float[] movement() {
    return accounts.getLast().distances().toStart().clone();
  }

  /** When the rows moved; empty where none is elsewhere than at its start. */
  public Optional<TypicalPace> pace() {
    return TypicalPace.of(
        snapshotUpdates(),
        accounts.stream().map(account -> account.distances().toStart()).toList());
  }

  /**
   * Rank correlation of how far the rows that were looked up are from their start and how often
   * they were; NaN where one of the two is the same for all.
   */
  public double distanceAndSightings() {
    List<RowPoint> seen =
        IntStream.range(0, shape.rows())
            .mapToObj(this::end)
            .filter(point -> point.times() > 0)
            .toList();
    return Correlation.spearman(
        seen.stream().mapToDouble(RowPoint::toStart).toArray(),
        seen.stream().mapToDouble(RowPoint::times).toArray());
  }

  /** The k rows farthest from their start, farthest first; the score is the distance. */
  public List<RankedToken> movedMost(int k) {
    float[] distance = movement();
    return ranked(k, id -> distance[id], -1);
  }

  /** The k rows nearest to their start among those that moved, nearest first. */
  public List<RankedToken> movedLeast(int k) {
    float[] distance = movement();
    return ranked(k, id -> distance[id], 1);
  }

  /** The update from which {@link #stillMoving} measures. */
  public long lastPartBegins() {
    long last = accounts.getLast().update();
    return accounts.stream()
        .mapToLong(Account::update)
        .filter(update -> update <= last * LAST_PART)
        .max()
        .orElse(accounts.getFirst().update());
  }

  /**
   * The k rows that moved farthest in the last quarter of training, or since a little before it.
   */
  public List<RankedToken> stillMoving(int k) {
    float[] then = vectors(lastPartBegins());
    float[] now = vectors(accounts.getLast().update());
    int columns = shape.columns();
    double[] moved = new double[shape.rows()];
    for (int i = 0; i < now.length; i++) {
      double difference = (double) now[i] - then[i];
      moved[i / columns] += difference * difference;
    }
    return ranked(k, id -> Math.sqrt(moved[id]), -1);
  }

  private List<RankedToken> ranked(int k, IntToDoubleFunction score, int direction) {
    return IntStream.range(0, shape.rows())
        .filter(id -> fate(id).moved())
        .mapToObj(id -> new RankedToken(vocabulary.token(id), id, score.applyAsDouble(id)))
        .sorted(
            Comparator.<RankedToken>comparingDouble(token -> direction * token.score())
                .thenComparingInt(RankedToken::id))
        .limit(k)
        .toList();
  }
}
