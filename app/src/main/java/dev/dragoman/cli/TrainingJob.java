package dev.dragoman.cli;

import dev.dragoman.checkpoint.ModelFolder;
import dev.dragoman.checkpoint.Resumable;
import dev.dragoman.checkpoint.SavedModel;
import dev.dragoman.config.DataFolder;
import dev.dragoman.config.Experiment;
import dev.dragoman.data.IndexPlace;
import dev.dragoman.model.TableSide;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.training.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** {@code dragoman train}: reads the text, trains, says how it ended. */
final class TrainingJob {
  private final Experiment experiment;
  private final DataFolder data;
  private final Path folder;
  private final IndexPlace index;
  private final Console console;

  /**
   * A training.
   *
   * @param folder the run's folder
   * @param index where the index of the training corpus goes
   */
  TrainingJob(
      Experiment experiment, DataFolder data, Path folder, IndexPlace index, Console console) {
    this.experiment = experiment;
    this.data = data;
    this.folder = folder;
    this.index = index;
    this.console = console;
  }

  /** Trains from the beginning, or goes on from the last state in the folder. */
  void run(boolean resume) throws IOException {
    ModelFolder.requireSavable(TrainingRun.modelFolder(folder));
    ImportedTables imported = ImportedTables.read(experiment, data);
    TrainingRun run = resume ? resumed(imported) : fresh(imported, read(), folder);
    say(run.run(), folder);
  }

  /** Trains from the beginning, again with a mistake, and shows what that did. */
  void teach(Lesson lesson) throws IOException {
    ModelFolder.requireSavable(TrainingRun.modelFolder(folder));
    TutorialBug.requireSavable(folder);
    ImportedTables imported = ImportedTables.read(experiment, data);
    TrainingText text = read();
    switch (lesson) {
      case TUTORIAL_BUG ->
          new TutorialBug(experiment, text, folder, console.out())
              .run((given, into) -> trained(imported, given, into));
    }
  }

  /** Trains into a folder; the source table as it was before. */
  private Tensor trained(ImportedTables imported, TrainingText text, Path into) throws IOException {
    TrainingRun run = fresh(imported, text, into);
    Tensor start = run.model().table(TableSide.SOURCE).copy();
    say(run.run(), into);
    return start;
  }

  private TrainingRun fresh(ImportedTables imported, TrainingText text, Path into) {
    TrainingRun run = TrainingRun.begin(experiment, text, into, console.out());
    imported.fill(run.model(), text, console.out().terminal().width()).forEach(console.out()::line);
    imported.freeze(run.model(), text);
    return run;
  }

  private TrainingRun resumed(ImportedTables imported) {
    Path last = TrainingRun.lastFolder(folder);
    Resumable saved = ModelFolder.resume(last);
    TrainingText text = read();
    requireSameText(text, saved.model(), last);
    imported.freeze(saved.model().model(), text);
    return TrainingRun.resume(experiment, text, folder, console.out(), saved);
  }

  /** Another text has other words, or has them in another order of frequency. */
  private static void requireSameText(TrainingText text, SavedModel saved, Path last) {
    if (!text.source().tokens().equals(saved.source().vocabulary().tokens())
        || !text.target().tokens().equals(saved.target().vocabulary().tokens())) {
      throw new IllegalArgumentException(
          last
              + ": was trained on another text: the words of this corpus are not those of its"
              + " vocabularies; resume with the same files, or train anew");
    }
  }

  private TrainingText read() {
    ReadingLine line = new ReadingLine(console.err(), System::nanoTime);
    TrainingText text =
        new TextReader(experiment, data, console.in())
            .indexedIn(index)
            .telling(line)
            .read(Optional.empty());
    line.done();
    return text;
  }

  private void say(Trainer.Outcome outcome, Path into) {
    String why =
        switch (outcome.ending()) {
          case EPOCHS -> "all epochs are read";
          case UPDATES -> "the bound on updates is reached";
          case PATIENCE ->
              "no improvement for " + experiment.training().patience() + " validations";
        };
    console
        .out()
        .line(
            String.format(
                Locale.ROOT,
                "done: %s. The best model is of update %,d: %s",
                why,
                outcome.progress().bestUpdate(),
                TrainingRun.modelFolder(into)));
  }
}
