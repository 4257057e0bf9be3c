package dev.dragoman.data;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A parallel corpus: sentences and their translations, as they were read.
 *
 * @param name how messages call it
 * @param pairs the pairs in the order of the file
 */
public record Corpus(String name, List<SentencePair> pairs) {

  /** Copies the list. */
  public Corpus {
    pairs = List.copyOf(pairs);
  }

  /**
   * Reads and checks a whole corpus: strict UTF-8, as many lines on both sides, both columns on
   * each line.
   *
   * @param source where it lies
   * @param standardInput what {@code -} stands for
   * @throws CorpusException if it cannot be used; the message is one line for the user
   */
  public static Corpus read(CorpusSource source, InputStream standardInput) {
    return switch (source) {
      case CorpusSource.ParallelFiles files -> readFiles(files, standardInput);
      case CorpusSource.TabSeparatedFile tsv -> readColumns(tsv, standardInput);
    };
  }

  private static Corpus readFiles(CorpusSource.ParallelFiles files, InputStream standardInput) {
    List<String> sources = readLines(files.source(), standardInput);
    List<String> targets = readLines(files.target(), standardInput);
    if (sources.size() != targets.size()) {
      throw new CorpusException(
          String.format(
              Locale.ROOT,
              "%s has %,d lines but %s has %,d; the files must translate each other line by line",
              files.source(),
              sources.size(),
              files.target(),
              targets.size()));
    }
    List<SentencePair> pairs = new ArrayList<>(sources.size());
    for (int i = 0; i < sources.size(); i++) {
      pairs.add(new SentencePair(sources.get(i), targets.get(i)));
    }
    return new Corpus(files.name(), pairs);
  }

  private static List<String> readLines(Path file, InputStream standardInput) {
    try (LineReader reader = LineReader.open(file, standardInput)) {
      List<String> lines = reader.readAll();
      requireLines(reader);
      return lines;
    }
  }

  private static Corpus readColumns(CorpusSource.TabSeparatedFile tsv, InputStream standardInput) {
    try (LineReader reader = LineReader.open(tsv.file(), standardInput)) {
      List<SentencePair> pairs = new ArrayList<>();
      for (String line = reader.next(); line != null; line = reader.next()) {
        pairs.add(line.isBlank() ? new SentencePair("", "") : pair(line, tsv, reader));
      }
      requireLines(reader);
      return new Corpus(reader.name(), pairs);
    }
  }

  private static SentencePair pair(
      String line, CorpusSource.TabSeparatedFile tsv, LineReader reader) {
    String[] columns = line.split("\t", -1);
    int needed = Math.max(tsv.sourceColumn(), tsv.targetColumn());
    if (columns.length < needed) {
      throw new CorpusException(
          String.format(
              Locale.ROOT,
              "%s, line %d: expected at least %d columns separated by tabs, got %d; are the source"
                  + " and target columns (%d and %d) right?",
              reader.name(),
              reader.lineNumber(),
              needed,
              columns.length,
              tsv.sourceColumn(),
              tsv.targetColumn()));
    }
    return new SentencePair(columns[tsv.sourceColumn() - 1], columns[tsv.targetColumn() - 1]);
  }

  private static void requireLines(LineReader reader) {
    if (reader.lineNumber() == 0) {
      throw new CorpusException(reader.name() + ": empty; expected one sentence a line");
    }
  }
}
