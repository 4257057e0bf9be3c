package dev.dragoman.tensor;

/** Shape checks whose messages name the operand. */
final class Checks {
  private Checks() {}

  static void sameShape(String name, Tensor tensor, Shape expected) {
    if (!tensor.shape().equals(expected)) {
      throw new IllegalArgumentException(
          "%s: expected %s, got %s".formatted(name, expected, tensor.shape()));
    }
  }

  static void columns(String name, Tensor tensor, int expected, String letter) {
    if (tensor.columns() != expected) {
      throw new IllegalArgumentException(
          "%s: expected the last axis to be %s=%d, got shape %s"
              .formatted(name, letter, expected, tensor.shape()));
    }
  }

  static void rows(String name, Tensor tensor, int expected, String letter) {
    if (tensor.rows() != expected) {
      throw new IllegalArgumentException(
          "%s: expected %s=%d rows, got shape %s"
              .formatted(name, letter, expected, tensor.shape()));
    }
  }

  static void length(String name, int got, int expected, String letter) {
    if (got != expected) {
      throw new IllegalArgumentException(
          "%s: expected %s=%d entries, got %d".formatted(name, letter, expected, got));
    }
  }
}
