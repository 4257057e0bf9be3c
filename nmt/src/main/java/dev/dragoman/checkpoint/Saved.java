package dev.dragoman.checkpoint;

import dev.dragoman.model.ModelSettings;
import dev.dragoman.settings.Setting;
import dev.dragoman.text.TextSettings;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * The section {@code [saved]} of {@code model.toml}: what reading the other files needs to know. It
 * repeats some of the experiment's settings, so that a model stays loadable when experiments come
 * to be written differently.
 *
 * @param format of the folder
 * @param source how source text becomes tokens
 * @param target how target text becomes tokens
 * @param model what the model is made of
 * @param training how it was trained
 */
record Saved(
    @Setting(value = "Format of this folder", min = 1) int format,
    @Setting("How source text becomes tokens") TextSettings source,
    @Setting("How target text becomes tokens") TextSettings target,
    @Setting("What the model is made of") ModelSettings model,
    @Setting("How it was trained") Training training) {

  static Saved of(SavedModel model) {
    return new Saved(
        Manifest.FORMAT,
        model.source().text(),
        model.target().text(),
        model.model().settings(),
        Training.of(model.training()));
  }

  static Saved defaults() {
    return new Saved(
        Manifest.FORMAT,
        TextSettings.defaults(),
        TextSettings.defaults(),
        ModelSettings.defaults(),
        Training.of(TrainingSummary.untrained(0)));
  }

  /** {@link TrainingSummary} in types that a TOML file has. */
  record Training(
      @Setting("What all randomness came from") long seed,
      @Setting(value = "Times through the training text", min = 0) int epochs,
      @Setting(value = "Optimiser moves made", min = 0) long updates,
      @Setting("On the validation text, nats per target token") Optional<Double> validationLoss,
      @Setting("BLEU on the validation text") Optional<Double> bleu,
      @Setting("When the weights were saved") Optional<String> finished) {

    static Training of(TrainingSummary summary) {
      return new Training(
          summary.seed(),
          summary.epochs(),
          summary.updates(),
          summary.validationLoss(),
          summary.bleu(),
          summary.finished().map(Instant::toString));
    }

    /**
     * As the rest of the house knows it.
     *
     * @throws DateTimeException if {@code finished} is no time
     */
    TrainingSummary summary() {
      return new TrainingSummary(
          seed, epochs, updates, validationLoss, bleu, finished.map(Instant::parse));
    }
  }
}
