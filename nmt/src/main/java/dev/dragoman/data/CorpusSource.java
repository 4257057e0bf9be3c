package dev.dragoman.data;

import java.nio.file.Path;

/**
 * Where a parallel corpus lies. A file may be compressed with gzip, and {@code -} is standard
 * input.
 */
public sealed interface CorpusSource {

  /** Standard input in place of a file. */
  Path STANDARD_INPUT = Path.of("-");

  /** How messages name the corpus. */
  String name();

  /**
   * Two files whose lines translate each other.
   *
   * @param source one sentence a line
   * @param target the translation of each on the same line
   */
  record ParallelFiles(Path source, Path target) implements CorpusSource {

    /** Checks that standard input is asked for once at most. */
    public ParallelFiles {
      if (source.equals(STANDARD_INPUT) && target.equals(STANDARD_INPUT)) {
        throw new CorpusException(
            "source and target are both '-': standard input can be only one of them; for pairs on"
                + " one input use a TSV");
      }
    }

    @Override
    public String name() {
      return source + " and " + target;
    }
  }

  /**
   * One file whose lines have columns separated by tabs. Further columns are ignored.
   *
   * @param file the file
   * @param sourceColumn which column is the source, counted from 1
   * @param targetColumn which column is the target, counted from 1
   */
  record TabSeparatedFile(Path file, int sourceColumn, int targetColumn) implements CorpusSource {

    /** Checks the columns. */
    public TabSeparatedFile {
      if (sourceColumn < 1 || targetColumn < 1) {
        throw new CorpusException(
            file
                + ": columns are counted from 1, got source column "
                + sourceColumn
                + " and target column "
                + targetColumn);
      }
      if (sourceColumn == targetColumn) {
        throw new CorpusException(
            file + ": source and target are both column " + sourceColumn + "; name two columns");
      }
    }

    @Override
    public String name() {
      return file.toString();
    }
  }
}
