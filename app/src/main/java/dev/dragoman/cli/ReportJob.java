package dev.dragoman.cli;

import dev.dragoman.checkpoint.ModelFolder;
import dev.dragoman.checkpoint.SavedModel;
import dev.dragoman.data.CorpusException;
import dev.dragoman.data.LineReader;
import dev.dragoman.history.HistoryException;
import dev.dragoman.report.Comparison;
import dev.dragoman.report.Movement;
import dev.dragoman.report.ReportPage;
import dev.dragoman.report.ReportSource;
import dev.dragoman.report.TrainingLog;
import dev.dragoman.settings.ConfigurationException;
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

  /** So many that a report of a large corpus takes seconds, not hours. */
  private static final long MOST_WORDS_COMPARED = 2_000_000;

  private final Path named;
  private final Path model;
  private final Path run;
  private final Optional<Path> text;
  private final ModelTextOptions corpus;
  private final Surroundings surroundings;

  /**
   * A report.
   *
   * @param named folder of a model or of a training run
   * @param text file of sentences to look at
   * @param corpus where the text lies that the model was trained on
   */
  ReportJob(
      Path named, Optional<Path> text, ModelTextOptions corpus, Surroundings surroundings) {
    this.corpus = corpus;
    this.surroundings = surroundings;
    this.named = named;
    this.model = Translator.locate(named);
    this.run = RunFolder.of(named);
    this.text = text;
  }

  /** Where the page goes if nobody says otherwise. */
  Path usualFile() {
    return named.resolve("report.html");
  }

  /** Writes the page. */
  void write(Path file) {
    SavedModel saved = ModelFolder.load(model);
    TrainingLog log = RunFolder.log(named);
    try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
      ReportSource source =
          ReportSource.of(
              name(), saved, log, movement(saved), comparison(saved, workers), sentences());
      surroundings.console().err().live("the pages of the report");
      WrittenFile.write(
          file, ReportPage.page(source, workers).html().getBytes(StandardCharsets.UTF_8));
      surroundings.console().err().clearLive();
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
                  HistoryOptions.tooOld(history, saved),
                  Optional.empty()))
          .orElseGet(Movement::none);
    } catch (HistoryException | IllegalArgumentException wrong) {
      return new Movement(
          List.of(),
          Optional.empty(),
          Optional.of("The flight record cannot be used: " + wrong.getMessage()));
    }
  }

  /** Text that is not found is no reason to go without the rest of the page, unless it was named. */
  private Comparison comparison(SavedModel saved, Workers workers) {
    try {
      ModelTextOptions.Located located = corpus.locate(saved, model, surroundings);
      if (located.isStandardInput()) {
        return missing("the text that this model was trained on came from standard input");
      }
      surroundings.console().err().live("reading the corpus");
      return new Word2VecComparison(
              saved,
              new KnownWords(List.of(), List.of()),
              new Word2VecComparison.Wishes(
                  List.of(), Optional.empty(), 1, MOST_WORDS_COMPARED, true),
              workers,
              surroundings.console().err())
          .of(located.read().train());
    } catch (ConfigurationException | CorpusException | IllegalArgumentException wrong) {
      if (corpus.isGiven()) {
        throw wrong;
      }
      return missing(String.valueOf(wrong.getMessage()));
    }
  }

  private static Comparison missing(String why) {
    return new Comparison.Missing(
        "For this, word2vec reads the text that the model was trained on, and that cannot be had: "
            + why
            + ". Say where it lies: dragoman report DIR --data FOLDER, or --tsv F, or --source F and"
            + " --target F.");
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
