package dev.dragoman.inspect;

import dev.dragoman.history.WatchedUpdate;
import java.util.List;

/**
 * The life of one row of a table.
 *
 * @param token its token
 * @param id the row
 * @param fate what became of it
 * @param first at which update it was first looked up; 0 for never
 * @param last at which update last
 * @param points where it stood at each snapshot, the start first
 * @param watched every update, where the token was watched
 */
public record RowHistory(
    String token,
    int id,
    RowFate fate,
    int first,
    int last,
    List<RowPoint> points,
    List<WatchedUpdate> watched) {

  /** Copies the lists. */
  public RowHistory {
    points = List.copyOf(points);
    watched = List.copyOf(watched);
    if (points.isEmpty()) {
      throw new IllegalArgumentException(token + ": expected at least the point at the start");
    }
  }

  /** Where it stood at the end. */
  public RowPoint end() {
    return points.getLast();
  }

  /**
   * The first snapshot at which it had covered half of the distance that lies between its start and
   * its end.
   */
  public RowPoint halfWay() {
    return points.stream()
        .filter(point -> point.toStart() >= end().toStart() / 2)
        .findFirst()
        .orElse(end());
  }
}
