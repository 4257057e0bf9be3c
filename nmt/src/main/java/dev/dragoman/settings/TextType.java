package dev.dragoman.settings;

/** Any text. */
enum TextType implements ValueType {
  STRING;

  @Override
  public String expected() {
    return "text in quotes";
  }

  @Override
  public String label() {
    return "text";
  }

  @Override
  public Object fromToml(Object value) {
    if (value instanceof String) {
      return value;
    }
    throw WrongValueException.of(expected(), value);
  }

  @Override
  public Object fromFlag(String text) {
    return text;
  }

  @Override
  public String toToml(Object value) {
    String text = (String) value;
    if (!TomlText.isWritable(text)) {
      throw new IllegalArgumentException(
          "expected text, got half a surrogate pair in " + TomlText.quoted(text));
    }
    return TomlText.quoted(text);
  }
}
