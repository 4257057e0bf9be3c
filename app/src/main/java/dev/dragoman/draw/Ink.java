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
  SIXTH(0x00707c, 0x5cc9d6),
  /** A seventh one. */
  SEVENTH(0xc2246b, 0xff8fb8),
  /** The least of what has an order. */
  STEP1(0xa8a400, 0x6a5fb8),
  /** More. */
  STEP2(0x4f9f3c, 0x4a80c8),
  /** More. */
  STEP3(0x178a78, 0x2aa8a8),
  /** More. */
  STEP4(0x1f6f9a, 0x4cc38a),
  /** More. */
  STEP5(0x3b459b, 0xaedb4f),
  /** The most of it. */
  STEP6(0x4b0a63, 0xffea4d);

  private static final List<Ink> SERIES =
      List.of(FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH);
  private static final List<Ink> STEPS = List.of(STEP1, STEP2, STEP3, STEP4, STEP5, STEP6);

  private final int light;
  private final int dark;

  Ink(int light, int dark) {
    this.light = light;
    this.dark = dark;
  }

  /** The ink of the i-th of several things; an eighth looks like the first. */
  public static Ink series(int i) {
    return SERIES.get(i % SERIES.size());
  }

  /** The ink of the i-th of so many steps from little to much. */
  static Ink step(int i, int steps) {
    int last = STEPS.size() - 1;
    return STEPS.get(steps == 1 ? last : Math.round((float) i * last / (steps - 1)));
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
