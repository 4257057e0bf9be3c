package dev.dragoman.settings;

import java.util.ArrayList;
import java.util.List;

/** Which numbers a setting allows: both bounds of either kind, infinite where there is none. */
record Range(double min, double max, double above, double below) {
  static final Range ANY = new Range(-inf(), inf(), -inf(), inf());

  private static double inf() {
    return Double.POSITIVE_INFINITY;
  }

  static Range of(Setting setting) {
    return new Range(setting.min(), setting.max(), setting.above(), setting.below());
  }

  boolean isAny() {
    return equals(ANY);
  }

  boolean contains(double value) {
    return value >= min && value <= max && value > above && value < below;
  }

  /** In words: "at least 1", "at least 0, below 1"; empty where every number is allowed. */
  String words() {
    List<String> words = new ArrayList<>();
    add(words, "at least ", min);
    add(words, "above ", above);
    add(words, "at most ", max);
    add(words, "below ", below);
    return String.join(", ", words);
  }

  private static void add(List<String> words, String bound, double value) {
    if (Double.isFinite(value)) {
      words.add(bound + number(value));
    }
  }

  private static String number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : TomlText.number(Double.toString(value));
  }
}
