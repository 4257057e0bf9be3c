package dev.dragoman.draw;

import dev.dragoman.inspect.RowHistory;
import dev.dragoman.inspect.TableHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Charts of how vectors moved while a model was trained. */
public final class MovementChart {
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

  /** How far each row that was looked up is from its start at the end, over how often it was. */
  public static Chart bySightings(TableHistory table) {
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
                IntStream.range(0, table.size())
                    .mapToObj(table::end)
                    .map(end -> new Picture.Point(end.times(), end.toStart()))
                    .toList())));
  }
}
