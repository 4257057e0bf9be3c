package dev.dragoman.inspect;

import dev.dragoman.projection.Directions;
import dev.dragoman.projection.Layout;
import dev.dragoman.projection.Projection;
import dev.dragoman.projection.ProjectionListener;
import dev.dragoman.projection.ProjectionMethod;
import dev.dragoman.projection.Projector;
import dev.dragoman.projection.Trustworthiness;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.tensor.Workers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes maps of the words of tables. */
public final class WordMapper {
  /** Neighbours that trustworthiness looks at. */
  private static final int TRUSTED = 12;

  /** A snapshot of the table as it is differs from it by the rounding to 16 bits. */
  private static final float ROUNDING = 1f / 1024;

  private final ProjectionMethod method;
  private final long seed;
  private final int moments;
  private final Workers workers;
  private final ProjectionListener listener;

  /**
   * A mapper.
   *
   * @param seed the same seed gives the same bytes
   * @param moments how many moments a map has at most, the table as it is among them
   */
  public WordMapper(
      ProjectionMethod method,
      long seed,
      int moments,
      Workers workers,
      ProjectionListener listener) {
    if (moments < 1) {
      throw new IllegalArgumentException("moments: expected at least 1, got " + moments);
    }
    this.method = method;
    this.seed = seed;
    this.moments = moments;
    this.workers = workers;
    this.listener = listener;
  }

  /**
   * The rows of the most frequent words, most frequent first, without special tokens; behind them
   * those of some words more.
   *
   * @throws UnknownTokenException if the table has not one of those
   */
  public static List<Integer> rows(EmbeddingTable table, int most, List<String> more) {
    Comparator<Integer> byFrequency =
        Comparator.comparingLong(id -> -table.occurrences(id).orElse(0));
    Stream<Integer> frequent =
        IntStream.range(table.specials(), table.rows())
            .boxed()
            .sorted(byFrequency.thenComparingInt(id -> id))
            .limit(most);
    return Stream.concat(frequent, more.stream().map(table::id)).distinct().toList();
  }

  /**
   * The map of some rows.
   *
   * @param history what was recorded of the same table, where something was
   * @throws IllegalArgumentException if there are no rows, or one holds anything but numbers
   */
  public WordMap map(EmbeddingTable table, Optional<TableHistory> history, List<Integer> ids) {
    if (ids.isEmpty()) {
      throw new IllegalArgumentException(table.name() + ": has no words to draw");
    }
    requireNumbers(table, ids);
    List<String> names = new ArrayList<>();
    List<Tensor> tables = new ArrayList<>();
    Tensor now = rows(table.vectors().matrix(), table.size(), ids);
    history.ifPresent(recorded -> {
      for (long update : chosen(recorded.snapshotUpdates())) {
        Tensor then = rows(recorded.vectors(update), table.size(), ids);
        if (!isSame(then, now)) {
          names.add(String.format(Locale.ROOT, "update %,d", update));
          tables.add(then);
        }
      }
    });
    names.add(names.isEmpty() ? "now" : "the model");
    tables.add(now);
    Projection projection = new Projector(method, seed, workers, listener).project(tables);
    return new WordMap(
        table.name(),
        method,
        ids.stream().map(id -> word(table, id)).toList(),
        frames(names, projection.layouts()),
        projection.firstShare(),
        projection.secondShare(),
        trust(now, projection.layouts().getLast()));
  }

  /**
   * Maps of the same words in two tables, one beside the other: each is laid out by itself, then
   * the second is turned to lie over the first.
   *
   * @return the map of the first and that of the second, with their words in the same order
   * @throws UnknownTokenException if a table has not one of the words
   */
  public List<WordMap> pair(EmbeddingTable first, EmbeddingTable second, List<String> words) {
    WordMap one = map(first, Optional.empty(), words.stream().map(first::id).toList());
    WordMap other = map(second, Optional.empty(), words.stream().map(second::id).toList());
    return List.of(one, other.turnedOver(one));
  }

  private static void requireNumbers(EmbeddingTable table, List<Integer> ids) {
    for (int id : ids) {
      for (float value : table.vectors().vector(id)) {
        if (!Float.isFinite(value)) {
          throw new IllegalArgumentException(
              table.name()
                  + ": the vector of '"
                  + table.tokens().get(id)
                  + "' holds "
                  + value
                  + " in place of a number, so that it has no place on a map; was the training stable?");
        }
      }
    }
  }

  private static WordMap.Word word(EmbeddingTable table, int id) {
    return new WordMap.Word(table.tokens().get(id), id, table.occurrences(id));
  }

  private static Tensor rows(float[] matrix, int size, List<Integer> ids) {
    Tensor rows = Tensor.zeros(Shape.of(ids.size(), size));
    for (int i = 0; i < ids.size(); i++) {
      System.arraycopy(matrix, ids.get(i) * size, rows.data(), i * size, size);
    }
    return rows;
  }

  /** The first snapshot, the last, and some at equal steps between. */
  private List<Long> chosen(List<Long> updates) {
    int count = Math.min(moments - 1, updates.size());
    if (count < 2) {
      return updates.subList(0, count);
    }
    return IntStream.range(0, count)
        .mapToObj(i -> updates.get(Math.round(i * (updates.size() - 1f) / (count - 1))))
        .toList();
  }

  private static boolean isSame(Tensor a, Tensor b) {
    for (int i = 0; i < a.size(); i++) {
      float expected = b.data()[i];
      if (Math.abs(a.data()[i] - expected) > ROUNDING * Math.abs(expected) + 1e-6f) {
        return false;
      }
    }
    return true;
  }

  private static List<WordMap.Frame> frames(List<String> names, List<Layout> layouts) {
    return IntStream.range(0, names.size())
        .mapToObj(i -> new WordMap.Frame(names.get(i), layouts.get(i)))
        .toList();
  }

  /** By distance where the method takes rows as they are, else by cosine. */
  private OptionalDouble trust(Tensor rows, Layout layout) {
    Tensor compared = method == ProjectionMethod.PCA ? rows : Directions.of(rows);
    return Trustworthiness.of(compared, layout, TRUSTED, workers, listener);
  }
}
