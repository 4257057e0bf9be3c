package dev.dragoman.draw;

import dev.dragoman.inspect.AttentionMap;
import dev.dragoman.inspect.PlacedToken;
import java.util.ArrayList;
import java.util.List;

/**
 * Attention as a picture: a row for each target token, a column for each source token; the stronger
 * a cell's colour, the more the row's token looked at the column's. A frame marks the one that it
 * looked at most.
 */
public final class AttentionPicture {
  private static final double CELL = 34;
  private static final double LETTERS = 13;
  private static final double FIGURES = 10;
  private static final double LONGEST_LABEL = 150;
  private static final double MARGIN = 14;
  private static final double DARK = 0.68;
  private static final double WORTH_A_FIGURE = 0.05;

  private final AttentionMap map;
  private final double left;
  private final double top;
  private final List<Picture.Shape> shapes = new ArrayList<>();

  private AttentionPicture(AttentionMap map) {
    this.map = map;
    this.left = MARGIN + longest(map.target().tokens()) + 8;
    this.top = MARGIN + longest(map.source().tokens()) + 8;
  }

  private static double longest(List<PlacedToken> tokens) {
    double longest =
        tokens.stream()
            .mapToDouble(token -> Lettering.width(token.shown(), LETTERS))
            .max()
            .orElse(0);
    return Math.min(LONGEST_LABEL, longest);
  }

  /** Draws one sentence. */
  public static Picture of(AttentionMap map) {
    return new AttentionPicture(map).draw();
  }

  private Picture draw() {
    List<PlacedToken> source = map.source().tokens();
    List<PlacedToken> target = map.target().tokens();
    for (int s = 0; s < source.size(); s++) {
      shapes.add(
          new Picture.Label(
              left + (s + 0.5) * CELL + LETTERS / 3,
              top - 8,
              label(source.get(s)),
              LETTERS,
              Picture.Anchor.START,
              -90,
              Ink.TEXT));
    }
    for (int t = 0; t < target.size(); t++) {
      shapes.add(
          new Picture.Label(
              left - 8,
              top + (t + 0.5) * CELL + LETTERS / 3,
              label(target.get(t)),
              LETTERS,
              Picture.Anchor.END,
              0,
              Ink.TEXT));
      row(t);
    }
    return new Picture(
        (int) Math.ceil(left + source.size() * CELL + MARGIN),
        (int) Math.ceil(top + target.size() * CELL + MARGIN),
        description(map),
        shapes);
  }

  private static String label(PlacedToken token) {
    return Lettering.cut(token.shown(), LETTERS, LONGEST_LABEL);
  }

  /** What a picture of this map shows, in words. */
  static String description(AttentionMap map) {
    return "Attention of \"" + map.target().text() + "\" to \"" + map.source().text() + "\"";
  }

  private void row(int t) {
    for (int s = 0; s < map.source().tokens().size(); s++) {
      double weight = Math.clamp(map.weights()[t][s], 0, 1);
      double x = left + s * CELL;
      double y = top + t * CELL;
      shapes.add(new Picture.Frame(x, y, CELL, CELL, Ink.GRID, 0.5));
      shapes.add(
          new Picture.Box(x + 1, y + 1, CELL - 2, CELL - 2, Ink.FIRST, weight, note(map, t, s)));
      if (weight >= WORTH_A_FIGURE) {
        shapes.add(
            new Picture.Label(
                x + CELL / 2,
                y + CELL / 2 + FIGURES / 3,
                Long.toString(Math.round(100 * weight)),
                FIGURES,
                Picture.Anchor.MIDDLE,
                0,
                weight > DARK ? Ink.PAPER : Ink.TEXT));
      }
    }
    int strongest = map.strongest()[t];
    if (strongest >= 0) {
      shapes.add(
          new Picture.Frame(
              left + strongest * CELL + 1.5,
              top + t * CELL + 1.5,
              CELL - 3,
              CELL - 3,
              Ink.SECOND,
              2));
    }
  }

  /** What a cell says under the pointer. */
  static String note(AttentionMap map, int t, int s) {
    return map.target().tokens().get(t).shown()
        + " looks at "
        + map.source().tokens().get(s).shown()
        + ": "
        + Numbers.percent(map.weights()[t][s]);
  }
}
