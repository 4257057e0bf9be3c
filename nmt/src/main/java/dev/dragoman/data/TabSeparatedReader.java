package dev.dragoman.data;

import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a file whose lines have source and target in columns separated by tabs. */
final class TabSeparatedReader implements CorpusReader {
  private final CorpusSource.TabSeparatedFile tsv;
  private final LineReader reader;

  private TabSeparatedReader(CorpusSource.TabSeparatedFile tsv, LineReader reader) {
    this.tsv = tsv;
    this.reader = reader;
  }

  static TabSeparatedReader open(CorpusSource.TabSeparatedFile tsv, InputStream standardInput) {
    return new TabSeparatedReader(tsv, LineReader.open(tsv.file(), standardInput));
  }

  @Override
  public String name() {
    return reader.name();
  }

  @Override
  public @Nullable SentencePair next() {
    String line = reader.next();
    if (line == null) {
      CorpusReader.requireLines(reader);
      return null;
    }
    return line.isBlank() ? new SentencePair("", "") : pair(line);
  }

  private SentencePair pair(String line) {
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

  @Override
  public void close() {
    reader.close();
  }
}
