package dev.dragoman.settings;

/** A value that somebody gave for a key, and where. */
sealed interface Given {
  /** "train.toml, line 7" or "--training.epochs". */
  String place();

  /**
   * What errors say before the complaint: the place, and the key where the place does not say it.
   */
  String about(String key);

  /** The value as the type understands it. */
  Object as(ValueType type);

  /** From a file. */
  record InFile(String place, Object value) implements Given {
    @Override
    public String about(String key) {
      return place.isEmpty() ? key : place + ": " + key;
    }

    @Override
    public Object as(ValueType type) {
      return type.fromToml(value);
    }
  }

  /** From the command line. */
  record InFlag(String place, String text) implements Given {
    @Override
    public String about(String key) {
      return place;
    }

    @Override
    public Object as(ValueType type) {
      return type.fromFlag(text);
    }
  }
}
