package dev.dragoman.settings;

import java.util.List;
import java.util.regex.Pattern;

/** The spellings that a flag's text shares with TOML. */
final class FlagText {
  private static final Pattern DIGIT_SEPARATOR = Pattern.compile("(?<=[0-9])_(?=[0-9])");

  private FlagText() {}

  /** "40_000" as TOML allows it. */
  static String withoutDigitSeparators(String text) {
    return DIGIT_SEPARATOR.matcher(text.strip()).replaceAll("");
  }

  /** A list in square brackets. */
  static Object tomlList(String text) {
    try {
      Object list = TomlDocument.parse("flag", "list = " + text).root().get("list");
      return list == null ? List.of() : list;
    } catch (ConfigurationException unreadable) {
      throw WrongValueException.of("a list such as [\"a\", \"b\"]", text);
    }
  }
}
