package dev.dragoman.data;

/** The columns of a {@link CorpusIndex}; each is a file where the index lies in a folder. */
enum IndexColumn {
  /** The tokens of all sources as numbers, 4 bytes each; no EOS. */
  SOURCE_IDS("source.ids"),
  /** The tokens of all targets likewise, with the same numbers. */
  TARGET_IDS("target.ids"),
  /** The pairs as they stand in the corpus: length of the source in bytes, source, target. */
  TEXT("text"),
  /** A {@link PairPlace} for each pair and one for their end. */
  PAIRS("pairs"),
  /** Each token by its number: its length in UTF-16 units, then those. */
  TOKENS("tokens");

  private final String fileName;

  IndexColumn(String fileName) {
    this.fileName = fileName;
  }

  String fileName() {
    return fileName;
  }
}
