package dev.dragoman.settings;

import java.util.List;

/** One of a few words. */
record WordType(List<String> choices) implements ValueType {
  WordType {
    choices = List.copyOf(choices);
  }

  @Override
  public String expected() {
    return choices.size() == 1 ? choices.getFirst() : "one of " + String.join(", ", choices);
  }

  @Override
  public String label() {
    return String.join("|", choices);
  }

  @Override
  public Object fromToml(Object value) {
    if (value instanceof String text) {
      return fromFlag(text);
    }
    throw WrongValueException.of(expected(), value);
  }

  @Override
  public Object fromFlag(String text) {
    if (choices.contains(text)) {
      return text;
    }
    throw WrongValueException.notAChoice(expected(), text, choices);
  }

  @Override
  public String toToml(Object value) {
    return TomlText.quoted((String) value);
  }
}
