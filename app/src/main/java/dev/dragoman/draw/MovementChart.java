package dev.dragoman.draw;

import dev.dragoman.inspect.RowHistory;
import dev.dragoman.inspect.TableHistory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Charts of how vectors moved while a model was trained. */
public final class MovementChart {
  /** Words that are named for each of the ways in which they stand out. */
  private static final int NAMED = 3;

  private static final String DISTANCE = "Distance from the start";

  private MovementChart() {}

  /** How far some rows were from their start as training went on, a line for each. */
  public static Chart ofRows(TableHistory table, List<RowHistory> rows) {
    List<Chart.Series> series = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      RowHistory row = rows.get(i);
      series.add(
          new Chart.Series(
              row.token(),
              Ink.series(i),
              Chart.Stroke.LINE,
              row.points().stream()
                  .map(point -> new Picture.Point(point.update(), point.toStart()))
                  .toList()));
    }
    return new Chart(
        DISTANCE + ", " + table.name(),
        "update (equal steps for equal ratios)",
        Chart.Scale.LOGARITHMIC,
        Chart.Scale.LINEAR,
        series);
  }

  /**
   * How far each row that was looked up is from its start at the end, over how often it was. Those
   * that moved most and least are named, and those seen most and least often.
   */
  public static Chart bySightings(TableHistory table) {
    List<Integer> seen =
        IntStream.range(0, table.size()).filter(id -> table.end(id).times() > 0).boxed().toList();
    return new Chart(
        DISTANCE + ", by how often a word was seen",
        "times seen (equal steps for equal ratios)",
        Chart.Scale.LOGARITHMIC,
        Chart.Scale.LINEAR,
        List.of(
            new Chart.Series(
                "",
                Ink.FIRST,
                Chart.Stroke.DOTS,
                seen.stream().map(id -> place(table, id)).toList(),
                seen.stream().map(table::token).toList())),
        outstanding(table, seen).stream()
            .map(id -> new Chart.Mark(place(table, id), table.token(id)))
            .toList());
  }

  private static Picture.Point place(TableHistory table, int id) {
    return new Picture.Point(table.end(id).times(), table.end(id).toStart());
  }

  private static Set<Integer> outstanding(TableHistory table, List<Integer> seen) {
    Comparator<Integer> byDistance = Comparator.comparingDouble(id -> table.end(id).toStart());
    Comparator<Integer> byTimes = Comparator.comparingInt(id -> table.end(id).times());
    Set<Integer> named = new LinkedHashSet<>();
    for (Comparator<Integer> order :
        List.of(byDistance.reversed(), byDistance, byTimes.reversed(), byTimes)) {
      seen.stream().sorted(order).limit(NAMED).forEach(named::add);
    }
    return named;
  }
}
