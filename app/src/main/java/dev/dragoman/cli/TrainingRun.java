package dev.dragoman.cli;

import dev.dragoman.checkpoint.ModelFolder;
import dev.dragoman.checkpoint.Progress;
import dev.dragoman.checkpoint.Resumable;
import dev.dragoman.checkpoint.SavedModel;
import dev.dragoman.checkpoint.Side;
import dev.dragoman.checkpoint.TrainingState;
import dev.dragoman.checkpoint.TrainingSummary;
import dev.dragoman.config.Experiment;
import dev.dragoman.data.Batch;
import dev.dragoman.data.Batcher;
import dev.dragoman.data.TokenizedPair;
import dev.dragoman.grammar.GeneratedPair;
import dev.dragoman.model.Seq2Seq;
import dev.dragoman.search.SearchSettings;
import dev.dragoman.tensor.Workers;
import dev.dragoman.text.Tokenizer;
import dev.dragoman.training.Trainer;
import dev.dragoman.training.TrainingListener;
import dev.dragoman.training.Validator;
import dev.dragoman.translate.TranslationModel;
import dev.dragoman.translate.Translator;
import dev.dragoman.vocab.Specials;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/**
 * One training from text to model folder. A run folder holds:
 *
 * <pre>
 *   model/          the best model so far: what translates
 *   last/           the last model with the optimiser's state: what --resume goes on from
 *   metrics.jsonl   an event a line
 *   embeddings.history   what every embedding did, if that was asked for
 *   corpus/         pairs that were held out for validation and test, if any were
 *   corpus/train.index   the index of a training corpus that is too large for memory
 * </pre>
 */
final class TrainingRun {
  private static final int TRANSLATION_BATCH = 32;

  private final Experiment experiment;
  private final TrainingText text;
  private final Path folder;
  private final Output output;
  private final Tokenizer tokenizer;
  private final Seq2Seq model;
  private final @Nullable TrainingState resumed;
  private List<GeneratedPair> aligned = List.of();

  private TrainingRun(
      Experiment experiment,
      TrainingText text,
      Path folder,
      Output output,
      Seq2Seq model,
      @Nullable TrainingState resumed) {
    this.experiment = experiment;
    this.text = text;
    this.folder = folder;
    this.output = output;
    this.model = model;
    this.resumed = resumed;
    this.tokenizer = Tokenizer.of(experiment.text());
  }

  /** A run from the beginning. */
  static TrainingRun begin(Experiment experiment, TrainingText text, Path folder, Output output) {
    Seq2Seq model =
        new Seq2Seq(
            experiment.model(),
            text.source().size(),
            text.target().size(),
            Specials.PAD,
            RandomGeneratorFactory.of("L64X128MixRandom").create(experiment.training().seed()));
    return new TrainingRun(experiment, text, folder, output, model, null);
  }

  /** A run that goes on from a saved state; the text is encoded with the saved vocabularies. */
  static TrainingRun resume(
      Experiment experiment, TrainingText text, Path folder, Output output, Resumable saved) {
    return new TrainingRun(experiment, text, folder, output, saved.model().model(), saved.state());
  }

  /** Where the last state of a run lies. */
  static Path lastFolder(Path folder) {
    return folder.resolve("last");
  }

  /** Where the best model of a run lies. */
  static Path modelFolder(Path folder) {
    return folder.resolve("model");
  }

  /** Where the index of a run's training corpus lies if it is too large for memory. */
  static Path indexFolder(Path folder) {
    return folder.resolve("corpus").resolve("train.index");
  }

  /**
   * Compares attention with the known alignments of these pairs while it trains; the attention of
   * the first one is logged.
   */
  TrainingRun watchingAlignments(List<GeneratedPair> pairs) {
    aligned = List.copyOf(pairs);
    return this;
  }

  /** The model, as it is now. */
  Seq2Seq model() {
    return model;
  }

  /**
   * Trains to the end; shows the bill first. Nothing is written before everything is known to fit
   * together.
   */
  Trainer.Outcome run() throws IOException {
    ModelFolder.requireSavable(modelFolder(folder));
    ModelFolder.requireSavable(lastFolder(folder));
    Listeners listeners = new Listeners();
    Trainer trainer = trainer(listeners);
    try (Recording recording = new Recording(experiment, text, model, folder, updatesMade())) {
      prepareFolder();
      return run(trainer, listeners, recording);
    }
  }

  private long updatesMade() {
    return resumed == null ? 0 : resumed.progress().updates();
  }

  private Trainer.Outcome run(Trainer trainer, Listeners listeners, Recording recording)
      throws IOException {
    try (MetricsLog log = MetricsLog.open(folder.resolve("metrics.jsonl"), resumed != null)) {
      Bill.lines(experiment, text, model, trainer.expectedUpdates()).forEach(output::line);
      recording.bill(trainer.expectedUpdates()).forEach(output::line);
      trainer.recordWith(recording.begin(resumed != null));
      LiveLine live = new LiveLine(output, System::nanoTime, java.time.Duration.ofSeconds(10));
      listeners.all = new ArrayList<>();
      listeners.all.add(log);
      listeners.all.add(
          new TrainingProgress(
              output, live, trainer.expectedUpdates(), experiment.training().epochs()));
      if (!aligned.isEmpty()) {
        listeners.all.add(new AlignmentWatch(translationModel(), aligned, log, output));
      } else if (experiment.recorder().isOn()) {
        AttentionWatch.over(translationModel(), text.validation(), log)
            .ifPresent(listeners.all::add);
      }
      return trainer.run();
    }
  }

  private Trainer trainer(TrainingListener listener) {
    Trainer trainer =
        new Trainer(
            model,
            experiment.training(),
            new Batcher(text.encodedTrain(), experiment.batch()),
            validator(),
            new Keeping(),
            listener);
    if (resumed != null) {
      trainer.resume(resumed);
    }
    return trainer;
  }

  private void prepareFolder() {
    try {
      Files.createDirectories(folder);
      writeHeldOut();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private void writeHeldOut() throws IOException {
    if (text.validationReport().isEmpty()) {
      writePairs(folder.resolve("corpus").resolve("valid.tsv"), text.validation());
      if (!text.test().isEmpty()) {
        writePairs(folder.resolve("corpus").resolve("test.tsv"), text.test());
      }
    }
  }

  private static void writePairs(Path file, List<TokenizedPair> pairs) throws IOException {
    Files.createDirectories(file.getParent());
    try (BufferedWriter lines = Files.newBufferedWriter(file)) {
      for (TokenizedPair pair : pairs) {
        lines.write(oneField(pair.text().source()));
        lines.write('\t');
        lines.write(oneField(pair.text().target()));
        lines.write('\n');
      }
    }
  }

  private static String oneField(String text) {
    return text.replace('\t', ' ');
  }

  private Validator validator() {
    List<Batch> batches = new ArrayList<>();
    new Batcher(text.encodedValidation(), experiment.batch()).inOrder().forEach(batches::add);
    List<TokenizedPair> translated =
        evenly(text.validation(), experiment.training().bleuSentences());
    SearchSettings greedy =
        experiment
            .search()
            .settings()
            .withBeamSize(1)
            .withKeepAttention(false)
            .withKeepScores(false);
    return new Validator(
        model,
        batches,
        translated.stream().map(pair -> pair.text().source()).toList(),
        translated.stream().map(pair -> tokenizer.detokenize(pair.target())).toList(),
        (sentences, workers) ->
            translate(new Translator(translationModel(), greedy), sentences, workers));
  }

  private TranslationModel translationModel() {
    return new TranslationModel(model, tokenizer, tokenizer, text.source(), text.target());
  }

  private static List<String> translate(
      Translator translator, List<String> sentences, Workers workers) {
    return translator.translateAll(sentences, TRANSLATION_BATCH, workers).stream()
        .map(found -> found.getFirst().text())
        .toList();
  }

  /** {@code count} pairs, evenly spread over all. */
  static List<TokenizedPair> evenly(List<TokenizedPair> pairs, int count) {
    int taken = Math.min(count, pairs.size());
    List<TokenizedPair> some = new ArrayList<>();
    for (int i = 0; i < taken; i++) {
      some.add(pairs.get((int) ((long) i * pairs.size() / taken)));
    }
    return some;
  }

  /** Passes events on to those who listen since the run began. */
  private static final class Listeners implements TrainingListener {
    private List<TrainingListener> all = List.of();

    @Override
    public void updated(Update update) {
      all.forEach(listener -> listener.updated(update));
    }

    @Override
    public void validated(Validation validation) {
      all.forEach(listener -> listener.validated(validation));
      collectGarbage();
    }

    /**
     * The collector lets the heap grow rather than look at its old part. A validation leaves what
     * it translated with behind, and the updates before it what happened to live during short
     * collections: without this a training of half an hour ends at several times the memory.
     */
    private static void collectGarbage() {
      System.gc();
    }
  }

  /** Saves the best and the last model. */
  private final class Keeping implements Trainer.Keeper {
    @Override
    public void best(Progress progress, TrainingListener.Validation validation) {
      ModelFolder.save(modelFolder(folder), saved(validation));
    }

    @Override
    public void last(TrainingState state, TrainingListener.@Nullable Validation validation) {
      ModelFolder.save(lastFolder(folder), saved(validation), state);
    }

    private SavedModel saved(TrainingListener.@Nullable Validation validation) {
      Side source = new Side(experiment.text(), text.source());
      Side target = new Side(experiment.text(), text.target());
      return new SavedModel(
          model, source, target, Experiment.settings().toToml(experiment), summary(validation));
    }

    private TrainingSummary summary(TrainingListener.@Nullable Validation validation) {
      if (validation == null) {
        return TrainingSummary.untrained(experiment.training().seed());
      }
      return new TrainingSummary(
          experiment.training().seed(),
          validation.epoch(),
          validation.update(),
          Optional.of(validation.loss()),
          Double.isNaN(validation.bleu()) ? Optional.empty() : Optional.of(validation.bleu()),
          Optional.empty());
    }
  }
}
