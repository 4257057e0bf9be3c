package dev.dragoman.cli;

import dev.dragoman.history.History;
import dev.dragoman.report.TrainingLog;
import dev.dragoman.translate.Translator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The folder that a training left around its model. */
final class RunFolder {
  private static final String METRICS = "metrics.jsonl";

  /** What trainings and reports write, and what people put beside it. */
  private static final Set<String> USUAL =
      Set.of("model", "last", "corpus", "tutorial-bug", "report.html", METRICS, History.FILE_NAME);

  private static final int SHOWN = 3;

  private RunFolder() {}

  /** Some names of what lies in a folder and no training writes; logs and hidden files may. */
  static List<String> foreignTo(Path run) {
    if (!Files.isDirectory(run)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(run)) {
      List<String> foreign =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(
                  name -> !USUAL.contains(name) && !name.startsWith(".") && !name.endsWith(".log"))
              .sorted()
              .toList();
      return foreign.size() <= SHOWN
          ? foreign
          : Stream.concat(foreign.stream().limit(SHOWN), Stream.of("…")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(run + ": cannot be read: " + e.getMessage(), e);
    }
  }

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
