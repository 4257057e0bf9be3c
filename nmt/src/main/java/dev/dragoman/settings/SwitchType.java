package dev.dragoman.settings;

import java.util.List;
import java.util.Locale;

/** True or false. */
enum SwitchType implements ValueType {
  BOOLEAN;

  @Override
  public String expected() {
    return "true or false";
  }

  @Override
  public String label() {
    return "true|false";
  }

  @Override
  public Object fromToml(Object value) {
    return switch (value) {
      case Boolean truth -> truth;
      case String text when choices().contains(text.toLowerCase(Locale.ROOT)) ->
          throw WrongValueException.withAdvice(expected(), value, "leave out the quotes");
      default -> throw WrongValueException.of(expected(), value);
    };
  }

  @Override
  public Object fromFlag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw WrongValueException.of(expected(), text);
    };
  }

  @Override
  public String toToml(Object value) {
    return value.toString();
  }

  @Override
  public List<String> choices() {
    return List.of("true", "false");
  }
}
