package dev.dragoman.settings;

import java.util.List;
import java.util.Map;

/** Says in an error what was given instead of what was expected. */
final class Got {
  private static final int LONGEST = 60;

  private Got() {}

  static String describe(Object value) {
    return switch (value) {
      case String text -> shortened(TomlText.quoted(text));
      case Map<?, ?> section -> "a section";
      case List<?> list -> shortened("the list " + list);
      case Number number -> shortened(spelled(number.toString()));
      case Boolean truth -> truth.toString();
      default -> "the date or time " + value;
    };
  }

  private static String spelled(String number) {
    return switch (number) {
      case "NaN" -> "nan";
      case "Infinity" -> "inf";
      case "-Infinity" -> "-inf";
      default -> number;
    };
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
