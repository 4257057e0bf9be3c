package dev.dragoman.metrics;

import org.jspecify.annotations.Nullable;

/**
 * What BLEU does with an n-gram order at which nothing matches: the geometric mean over the orders
 * would be zero. Chen and Cherry (2014), "A Systematic Comparison of Smoothing Techniques for
 * Sentence-Level BLEU", compare the ways. Where no order matches at all the score is zero whatever
 * the smoothing.
 */
public sealed interface Smoothing {
  /** The value of {@link Floor} where none is given. */
  double DEFAULT_FLOOR = 0.1;

  /** The value of {@link AddK} where none is given. */
  double DEFAULT_K = 1.0;

  /** The name in signatures, with its value where it has one: {@code exp}, {@code floor[0.10]}. */
  String signature();

  /** {@code none}: an order without a match makes the score zero. */
  record None() implements Smoothing {
    @Override
    public String signature() {
      return "none";
    }
  }

  /**
   * {@code floor}: an order without a match counts as if it had {@code value} matches.
   *
   * @param value the matches to assume, at least 0; usually below 1
   */
  record Floor(double value) implements Smoothing {
    /** Checks the value. */
    public Floor {
      requireAtLeastZero("floor", value);
    }

    @Override
    public String signature() {
      return "floor[" + Decimals.fixed(value, 2) + "]";
    }
  }

  /**
   * {@code add-k}: adds {@code value} to the matches and to the n-grams of every order above 1 (Lin
   * and Och 2004).
   *
   * @param value the k, at least 0
   */
  record AddK(double value) implements Smoothing {
    /** Checks the value. */
    public AddK {
      requireAtLeastZero("add-k", value);
    }

    @Override
    public String signature() {
      return "add-k[" + Decimals.fixed(value, 2) + "]";
    }
  }

  /**
   * {@code exp}, the default: the first order without a match counts ½ match, the next ¼, and so on
   * (NIST's {@code mteval-v13a.pl}).
   */
  record Exponential() implements Smoothing {
    @Override
    public String signature() {
      return "exp";
    }
  }

  /**
   * The smoothing of that name.
   *
   * @param method {@code none}, {@code floor}, {@code add-k} or {@code exp}
   * @param value the value of {@code floor} and {@code add-k}, or null for their defaults, 0.1 and
   *     1; the other two take none and do not look at it
   * @throws IllegalArgumentException if there is none of that name, or the value is out of range
   */
  static Smoothing named(String method, @Nullable Double value) {
    return switch (method) {
      case "none" -> new None();
      case "floor" -> new Floor(value == null ? DEFAULT_FLOOR : value);
      case "add-k" -> new AddK(value == null ? DEFAULT_K : value);
      case "exp" -> new Exponential();
      default ->
          throw new IllegalArgumentException(
              "BLEU smoothing: expected one of none, floor, add-k, exp, got \"" + method + "\"");
    };
  }

  private static void requireAtLeastZero(String method, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "BLEU smoothing " + method + ": expected a value of at least 0, got " + value);
    }
  }
}
