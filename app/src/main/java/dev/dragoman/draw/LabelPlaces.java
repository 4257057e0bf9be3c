package dev.dragoman.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds room for names beside points: none may cover another, and only few points. */
final class LabelPlaces {
  private static final double CELL = 24;
  private static final double GAP = 4;
  private static final int COVERED = 1;
  private static final double[][] SIDES = {
    {0, 0.5}, {-1, 0.5}, {-0.5, 0}, {-0.5, 1}, {0, 0}, {0, 1}, {-1, 0}, {-1, 1}
  };

  private final double left;
  private final double top;
  private final double right;
  private final double bottom;
  private final Map<Long, List<Picture.Point>> points = new HashMap<>();
  private final Map<Long, List<Room>> taken = new HashMap<>();

  /** A rectangle. */
  private record Room(double left, double top, double right, double bottom) {
    boolean meets(Room other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    boolean holds(Picture.Point point) {
      return left - 1 < point.x()
          && point.x() < right + 1
          && top - 1 < point.y()
          && point.y() < bottom + 1;
    }
  }

  LabelPlaces(double left, double top, double right, double bottom, List<Picture.Point> all) {
    this.left = left;
    this.top = top;
    this.right = right;
    this.bottom = bottom;
    for (Picture.Point point : all) {
      points
          .computeIfAbsent(key(cell(point.x()), cell(point.y())), none -> new ArrayList<>())
          .add(point);
    }
  }

  private static int cell(double at) {
    return (int) Math.floor(at / CELL);
  }

  private static long key(int column, int row) {
    return (long) column << Integer.SIZE | (row & 0xffffffffL);
  }

  /**
   * Room for a name beside a point, which is then taken.
   *
   * @param must whether it is named even where that covers points
   * @return where its letters begin, on their base line
   */
  Optional<Picture.Point> take(Picture.Point beside, double width, double size, boolean must) {
    Optional<Room> best = Optional.empty();
    int least = must ? Integer.MAX_VALUE : COVERED + 1;
    for (double[] side : SIDES) {
      Room room = room(beside, width, size, side);
      int covered = isFree(room) ? covered(room, beside) : Integer.MAX_VALUE;
      if (covered < least) {
        least = covered;
        best = Optional.of(room);
      }
    }
    best.ifPresent(this::take);
    return best.map(room -> new Picture.Point(room.left, room.bottom - 0.22 * size));
  }

  /** Beside, above or below the point, with a small gap. */
  private static Room room(Picture.Point beside, double width, double size, double[] side) {
    double gapX = side[0] == 0 ? GAP : side[0] == -1 ? -GAP : 0;
    double gapY = side[1] == 0 ? GAP : side[1] == 1 ? -GAP : 0;
    double x = beside.x() + side[0] * width + (gapY != 0 && gapX != 0 ? gapX / 2 : gapX);
    double y = beside.y() - side[1] * size + (gapY != 0 && gapX != 0 ? gapY / 2 : gapY);
    return new Room(x, y, x + width, y + size);
  }

  private boolean isFree(Room room) {
    if (room.left < left || room.right > right || room.top < top || room.bottom > bottom) {
      return false;
    }
    for (int column = cell(room.left); column <= cell(room.right); column++) {
      for (int row = cell(room.top); row <= cell(room.bottom); row++) {
        if (taken.getOrDefault(key(column, row), List.of()).stream().anyMatch(room::meets)) {
          return false;
        }
      }
    }
    return true;
  }

  private int covered(Room room, Picture.Point own) {
    int covered = 0;
    for (int column = cell(room.left - 1); column <= cell(room.right + 1); column++) {
      for (int row = cell(room.top - 1); row <= cell(room.bottom + 1); row++) {
        for (Picture.Point point : points.getOrDefault(key(column, row), List.of())) {
          covered += room.holds(point) && !point.equals(own) ? 1 : 0;
        }
      }
    }
    return covered;
  }

  private void take(Room room) {
    for (int column = cell(room.left); column <= cell(room.right); column++) {
      for (int row = cell(room.top); row <= cell(room.bottom); row++) {
        taken.computeIfAbsent(key(column, row), none -> new ArrayList<>()).add(room);
      }
    }
  }
}
