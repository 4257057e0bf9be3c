package dev.dragoman.draw;

import static dev.dragoman.draw.Node.element;

import java.util.Locale;

/** Writes pictures as SVG: alone in a file, or inside a page. */
public final class Svg {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";
  private static final String FONT =
      "text{font-family:system-ui,-apple-system,'Segoe UI','DejaVu Sans',sans-serif}\n";

  private Svg() {}

  /** A file of its own, with the colours for light and dark inside it. */
  public static String file(Picture picture) {
    Node.Element svg =
        root(picture)
            .with("width", picture.width())
            .with("height", picture.height())
            .add(element("style", Ink.css() + FONT + css()))
            .add(shape(background(picture)));
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + Markup.text(withShapes(svg, picture));
  }

  private static Picture.Box background(Picture picture) {
    return new Picture.Box(0, 0, picture.width(), picture.height(), Ink.PAPER, 1, "");
  }

  /** A part of a page whose style sheet knows the inks. */
  public static Node.Element inline(Picture picture) {
    return withShapes(root(picture), picture);
  }

  private static Node.Element root(Picture picture) {
    return element("svg")
        .with("xmlns", NAMESPACE)
        .with("viewBox", "0 0 " + picture.width() + " " + picture.height())
        .with("role", "img")
        .with("aria-label", picture.description());
  }

  private static Node.Element withShapes(Node.Element svg, Picture picture) {
    return svg.add(picture.shapes().stream().map(Svg::shape).toList());
  }

  /** The rules that give inks to shapes. */
  static String css() {
    StringBuilder css = new StringBuilder();
    for (Ink ink : Ink.values()) {
      css.append(
          String.format(
              Locale.ROOT, ".f-%1$s{fill:var(--%1$s)}.s-%1$s{stroke:var(--%1$s)}", ink.variable()));
    }
    return css.append('\n').toString();
  }

  private static Node.Element shape(Picture.Shape shape) {
    return switch (shape) {
      case Picture.Box box ->
          noted(
              rectangle(box.x(), box.y(), box.width(), box.height())
                  .with("class", "f-" + box.ink().variable())
                  .with("fill-opacity", box.opacity()),
              box.note());
      case Picture.Frame frame ->
          rectangle(frame.x(), frame.y(), frame.width(), frame.height())
              .with("class", "s-" + frame.ink().variable())
              .with("fill", "none")
              .with("stroke-width", frame.thickness());
      case Picture.Dot dot ->
          noted(
              element("circle")
                  .with("cx", dot.x())
                  .with("cy", dot.y())
                  .with("r", dot.radius())
                  .with("class", "f-" + dot.ink().variable()),
              dot.note());
      case Picture.Line line -> path(line);
      case Picture.Label label -> label(label);
    };
  }

  private static Node.Element rectangle(double x, double y, double width, double height) {
    return element("rect").with("x", x).with("y", y).with("width", width).with("height", height);
  }

  private static Node.Element noted(Node.Element shape, String note) {
    return note.isEmpty() ? shape : shape.add(element("title", note));
  }

  private static Node.Element path(Picture.Line line) {
    StringBuilder steps = new StringBuilder();
    for (Picture.Point point : line.points()) {
      steps
          .append(steps.isEmpty() ? "M" : " L")
          .append(Numbers.shortest(point.x()))
          .append(' ')
          .append(Numbers.shortest(point.y()));
    }
    return element("path")
        .with("d", steps.toString())
        .with("class", "s-" + line.ink().variable())
        .with("fill", "none")
        .with("stroke-width", line.thickness())
        .with("stroke-opacity", line.opacity())
        .with("stroke-linejoin", "round");
  }

  private static Node.Element label(Picture.Label label) {
    Node.Element text =
        element("text", label.text())
            .with("x", label.x())
            .with("y", label.y())
            .with("font-size", label.size())
            .with("class", "f-" + label.ink().variable())
            .with("text-anchor", label.anchor().name().toLowerCase(Locale.ROOT));
    return label.degrees() == 0
        ? text
        : text.with(
            "transform",
            "rotate("
                + Numbers.shortest(label.degrees())
                + " "
                + Numbers.shortest(label.x())
                + " "
                + Numbers.shortest(label.y())
                + ")");
  }
}
