package dev.dragoman.cli;

import dev.dragoman.checkpoint.ModelFolder;
import dev.dragoman.checkpoint.SavedModel;
import dev.dragoman.data.LineReader;
import dev.dragoman.history.HistoryException;
import dev.dragoman.report.Movement;
import dev.dragoman.report.ReportPage;
import dev.dragoman.report.ReportSource;
import dev.dragoman.report.TrainingLog;
import dev.dragoman.tensor.Workers;
import dev.dragoman.translate.Translator;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what lies in and beside a model folder and writes the page about it. */
final class ReportJob {
  private static final int MOST_SENTENCES = 10;
  private static final String METRICS = "metrics.jsonl";

  private final Path named;
  private final Path model;
  private final Path run;
  private final Optional<Path> text;

  /**
   * A report.
   *
   * @param named folder of a model or of a training run
   * @param text file of sentences to look at
   */
  ReportJob(Path named, Optional<Path> text) {
    this.named = named;
    this.model = Translator.locate(named);
    this.run = runFolder(named, model);
    this.text = text;
  }

  /** The folder with the log of the training: the one named, or the one around the model. */
  private static Path runFolder(Path named, Path model) {
    Path parent = model.toAbsolutePath().normalize().getParent();
    boolean inside = named.equals(model) && parent != null && Files.exists(parent.resolve(METRICS));
    return inside && parent != null ? parent : named;
  }

  /** Where the page goes if nobody says otherwise. */
  Path usualFile() {
    return named.resolve("report.html");
  }

  /** Writes the page. */
  void write(Path file) {
    SavedModel saved = ModelFolder.load(model);
    TrainingLog log = TrainingLog.read(run.resolve(METRICS));
    ReportSource source = ReportSource.of(name(), saved, log, movement(saved), sentences());
    try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
      WrittenFile.write(
          file, ReportPage.page(source, workers).html().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** A record that cannot be read is no reason to go without the rest of the page. */
  private Movement movement(SavedModel saved) {
    try {
      return HistoryOptions.history(model)
          .map(history ->
              new Movement(
                  HistoryOptions.sides(saved).stream()
                      .map(side -> HistoryOptions.of(history, saved, side))
                      .toList(),
                  Optional.empty()))
          .orElseGet(Movement::none);
    } catch (HistoryException | IllegalArgumentException wrong) {
      return new Movement(
          List.of(), Optional.of("The flight record cannot be used: " + wrong.getMessage()));
    }
  }

  private String name() {
    Path folder = run.toAbsolutePath().normalize().getFileName();
    return "Model " + (folder == null ? named : folder);
  }

  /** Those of the file that was named; else, where the run kept them, of the validation text. */
  private List<String> sentences() {
    if (text.isPresent()) {
      return lines(text.get());
    }
    Path heldOut = run.resolve("corpus").resolve("valid.tsv");
    return Files.isRegularFile(heldOut)
        ? lines(heldOut).stream().map(line -> line.split("\t", 2)[0]).toList()
        : List.of();
  }

  private static List<String> lines(Path file) {
    List<String> lines = new ArrayList<>();
    try (LineReader reader = LineReader.open(file, InputStream.nullInputStream())) {
      for (String line = reader.next();
          line != null && lines.size() < MOST_SENTENCES;
          line = reader.next()) {
        if (!line.isBlank()) {
          lines.add(line);
        }
      }
    }
    return lines;
  }
}
