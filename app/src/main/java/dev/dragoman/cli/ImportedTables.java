package dev.dragoman.cli;

import dev.dragoman.config.DataFolder;
import dev.dragoman.config.Experiment;
import dev.dragoman.config.VectorSettings;
import dev.dragoman.inspect.ImportedVectors;
import dev.dragoman.model.Seq2Seq;
import dev.dragoman.model.TableSide;
import dev.dragoman.settings.ConfigurationException;
import dev.dragoman.vocab.Vocabulary;
import dev.dragoman.word2vec.WordVectorFiles;
import dev.dragoman.word2vec.WordVectors;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The vectors that an experiment's embedding tables begin with, read from their files. */
final class ImportedTables {
  private final boolean freeze;
  private final Map<TableSide, ImportedVectors> tables = new EnumMap<>(TableSide.class);

  private ImportedTables(boolean freeze) {
    this.freeze = freeze;
  }

  /** Reads the files that the experiment names, if any, and checks that they fit its model. */
  static ImportedTables read(Experiment experiment, DataFolder data) {
    VectorSettings settings = experiment.vectors();
    if (experiment.model().shareEmbeddings() && settings.target().isPresent()) {
      throw new ConfigurationException(
          "vectors.target: source and target share one table; give the vectors of both as vectors.source");
    }
    ImportedTables tables = new ImportedTables(settings.freeze());
    tables.add(TableSide.SOURCE, settings.source(), experiment, data);
    tables.add(TableSide.TARGET, settings.target(), experiment, data);
    return tables;
  }

  private void add(TableSide side, Optional<String> name, Experiment experiment, DataFolder data) {
    if (name.isPresent()) {
      WordVectors vectors = WordVectorFiles.read(data.existingVectors(name.get()));
      ImportedVectors imported = new ImportedVectors(name.get(), vectors);
      imported.requireSize(experiment.model().embeddingSize());
      tables.put(side, imported);
    }
  }

  /** Writes the vectors into a new model's tables; returns what to say about it in that width. */
  List<String> fill(Seq2Seq model, TrainingText text, int width) {
    List<String> lines = new ArrayList<>();
    tables.forEach((side, imported) -> {
      String name = side.name().toLowerCase(Locale.ROOT) + " vectors";
      lines.addAll(
          CoverageLines.of(name, imported.fill(model, side, vocabulary(text, side)), width));
    });
    if (freeze) {
      lines.add(
          String.format(Locale.ROOT, "%-14s those vectors stay as they are; the others learn", ""));
    }
    return lines;
  }

  /** Keeps training from moving them, if that was asked for. */
  void freeze(Seq2Seq model, TrainingText text) {
    if (freeze) {
      tables.forEach((side, imported) -> imported.freeze(model, side, vocabulary(text, side)));
    }
  }

  private static Vocabulary vocabulary(TrainingText text, TableSide side) {
    return side == TableSide.SOURCE ? text.source() : text.target();
  }
}
