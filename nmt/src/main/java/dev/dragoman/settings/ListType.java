package dev.dragoman.settings;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A list; as a flag its elements are parted by commas, or written as TOML writes them. */
record ListType(ValueType element) implements ValueType {
  private static final int LONGEST_LINE = 80;

  @Override
  public String expected() {
    return "a list of values that are each " + element.expected();
  }

  @Override
  public String label() {
    return "list of " + element.label();
  }

  @Override
  public Object fromToml(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().<Object>map(element::fromToml).toList();
    }
    throw WrongValueException.withAdvice(
        expected(), value, "put square brackets around it, even around a single one");
  }

  @Override
  public Object fromFlag(String text) {
    if (text.isBlank()) {
      return List.of();
    }
    if (text.strip().startsWith("[")) {
      return fromToml(FlagText.tomlList(text));
    }
    return Stream.of(text.split(",", -1))
        .map(String::strip)
        .<Object>map(element::fromFlag)
        .toList();
  }

  @Override
  public String toToml(Object value) {
    List<String> elements = ((List<?>) value).stream().map(element::toToml).toList();
    String line = elements.stream().collect(Collectors.joining(", ", "[", "]"));
    return line.length() <= LONGEST_LINE
        ? line
        : elements.stream().collect(Collectors.joining(",\n  ", "[\n  ", ",\n]"));
  }

  @Override
  public List<String> choices() {
    return element.choices();
  }

  @Override
  public void checkRange(Object value, Range range) {
    ((List<?>) value).forEach(one -> element.checkRange(one, range));
  }
}
