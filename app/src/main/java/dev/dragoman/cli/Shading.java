package dev.dragoman.cli;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Characters that fill a cell, from nothing to all of it. */
enum Shading {
  /** Blocks of Unicode. */
  BLOCKS(" ░▒▓█", "…"),
  /** Characters that every terminal has. */
  PLAIN(" .:*#", "~");

  private final String shades;
  private final String ellipsis;

  Shading(String shades, String ellipsis) {
    this.shades = shades;
    this.ellipsis = ellipsis;
  }

  /**
   * As the locale allows: plain where it names another encoding than UTF-8, or C or POSIX, which
   * have none. Where nothing is said, terminals of today understand UTF-8. The launcher, which
   * changes the locale, tells what it was in {@code DRAGOMAN_LOCALE}.
   */
  static Shading of(Map<String, String> environment) {
    String locale =
        Stream.of("DRAGOMAN_LOCALE", "LC_ALL", "LC_CTYPE", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse(StandardCharsets.UTF_8.name())
            .toUpperCase(Locale.ROOT);
    return locale.contains("UTF-8") || locale.contains("UTF8") ? BLOCKS : PLAIN;
  }

  /** The character for a weight of 0 to 1. */
  char shade(double weight) {
    int last = shades.length() - 1;
    return shades.charAt(Math.clamp(Math.round(weight * last), 0, last));
  }

  /** What stands where something was cut off. */
  String ellipsis() {
    return ellipsis;
  }

  /** From which weight on each character is used. */
  String legend() {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < shades.length(); i++) {
      long percent = Math.round(100 * (i - 0.5) / (shades.length() - 1));
      text.append(i == 1 ? "" : "   ")
          .append(shades.charAt(i))
          .append(' ')
          .append(percent)
          .append(" %");
    }
    return text + " and more";
  }
}
