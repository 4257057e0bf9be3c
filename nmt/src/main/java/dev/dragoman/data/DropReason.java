package dev.dragoman.data;

/** Why a pair was left out; the first that applies, in this order. */
public enum DropReason {
  /** A side has more characters than allowed. */
  TOO_MANY_CHARACTERS("too many characters"),
  /** The source has no token. */
  EMPTY_SOURCE("empty source"),
  /** The target has no token. */
  EMPTY_TARGET("empty target"),
  /** The source has more tokens than allowed. */
  LONG_SOURCE("source too long"),
  /** The target has more tokens than allowed. */
  LONG_TARGET("target too long"),
  /** One side is too many times as long as the other. */
  LENGTH_RATIO("lengths too different"),
  /** The target does not begin as required. */
  TARGET_BEGINNING("target begins otherwise");

  private final String description;

  DropReason(String description) {
    this.description = description;
  }

  /** The reason in words, as reports say it. */
  public String description() {
    return description;
  }
}
