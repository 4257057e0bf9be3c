package dev.dragoman.draw;

import java.util.List;
import java.util.Locale;

/** The colours of pictures and pages, each for light and for dark surroundings. */
public enum Ink {
  /** What everything stands on. */
  PAPER(0xffffff, 0x14171c),
  /** Words and numbers. */
  TEXT(0x1b1f24, 0xe7e9ec),
  /** Words that explain. */
  MUTED(0x57606b, 0x9da7b3),
  /** Lines that guide the eye. */
  GRID(0xdde2e8, 0x313842),
  /** What is shown. */
  FIRST(0x1d5fc4, 0x74abff),
  /** What it is compared with. */
  SECOND(0xb9500a, 0xff9f5a),
  /** A third one. */
  THIRD(0x1f7a3a, 0x6fd08c),
  /** A fourth one. */
  FOURTH(0x8a3fa8, 0xcf94ea),
  /** A fifth one. */
  FIFTH(0x8a6a00, 0xe3c34d),
  /** A sixth one. */
  SIXTH(0x00707c, 0x5cc9d6);

  private static final List<Ink> SERIES = List.of(FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH);

  private final int light;
  private final int dark;

  Ink(int light, int dark) {
    this.light = light;
    this.dark = dark;
  }

  /** The ink of the i-th of several things; a seventh looks like the first. */
  public static Ink series(int i) {
    return SERIES.get(i % SERIES.size());
  }

  /** Its red, green and blue on a light page, as 0xRRGGBB. */
  int light() {
    return light;
  }

  /** The name of its CSS variable without the two hyphens. */
  String variable() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The CSS that gives every ink its colour by the reader's preference. */
  static String css() {
    StringBuilder inLight = new StringBuilder();
    StringBuilder inDark = new StringBuilder();
    for (Ink ink : values()) {
      inLight.append(declaration(ink, ink.light));
      inDark.append(declaration(ink, ink.dark));
    }
    return ":root{color-scheme:light dark;"
        + inLight
        + "}\n@media (prefers-color-scheme:dark){:root{"
        + inDark
        + "}}\n@media print{:root{"
        + inLight
        + "}}\n";
  }

  private static String declaration(Ink ink, int colour) {
    return String.format(Locale.ROOT, "--%s:#%06x;", ink.variable(), colour);
  }
}
