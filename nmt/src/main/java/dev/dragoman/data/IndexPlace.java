package dev.dragoman.data;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the index of a corpus goes, and whether it stays there for the next start.
 *
 * @param folder the index's own folder; empty where none is kept or looked for
 * @param keep what is kept
 */
public record IndexPlace(Optional<Path> folder, Keep keep) {

  /** Which indexes are kept. */
  public enum Keep {
    /** Every one. */
    ALWAYS,
    /** One that is too large for memory. */
    WHERE_LARGE,
    /** None; one that is there is used all the same. */
    NEVER
  }

  /** Refuses to keep an index nowhere. */
  public IndexPlace {
    if (folder.isEmpty() && keep != Keep.NEVER) {
      throw new IllegalArgumentException("an index that is kept needs a folder, got none");
    }
  }

  /** Kept in a folder, however small. */
  public static IndexPlace keptIn(Path folder) {
    return new IndexPlace(Optional.of(folder), Keep.ALWAYS);
  }

  /** Kept in a folder if it is too large for memory. */
  public static IndexPlace whereLarge(Path folder) {
    return new IndexPlace(Optional.of(folder), Keep.WHERE_LARGE);
  }

  /** Used if it is there already; a new one is not kept. */
  public static IndexPlace onlyRead(Path folder) {
    return new IndexPlace(Optional.of(folder), Keep.NEVER);
  }

  /** In memory, or in a temporary folder if it is too large for that. */
  public static IndexPlace nowhere() {
    return new IndexPlace(Optional.empty(), Keep.NEVER);
  }
}
