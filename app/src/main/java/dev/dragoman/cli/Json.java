package dev.dragoman.cli;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes JSON for programs: indented, ended by a line feed, with numbers only where there are
 * numbers.
 */
final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  /** Maps, lists, strings and numbers as JSON. */
  static String text(Object value) {
    return MAPPER.writeValueAsString(value).replace("\r\n", "\n") + "\n";
  }

  /** A number, or null where there is none to say: JSON knows no NaN. */
  static @Nullable Double number(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
