package dev.dragoman.data;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a parallel corpus pair by pair, so that it may be larger than memory, and checks it: strict
 * UTF-8, as many lines on both sides, both columns on each line. Every problem is a {@link
 * CorpusException} whose message is one line for the user.
 */
public sealed interface CorpusReader extends AutoCloseable
    permits ParallelFilesReader, TabSeparatedReader {

  /**
   * Opens a corpus.
   *
   * @param source where it lies
   * @param standardInput what {@code -} stands for
   */
  static CorpusReader open(CorpusSource source, InputStream standardInput) {
    return switch (source) {
      case CorpusSource.ParallelFiles files -> ParallelFilesReader.open(files, standardInput);
      case CorpusSource.TabSeparatedFile tsv -> TabSeparatedReader.open(tsv, standardInput);
    };
  }

  /** How messages call the corpus. */
  String name();

  /** The next pair, or null after the last one; then the whole corpus has been checked. */
  @Nullable SentencePair next();

  /** Closes the files; standard input stays open. */
  @Override
  void close();

  /** Refuses a file that has ended without a line. */
  static void requireLines(LineReader reader) {
    if (reader.lineNumber() == 0) {
      throw new CorpusException(reader.name() + ": empty; expected one sentence a line");
    }
  }
}
