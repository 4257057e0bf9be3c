package dev.dragoman.history;

import java.util.Arrays;
import java.util.Optional;

/** What a record of the file holds. */
enum RecordKind {
  /** What the history is about; once, first. */
  START(1),
  /** One update's sums of one table. */
  SUMS(2),
  /** One update of one watched row. */
  WATCHED(3),
  /** All rows of one table. */
  SNAPSHOT(4),
  /** The running account of one table, where training can be resumed. */
  COUNTS(5);

  private final int code;

  RecordKind(int code) {
    this.code = code;
  }

  /** What stands for it in the file. */
  int code() {
    return code;
  }

  static Optional<RecordKind> of(int code) {
    return Arrays.stream(values()).filter(kind -> kind.code == code).findFirst();
  }
}
