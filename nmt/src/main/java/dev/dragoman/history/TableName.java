package dev.dragoman.history;

/** Which table of a model is recorded. */
public enum TableName {
  /** The table of the language that the model reads. */
  SOURCE(0),
  /** The table of the language that it writes: what the decoder is fed. */
  TARGET(1),
  /** The one table of a model whose sides share theirs. */
  SHARED(2);

  private final int code;

  TableName(int code) {
    this.code = code;
  }

  /** What stands for it in the file. */
  int code() {
    return code;
  }

  static TableName of(int code) {
    for (TableName name : values()) {
      if (name.code == code) {
        return name;
      }
    }
    throw new IllegalArgumentException("expected a table from 0 to 2, got " + code);
  }
}
