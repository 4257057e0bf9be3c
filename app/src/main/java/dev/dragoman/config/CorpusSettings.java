package dev.dragoman.config;

import dev.dragoman.settings.Setting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files with the sentences: two with a line per sentence each, or one with both in columns.
 *
 * @param source sentences to translate
 * @param target their translations, line by line
 * @param tsv both in one file, in place of {@code source} and {@code target}
 * @param sourceColumn column of the source in every TSV file, from 1
 * @param targetColumn column of the target in every TSV file, from 1
 * @param validSource sentences to validate with
 * @param validTarget their translations
 * @param validTsv both in one file
 * @param index folder for the index of the training pairs: tokens as numbers, from which a later
 *     training of the same files, text and filter settings starts at once. Without it an index is
 *     kept in the run's folder, and only where it is too large for memory
 */
public record CorpusSettings(
    @Setting(value = "Source sentences, one a line; .gz and - are understood", file = true)
        Optional<String> source,
    @Setting(value = "Target sentences, one a line", file = true) Optional<String> target,
    @Setting(value = "Both in one file, parted by tabs, in place of source and target", file = true)
        Optional<String> tsv,
    @Setting(value = "Column of the source in TSV files", min = 1) int sourceColumn,
    @Setting(value = "Column of the target in TSV files", min = 1) int targetColumn,
    @Setting(value = "Source sentences to validate with", file = true) Optional<String> validSource,
    @Setting(value = "Target sentences to validate with", file = true) Optional<String> validTarget,
    @Setting(value = "Both to validate with, parted by tabs", file = true)
        Optional<String> validTsv,
    @Setting("Folder that keeps the indexed corpus for later starts; if empty, the run's, if large")
        Optional<String> index) {

  /** Refuses half a pair of files, two corpora at once, and one column for both sides. */
  public CorpusSettings {
    requirePairOrTsv("source", source, "target", target, "tsv", tsv);
    requirePairOrTsv(
        "valid-source", validSource, "valid-target", validTarget, "valid-tsv", validTsv);
    if (sourceColumn == targetColumn) {
      throw new IllegalArgumentException(
          "source-column and target-column: expected two columns, got " + sourceColumn + " twice");
    }
  }

  private static void requirePairOrTsv(
      String sourceKey,
      Optional<String> source,
      String targetKey,
      Optional<String> target,
      String tsvKey,
      Optional<String> tsv) {
    if (tsv.isPresent() && (source.isPresent() || target.isPresent())) {
      throw new IllegalArgumentException(
          tsvKey
              + " stands in place of "
              + sourceKey
              + " and "
              + targetKey
              + "; give one or the other");
    }
    if (source.isPresent() != target.isPresent()) {
      String given = source.isPresent() ? sourceKey : targetKey;
      String missing = source.isPresent() ? targetKey : sourceKey;
      throw new IllegalArgumentException(given + " needs " + missing + " beside it: give both");
    }
  }

  /** No files; source in the first column, target in the second. */
  public static CorpusSettings defaults() {
    return new CorpusSettings(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1,
        2,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Whether there is anything to train on. */
  public boolean isGiven() {
    return source.isPresent() || tsv.isPresent();
  }

  /** Every file that is named. */
  public List<String> files() {
    return Stream.of(source, target, tsv, validSource, validTarget, validTsv)
        .flatMap(Optional::stream)
        .toList();
  }
}
