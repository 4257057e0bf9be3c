package dev.dragoman.draw;

import java.util.List;

/**
 * A drawing of simple shapes, laid out once and written as SVG or PNG.
 *
 * @param width in pixels
 * @param height in pixels
 * @param description what it shows, for those who cannot see it
 * @param shapes from back to front; x runs to the right, y downwards
 */
public record Picture(int width, int height, String description, List<Shape> shapes) {

  /** Copies the shapes and checks the size. */
  public Picture {
    shapes = List.copyOf(shapes);
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "picture: expected a width and a height of at least 1, got " + width + " x " + height);
    }
  }

  /** What pictures are made of. */
  public sealed interface Shape {}

  /**
   * A filled rectangle.
   *
   * @param opacity 0 to 1
   * @param note what it says under the pointer, perhaps nothing
   */
  public record Box(
      double x, double y, double width, double height, Ink ink, double opacity, String note)
      implements Shape {}

  /**
   * The outline of a rectangle.
   *
   * @param thickness of the line
   */
  public record Frame(double x, double y, double width, double height, Ink ink, double thickness)
      implements Shape {}

  /**
   * A filled circle.
   *
   * @param note what it says under the pointer, perhaps nothing
   */
  public record Dot(double x, double y, double radius, Ink ink, String note) implements Shape {}

  /**
   * Straight lines from point to point.
   *
   * @param points at least one
   * @param opacity 0 to 1
   */
  public record Line(List<Point> points, Ink ink, double thickness, double opacity)
      implements Shape {
    /** Copies the points. */
    public Line {
      points = List.copyOf(points);
    }
  }

  /**
   * A place.
   *
   * @param x to the right
   * @param y downwards
   */
  public record Point(double x, double y) {}

  /**
   * A line of writing.
   *
   * @param x where it is anchored
   * @param y its base line
   * @param size of the letters, in pixels
   * @param anchor which of its ends stands at x
   * @param degrees how far it is turned about that place, clockwise
   */
  public record Label(
      double x, double y, String text, double size, Anchor anchor, double degrees, Ink ink)
      implements Shape {}

  /** Which part of a label stands at its place. */
  public enum Anchor {
    /** Its beginning. */
    START,
    /** Its middle. */
    MIDDLE,
    /** Its end. */
    END
  }
}
