package dev.dragoman.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A value that may be absent. TOML has no word for nothing, so absent is written {@code "none"}, or
 * {@code ""} where the value is text.
 */
record OptionalType(ValueType element) implements ValueType {
  private String absent() {
    return element instanceof TextType ? "" : "none";
  }

  @Override
  public String expected() {
    return element.expected() + ", or \"" + absent() + "\" for nothing";
  }

  @Override
  public String label() {
    return element.label() + " or " + (absent().isEmpty() ? "nothing" : absent());
  }

  @Override
  public Object fromToml(Object value) {
    return value.equals(absent()) ? Optional.empty() : present(() -> element.fromToml(value));
  }

  @Override
  public Object fromFlag(String text) {
    return text.equals(absent()) ? Optional.empty() : present(() -> element.fromFlag(text));
  }

  private Object present(Supplier<Object> reading) {
    try {
      return Optional.of(reading.get());
    } catch (WrongValueException wrong) {
      throw wrong.orElse("\"" + absent() + "\" for nothing");
    }
  }

  @Override
  public String toToml(Object value) {
    String absentToml = TomlText.quoted(absent());
    String toml = ((Optional<?>) value).map(element::toToml).orElse(absentToml);
    if (((Optional<?>) value).isPresent() && toml.equals(absentToml)) {
      throw new IllegalArgumentException(
          "expected text or nothing, got an empty text, which would be read as nothing");
    }
    return toml;
  }

  @Override
  public List<String> choices() {
    return element.choices().isEmpty()
        ? List.of()
        : Stream.concat(element.choices().stream(), Stream.of(absent())).toList();
  }

  @Override
  public void checkRange(Object value, Range range) {
    ((Optional<?>) value).ifPresent(present -> element.checkRange(present, range));
  }
}
