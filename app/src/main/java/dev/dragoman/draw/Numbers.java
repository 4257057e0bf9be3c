package dev.dragoman.draw;

import java.util.Locale;

/** Numbers as pages write them. */
public final class Numbers {
  private Numbers() {}

  /** At most two places behind the point, for coordinates: {@code 12}, {@code 0.25}. */
  static String shortest(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    if (text.charAt(end - 1) == '.') {
      end--;
    }
    String cut = text.substring(0, end);
    return cut.equals("-0") ? "0" : cut;
  }

  /** A share as percents without places: {@code 97 %}. */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  /** A mark on an axis: as few digits as it takes. */
  static String tick(double value) {
    double size = Math.abs(value);
    if (size >= 1e6) {
      return shortest(value / 1e6) + "M";
    }
    if (size >= 1e4) {
      return shortest(value / 1e3) + "k";
    }
    return size > 0 && size < 0.01
        ? String.format(Locale.ROOT, "%.0e", value).replace("e-0", "e-")
        : shortest(value);
  }

  /** Four significant digits. */
  static String exact(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
