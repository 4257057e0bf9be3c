package dev.dragoman.text;

/** To which neighbours a token is written without a blank between. */
enum Attachment {
  /** To neither: a word, a dash. */
  NONE,
  /** To what stands before it: {@code . , )}. */
  LEFT,
  /** To what stands after it: {@code ( ¿}. */
  RIGHT,
  /** To both: the hyphen in a word. */
  BOTH;

  boolean left() {
    return this == LEFT || this == BOTH;
  }

  boolean right() {
    return this == RIGHT || this == BOTH;
  }
}
