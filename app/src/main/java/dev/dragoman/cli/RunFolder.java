package dev.dragoman.cli;

import dev.dragoman.report.TrainingLog;
import dev.dragoman.translate.Translator;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that a training left around its model. */
final class RunFolder {
  private static final String METRICS = "metrics.jsonl";

  private RunFolder() {}

  /** The folder with the log of the training: the one named, or the one around the model. */
  static Path of(Path named) {
    Path model = Translator.locate(named);
    Path parent = model.toAbsolutePath().normalize().getParent();
    boolean inside = named.equals(model) && parent != null && Files.exists(parent.resolve(METRICS));
    return inside && parent != null ? parent : named;
  }

  /** What the training logged; empty where it left nothing. */
  static TrainingLog log(Path named) {
    return TrainingLog.read(of(named).resolve(METRICS));
  }
}
