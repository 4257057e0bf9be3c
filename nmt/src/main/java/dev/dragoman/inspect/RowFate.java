package dev.dragoman.inspect;

/** What became of a row of a table while training, and if it never moved, why. */
public enum RowFate {
  /** It moved. */
  MOVED("moved"),
  /** It moved although no sentence looked it up: the output layer uses the table too. */
  MOVED_UNSEEN("moved without being looked up, as the output layer uses the same table"),
  /** It is the padding row, which is zero and stays so. */
  PADDING("padding: its vector is zero and stays so"),
  /** The whole table is left alone. */
  FROZEN("frozen: training leaves the whole table alone"),
  /** It is locked, as imported vectors are by --freeze. */
  LOCKED("locked: training leaves this row alone"),
  /** No sentence has its token, so that no gradient ever reached it. */
  NEVER_SEEN("never seen: no update looked it up, so no gradient reached it"),
  /** It was looked up, and yet every update left it where it was. */
  SEEN_BUT_STILL("seen, but its gradient was zero");

  private final String words;

  RowFate(String words) {
    this.words = words;
  }

  /** In words. */
  public String words() {
    return words;
  }

  /** Whether it moved. */
  public boolean moved() {
    return this == MOVED || this == MOVED_UNSEEN;
  }
}
