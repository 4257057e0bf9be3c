package dev.dragoman.draw;

import dev.dragoman.inspect.WordGroups;
import dev.dragoman.inspect.WordMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A map of words as a picture: a dot for each in the colour of its group, and the names of as many
 * as find room, the most frequent first.
 */
public final class WordMapPicture {
  private static final int WIDTH = 1080;
  private static final int HEIGHT = 820;
  private static final double MARGIN = 18;
  private static final double LETTERS = 10.5;
  private static final double CHOSEN_LETTERS = 13.5;
  private static final double SPACE = 3;
  private static final double RADIUS = 2.4;
  private static final int MANY = 4000;
  private static final double SMALL_RADIUS = 1.3;
  private static final double CHOSEN_RADIUS = 4.5;

  private final WordMap map;
  private final WordGroups groups;
  private final Set<String> chosen;
  private final List<Picture.Shape> shapes = new ArrayList<>();
  private final double top;
  private final double bottom;
  private final WordMap.Extent extent;
  private final double scale;

  private WordMapPicture(WordMap map, WordGroups groups, Set<String> chosen) {
    this.map = map;
    this.groups = groups;
    this.chosen = chosen;
    this.top = legend() + 14;
    this.bottom = HEIGHT - 34;
    this.extent = WordMap.extent(List.of(map.frames().getLast()));
    this.scale =
        Math.min(
            (WIDTH - 2 * MARGIN - 60) / extent.width(),
            (bottom - top - 2 * MARGIN) / extent.height());
  }

  /**
   * Draws the table as it is.
   *
   * @param chosen tokens that are named whatever stands beside them
   */
  public static Picture of(WordMap map, WordGroups groups, Set<String> chosen) {
    return new WordMapPicture(map, groups, chosen).draw();
  }

  /** Title and names of the groups; gives where they end. */
  private double legend() {
    label(MARGIN, 26, WordMapText.title(map), 16, Ink.TEXT);
    double x = MARGIN;
    double y = 50;
    label(x, y, groups.title() + ":", 12, Ink.MUTED);
    x += Lettering.width(groups.title() + ":", 12) + 10;
    for (int group = 0; group < groups.names().size(); group++) {
      String name = groups.names().get(group);
      double width = 26 + Lettering.width(name, 12);
      if (x + width > WIDTH - MARGIN) {
        x = MARGIN;
        y += 18;
      }
      shapes.add(new Picture.Dot(x + 5, y - 4, 5, WordInks.of(groups, group), ""));
      label(x + 14, y, name, 12, Ink.TEXT);
      x += width;
    }
    return y;
  }

  private void label(double x, double y, String text, double size, Ink ink) {
    shapes.add(new Picture.Label(x, y, text, size, Picture.Anchor.START, 0, ink));
  }

  private Picture draw() {
    List<Picture.Point> places =
        IntStream.range(0, map.words().size()).mapToObj(this::place).toList();
    LabelPlaces free = new LabelPlaces(0, top, WIDTH, bottom, places);
    for (int i = map.words().size() - 1; i >= 0; i--) {
      dot(i, places.get(i));
    }
    order().forEach(i -> name(i, places.get(i), free));
    label(MARGIN, HEIGHT - 12, WordMapText.reading(map), 11.5, Ink.MUTED);
    return new Picture(WIDTH, HEIGHT, WordMapText.title(map), shapes);
  }

  private boolean isChosen(int word) {
    return chosen.contains(map.words().get(word).token());
  }

  /** Those that were chosen come first. */
  private Stream<Integer> order() {
    List<Integer> all = IntStream.range(0, map.words().size()).boxed().toList();
    return Stream.concat(
        all.stream().filter(this::isChosen), all.stream().filter(i -> !isChosen(i)));
  }

  private Picture.Point place(int word) {
    double x = map.layout().x()[word] - (extent.left() + extent.right()) / 2;
    double y = map.layout().y()[word] - (extent.low() + extent.high()) / 2;
    return new Picture.Point(WIDTH / 2.0 + x * scale, (top + bottom) / 2 - y * scale);
  }

  private void dot(int word, Picture.Point place) {
    shapes.add(
        new Picture.Dot(
            place.x(),
            place.y(),
            isChosen(word) ? CHOSEN_RADIUS : map.words().size() > MANY ? SMALL_RADIUS : RADIUS,
            WordInks.of(groups, groups.of().get(word)),
            WordMapText.note(map, groups, word)));
  }

  private void name(int word, Picture.Point place, LabelPlaces free) {
    double size = isChosen(word) ? CHOSEN_LETTERS : LETTERS;
    String text = Lettering.cut(map.words().get(word).token(), size, 160);
    free.take(place, Lettering.width(text, size) + SPACE, size, isChosen(word))
        .ifPresent(at -> label(at.x(), at.y(), text, size, Ink.TEXT));
  }
}
