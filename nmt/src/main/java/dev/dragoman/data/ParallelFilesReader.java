package dev.dragoman.data;

import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads two files whose lines translate each other. */
final class ParallelFilesReader implements CorpusReader {
  private final CorpusSource.ParallelFiles files;
  private final LineReader sources;
  private final LineReader targets;

  private ParallelFilesReader(
      CorpusSource.ParallelFiles files, LineReader sources, LineReader targets) {
    this.files = files;
    this.sources = sources;
    this.targets = targets;
  }

  static ParallelFilesReader open(CorpusSource.ParallelFiles files, InputStream standardInput) {
    LineReader sources = LineReader.open(files.source(), standardInput);
    try {
      return new ParallelFilesReader(
          files, sources, LineReader.open(files.target(), standardInput));
    } catch (CorpusException e) {
      try (sources) {
        throw e;
      }
    }
  }

  @Override
  public String name() {
    return files.name();
  }

  @Override
  public @Nullable SentencePair next() {
    String source = sources.next();
    String target = targets.next();
    if (source != null && target != null) {
      return new SentencePair(source, target);
    }
    CorpusReader.requireLines(sources);
    CorpusReader.requireLines(targets);
    long sourceLines = sources.lineNumber() + linesLeft(sources);
    long targetLines = targets.lineNumber() + linesLeft(targets);
    if (sourceLines != targetLines) {
      throw new CorpusException(
          String.format(
              Locale.ROOT,
              "%s has %,d lines but %s has %,d; the files must translate each other line by line",
              files.source(),
              sourceLines,
              files.target(),
              targetLines));
    }
    return null;
  }

  private static long linesLeft(LineReader reader) {
    long lines = 0;
    while (reader.next() != null) {
      lines++;
    }
    return lines;
  }

  @Override
  public void close() {
    try (sources) {
      targets.close();
    }
  }
}
