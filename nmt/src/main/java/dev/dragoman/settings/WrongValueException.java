package dev.dragoman.settings;

import java.util.List;

/** A value does not fit its key; {@link Binder} adds which key it is and where it was given. */
final class WrongValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private WrongValueException(String message) {
    super(message);
  }

  static WrongValueException of(String expected, Object got) {
    return new WrongValueException("expected " + expected + ", got " + Got.describe(got));
  }

  static WrongValueException withAdvice(String expected, Object got, String advice) {
    return new WrongValueException(
        "expected " + expected + ", got " + Got.describe(got) + "; " + advice);
  }

  static WrongValueException notAChoice(String expected, String got, List<String> choices) {
    return NearestName.to(got, choices)
        .map(near -> withAdvice(expected, got, "did you mean \"" + near + "\"?"))
        .orElseGet(() -> of(expected, got));
  }

  /** The same complaint with one more way out. */
  WrongValueException orElse(String alternative) {
    return new WrongValueException(getMessage() + "; or write " + alternative);
  }
}
