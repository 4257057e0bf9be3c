package dev.dragoman.settings;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** A whole number: {@code int} or {@code long}. */
enum WholeType implements ValueType {
  INT(Integer.MIN_VALUE, Integer.MAX_VALUE),
  LONG(Long.MIN_VALUE, Long.MAX_VALUE);

  private static final Pattern DIGITS = Pattern.compile("[+-]?[0-9]{1,40}");

  private final BigInteger smallest;
  private final BigInteger largest;

  WholeType(long smallest, long largest) {
    this.smallest = BigInteger.valueOf(smallest);
    this.largest = BigInteger.valueOf(largest);
  }

  @Override
  public String expected() {
    return "a whole number";
  }

  @Override
  public String label() {
    return "whole number";
  }

  @Override
  public Object fromToml(Object value) {
    return switch (value) {
      case BigInteger whole -> boxed(whole);
      case BigDecimal real when real.stripTrailingZeros().scale() <= 0 ->
          throw WrongValueException.withAdvice(expected(), value, "leave out the decimal point");
      case String text when DIGITS.matcher(text).matches() ->
          throw WrongValueException.withAdvice(expected(), value, "leave out the quotes");
      default -> throw WrongValueException.of(expected(), value);
    };
  }

  @Override
  public Object fromFlag(String text) {
    String digits = FlagText.withoutDigitSeparators(text);
    if (!DIGITS.matcher(digits).matches()) {
      throw WrongValueException.of(expected(), text);
    }
    return boxed(new BigInteger(digits));
  }

  private Object boxed(BigInteger whole) {
    if (whole.compareTo(largest) > 0) {
      throw WrongValueException.of("a whole number of at most " + largest, whole);
    }
    if (whole.compareTo(smallest) < 0) {
      throw WrongValueException.of("a whole number of at least " + smallest, whole);
    }
    return switch (this) {
      case INT -> whole.intValueExact();
      case LONG -> whole.longValueExact();
    };
  }

  @Override
  public String toToml(Object value) {
    return value.toString();
  }

  @Override
  public void checkRange(Object value, Range range) {
    if (!range.contains(((Number) value).doubleValue())) {
      throw WrongValueException.of(expected() + ", " + range.words(), value);
    }
  }
}
