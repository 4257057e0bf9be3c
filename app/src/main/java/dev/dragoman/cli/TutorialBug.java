package dev.dragoman.cli;

import dev.dragoman.checkpoint.ModelFolder;
import dev.dragoman.config.Experiment;
import dev.dragoman.data.BatchSettings;
import dev.dragoman.data.EncodedPairs;
import dev.dragoman.data.PaddingAsWords;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.tensor.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * {@code dragoman train --teach tutorial-bug}: trains the model as always, then a twin from the
 * same random numbers on the same sentences with padding trained as a word, and says what became of
 * both.
 */
final class TutorialBug {
  private final Experiment experiment;
  private final TrainingText text;
  private final Path folder;
  private final Output output;

  /** One training from its beginning to its end. */
  @FunctionalInterface
  interface Training {
    /**
     * Trains on a text.
     *
     * @return the source table [V, E] as it was before the first update
     */
    Tensor train(TrainingText text, Path folder) throws IOException;
  }

  /**
   * A lesson.
   *
   * @param folder of the correct model's run; the twin's lies in it
   */
  TutorialBug(Experiment experiment, TrainingText text, Path folder, Output output) {
    this.experiment = experiment;
    this.text = text;
    this.folder = folder;
    this.output = output;
  }

  /** Where the twin's run goes. */
  static Path twinFolder(Path folder) {
    return folder.resolve(new LessonWord().word(Lesson.TUTORIAL_BUG));
  }

  /** Refuses folders that hold something else, before any work. */
  static void requireSavable(Path folder) {
    ModelFolder.requireSavable(TrainingRun.modelFolder(twinFolder(folder)));
    ModelFolder.requireSavable(TrainingRun.lastFolder(twinFolder(folder)));
  }

  /** Trains both and compares them. */
  void run(Training training) throws IOException {
    PaddingAsWords padding = PaddingAsWords.covering(text.encodedTrain());
    TrainingText mistaken = mistaken(padding);
    Path twin = twinFolder(folder);
    say(
        "Lesson tutorial-bug: what becomes of a model whose padding is trained as a word, as"
            + " PyTorch's translation tutorial did when this was written. Two trainings follow, with"
            + " the same settings, sentences and first weights.");
    say(cost(mistaken));
    head("1 of 2: the correct model, in " + folder);
    Tensor start = training.train(text, folder);
    head("2 of 2: its twin with the bug, in " + twin);
    say(bug(padding));
    output.line("");
    training.train(mistaken, twin);
    head("What came of it");
    try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
      TutorialBugFindings findings =
          TutorialBugFindings.measure(folder, twin, text, start, padding, workers);
      new TutorialBugLines(findings, share(mistaken), output.terminal().width())
          .lines()
          .forEach(output::line);
    }
  }

  private TrainingText mistaken(PaddingAsWords padding) {
    return text.withIds(padding.fill(text.encodedTrain()), padding.fill(text.encodedValidation()));
  }

  /** The share of the target positions that are padding: of the words that the loss counts. */
  private double share(TrainingText mistaken) {
    return 1 - (double) text.encodedTrain().targetTokens() / mistaken.encodedTrain().targetTokens();
  }

  private String cost(TrainingText mistaken) {
    long correct = positions(text.encodedTrain());
    long filled = positions(mistaken.encodedTrain());
    String told =
        text(
            "The second one reads and writes the padding too: %,d positions an epoch in place of"
                + " %,d, so expect it to take about %.1f times as long.",
            filled, correct, (double) filled / correct);
    return experiment.batch().unit() == BatchSettings.Unit.TOKENS
        ? told + " Batches are measured in tokens, so it makes more updates of fewer sentences."
        : told;
  }

  private static long positions(EncodedPairs pairs) {
    return pairs.sourceTokens() + pairs.targetTokens();
  }

  private static String bug(PaddingAsWords padding) {
    return text(
        "Every source is filled up to %,d positions and every target to %,d (99 %% of the sentences"
            + " have room; longer ones stay as they are) with <s>, which is a word like any other."
            + " Encoder, attention and loss are not told. The losses and perplexities below count"
            + " that padding; BLEU and samples are translated without any.",
        padding.sourceLength(), padding.targetLength());
  }

  private void head(String title) {
    output.line("");
    output.line("== " + title);
    output.line("");
  }

  private void say(String sentences) {
    Columns.wrapped(sentences, output.terminal().width()).forEach(output::line);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
