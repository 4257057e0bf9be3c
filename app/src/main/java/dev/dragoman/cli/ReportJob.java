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
import java.util.stream.IntStream;

/** Gathers what lies in and beside a model folder and writes the page about it. */
final class ReportJob {
  private static final int MOST_SENTENCES = 10;
  private static final int FEWEST_WORDS = 5;
  private static final int MOST_WORDS = 14;

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
  ReportJob(Path named, Optional<Path> text, ModelTextOptions corpus, Surroundings surroundings) {
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
      Learnt learnt = learnt(saved);
      ReportSource source =
          ReportSource.of(
              name(),
              saved,
              log,
              movement(saved),
              comparison(saved, learnt, workers),
              sentences(learnt));
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

  /**
   * The text that the model was trained on, or why it cannot be had.
   *
   * @param why nothing where there is a text
   */
  private record Learnt(Optional<TrainingText> text, String why) {}

  /**
   * Text that is not found is no reason to go without the rest of the page, unless it was named.
   */
  private Learnt learnt(SavedModel saved) {
    try {
      ModelTextOptions.Located located = corpus.locate(saved, model, surroundings);
      if (located.isStandardInput()) {
        return new Learnt(
            Optional.empty(), "the text that this model was trained on came from standard input");
      }
      surroundings.console().err().live("reading the corpus");
      return new Learnt(Optional.of(located.read()), "");
    } catch (ConfigurationException | CorpusException wrong) {
      if (corpus.isGiven()) {
        throw wrong;
      }
      return new Learnt(Optional.empty(), String.valueOf(wrong.getMessage()));
    }
  }

  private Comparison comparison(SavedModel saved, Learnt learnt, Workers workers) {
    if (learnt.text().isEmpty()) {
      return missing(learnt.why());
    }
    try {
      return new Word2VecComparison(
              saved,
              new KnownWords(List.of(), List.of()),
              new Word2VecComparison.Wishes(
                  List.of(), Optional.empty(), 1, MOST_WORDS_COMPARED, true),
              workers,
              surroundings.console().err())
          .of(learnt.text().get().train());
    } catch (IllegalArgumentException tooFewWords) {
      return new Comparison.Missing("The tables cannot be compared: " + tooFewWords.getMessage());
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

  /** Those of the file that was named; else some of the validation text. */
  private List<String> sentences(Learnt learnt) {
    if (text.isPresent()) {
      return lines(text.get(), MOST_SENTENCES);
    }
    Path heldOut = run.resolve("corpus").resolve("valid.tsv");
    if (Files.isRegularFile(heldOut)) {
      return some(
          lines(heldOut, Integer.MAX_VALUE).stream().map(line -> line.split("\t", 2)[0]).toList());
    }
    return some(
        learnt.text().stream()
            .flatMap(read -> read.validation().stream())
            .map(pair -> pair.text().source())
            .toList());
  }

  /** Some of all, evenly spread, neither very short nor so long that no map of them can be read. */
  private static List<String> some(List<String> all) {
    List<String> middling =
        all.stream()
            .filter(sentence -> {
              int words = sentence.split(" ").length;
              return words >= FEWEST_WORDS && words <= MOST_WORDS;
            })
            .toList();
    List<String> from = middling.size() < MOST_SENTENCES ? all : middling;
    int count = Math.min(MOST_SENTENCES, from.size());
    return IntStream.range(0, count)
        .mapToObj(i -> from.get((int) ((long) i * from.size() / count)))
        .toList();
  }

  private static List<String> lines(Path file, int most) {
    List<String> lines = new ArrayList<>();
    try (LineReader reader = LineReader.open(file, InputStream.nullInputStream())) {
      for (String line = reader.next(); line != null && lines.size() < most; line = reader.next()) {
        if (!line.isBlank()) {
          lines.add(line);
        }
      }
    }
    return lines;
  }
}
