package dev.dragoman.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers as Python prints them with a fixed number of decimals: the exact binary value is rounded,
 * half to even. {@link String#format} rounds the shortest decimal form, half up, and so prints
 * 0.125 as 0.13 where Python prints 0.12.
 */
final class Decimals {
  private Decimals() {}

  /** The value with exactly that many decimals. */
  static String fixed(double value, int decimals) {
    return rounded(value, decimals).toPlainString();
  }

  /** The value rounded to that many decimals. */
  static BigDecimal rounded(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
  }
}
