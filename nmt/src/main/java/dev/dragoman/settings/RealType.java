package dev.dragoman.settings;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * A real number: {@code float} or {@code double}. Only finite numbers: a setting that can be
 * switched off is an {@code Optional}, not an infinity.
 */
enum RealType implements ValueType {
  FLOAT,
  DOUBLE;

  private static final Pattern NUMBER =
      Pattern.compile(
          "[+-]?([0-9]{1,400}(\\.[0-9]{0,400})?|\\.[0-9]{1,400})([eE][+-]?[0-9]{1,9})?");

  @Override
  public String expected() {
    return "a number";
  }

  @Override
  public String label() {
    return "number";
  }

  @Override
  public Object fromToml(Object value) {
    return switch (value) {
      case BigInteger whole -> boxed(new BigDecimal(whole));
      case BigDecimal real -> boxed(real);
      case Double notFinite -> throw WrongValueException.of("a finite number", notFinite);
      case String text when NUMBER.matcher(text).matches() ->
          throw WrongValueException.withAdvice(expected(), value, "leave out the quotes");
      default -> throw WrongValueException.of(expected(), value);
    };
  }

  @Override
  public Object fromFlag(String text) {
    String digits = FlagText.withoutDigitSeparators(text);
    if (!NUMBER.matcher(digits).matches()) {
      throw WrongValueException.of(expected(), text);
    }
    return boxed(new BigDecimal(digits));
  }

  private Object boxed(BigDecimal exact) {
    double rounded = this == FLOAT ? exact.floatValue() : exact.doubleValue();
    if (Double.isInfinite(rounded)) {
      throw WrongValueException.of("a number of at most " + largest(), exact);
    }
    if (rounded == 0 && exact.signum() != 0) {
      throw WrongValueException.of("0 or a number of at least " + smallest(), exact);
    }
    return switch (this) {
      case FLOAT -> (float) rounded;
      case DOUBLE -> rounded;
    };
  }

  private String largest() {
    return toToml(this == FLOAT ? (Number) Float.MAX_VALUE : (Number) Double.MAX_VALUE);
  }

  private String smallest() {
    return toToml(this == FLOAT ? (Number) Float.MIN_VALUE : (Number) Double.MIN_VALUE);
  }

  @Override
  public String toToml(Object value) {
    if (!Double.isFinite(((Number) value).doubleValue())) {
      throw new IllegalArgumentException(
          "expected a finite number, got " + value + "; make the setting Optional instead");
    }
    return TomlText.number(value.toString());
  }

  @Override
  public void checkRange(Object value, Range range) {
    if (!range.contains(widened((Number) value))) {
      throw WrongValueException.of(expected() + ", " + range.words(), value);
    }
  }

  /** The number people see: 0.1f counts as 0.1, not as the 0.100000001490116 that it widens to. */
  private static double widened(Number value) {
    return Double.parseDouble(value.toString());
  }
}
