package dev.dragoman.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One of an enum's constants, written in lower case with hyphens. */
record EnumType(WordType words, Map<String, Object> constants) implements ValueType {
  static EnumType of(Class<?> type) {
    Map<String, Object> constants = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) {
      constants.put(Names.ofConstant((Enum<?>) constant), constant);
    }
    return new EnumType(new WordType(List.copyOf(constants.keySet())), constants);
  }

  @Override
  public String expected() {
    return words.expected();
  }

  @Override
  public String label() {
    return words.label();
  }

  @Override
  public Object fromToml(Object value) {
    return constant(words.fromToml(value));
  }

  @Override
  public Object fromFlag(String text) {
    return constant(words.fromFlag(text));
  }

  private Object constant(Object word) {
    Object constant = constants.get(word);
    if (constant == null) {
      throw new IllegalStateException("no constant for " + word);
    }
    return constant;
  }

  @Override
  public String toToml(Object value) {
    return words.toToml(Names.ofConstant((Enum<?>) value));
  }

  @Override
  public List<String> choices() {
    return words.choices();
  }
}
