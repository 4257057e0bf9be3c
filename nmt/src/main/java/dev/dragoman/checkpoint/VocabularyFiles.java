package dev.dragoman.checkpoint;

import dev.dragoman.model.Seq2Seq;
import dev.dragoman.vocab.Vocabulary;
import dev.dragoman.vocab.VocabularyException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The vocabularies of a folder: {@code source.vocab} and {@code target.vocab}, or {@code
 * shared.vocab} for both.
 *
 * @param source of the language that is read
 * @param target of the language that is written; the same object where there is one file
 */
record VocabularyFiles(Vocabulary source, Vocabulary target) {
  static final String SOURCE = "source.vocab";
  static final String TARGET = "target.vocab";
  static final String SHARED = "shared.vocab";

  static Map<String, FileContent> contents(SavedModel model) {
    Map<String, FileContent> files = new LinkedHashMap<>();
    if (model.hasOneVocabulary()) {
      files.put(SHARED, FileContent.of(model.source().vocabulary().toText()));
    } else {
      files.put(SOURCE, FileContent.of(model.source().vocabulary().toText()));
      files.put(TARGET, FileContent.of(model.target().vocabulary().toText()));
    }
    return files;
  }

  static VocabularyFiles read(OpenFolder folder) throws IOException {
    if (folder.has(SHARED)) {
      Vocabulary shared = read(folder, SHARED);
      return new VocabularyFiles(shared, shared);
    }
    return new VocabularyFiles(read(folder, SOURCE), read(folder, TARGET));
  }

  private static Vocabulary read(OpenFolder folder, String name) throws IOException {
    try {
      return Vocabulary.parse(folder.path(name).toString(), folder.bytes(name));
    } catch (VocabularyException e) {
      throw new CheckpointException(e.getMessage() + Hint.DAMAGED, e);
    }
  }

  private boolean areShared() {
    return source == target;
  }

  /** Fails where a table of embeddings has not one row for each token. */
  void checkAgainst(Path weights, Map<String, StoredTensor> stored) {
    String sourceName = areShared() ? SHARED : SOURCE;
    String targetName = areShared() ? SHARED : TARGET;
    checkRows(weights, sourceName, source, stored.get(Seq2Seq.SOURCE_EMBEDDING));
    checkRows(weights, targetName, target, stored.get(Seq2Seq.TARGET_EMBEDDING));
    checkRows(weights, sourceName, source, stored.get(Seq2Seq.SHARED_EMBEDDING));
    checkRows(weights, targetName, target, stored.get(Seq2Seq.SHARED_EMBEDDING));
  }

  private static void checkRows(
      Path weights, String name, Vocabulary vocabulary, @Nullable StoredTensor table) {
    if (table != null && table.shape().rows() != vocabulary.size()) {
      throw CheckpointException.about(
          weights.resolveSibling(name),
          "has %d tokens, but the table %s in %s has %d rows; these files are of two models%s"
              .formatted(
                  vocabulary.size(),
                  table.name(),
                  weights.getFileName(),
                  table.shape().rows(),
                  Hint.DAMAGED));
    }
  }
}
