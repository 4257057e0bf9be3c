package dev.dragoman.settings;

import java.util.List;

/**
 * How one type of component is read from a TOML file, read from a flag, and written. TOML values
 * come as {@code String}, {@code Boolean}, {@code BigInteger}, {@code BigDecimal}, {@code Double}
 * (only nan and inf), {@code List}, {@code Map} or a {@code java.time} type.
 */
sealed interface ValueType
    permits WholeType, RealType, SwitchType, TextType, WordType, EnumType, ListType, OptionalType {

  /** What is expected, as an error says it: "a whole number". */
  String expected();

  /** What is expected, as help shows it: "whole number". */
  String label();

  /** The component's value for a TOML value; complains with {@link WrongValueException}. */
  Object fromToml(Object value);

  /** The component's value for a flag's text; complains with {@link WrongValueException}. */
  Object fromFlag(String text);

  /** The component's value as TOML; {@link IllegalArgumentException} where it cannot be written. */
  String toToml(Object value);

  /** The only texts possible, if there are few. */
  default List<String> choices() {
    return List.of();
  }

  /** Fails unless every number in the value lies in the range. */
  default void checkRange(Object value, Range range) {}
}
