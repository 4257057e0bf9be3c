package dev.dragoman.training;

/** Hears of what happens while training; called on the training thread, in order. */
public interface TrainingListener {

  /**
   * One update was made.
   *
   * @param update its number, from 1
   * @param epoch its epoch, from 1
   * @param loss mean over its target tokens before the update, in nats
   * @param targetTokens real target tokens of its batch
   * @param seconds how long it took
   * @param gradientNorm global norm before clipping
   * @param learningRate step size
   */
  record Update(
      long update,
      int epoch,
      double loss,
      int targetTokens,
      double seconds,
      double gradientNorm,
      double learningRate) {}

  /**
   * The model was validated.
   *
   * @param update updates made so far
   * @param epoch epoch that is running or just ended, from 1
   * @param loss mean over the target tokens of the validation set, in nats
   * @param perplexity e^loss
   * @param bleu BLEU in 0..100 of the translated part of the validation set; NaN where none was
   *     asked for
   * @param best whether this is the best model so far
   * @param seconds how long validation took
   * @param sample one sentence of the validation set with its translation
   */
  record Validation(
      long update,
      int epoch,
      double loss,
      double perplexity,
      double bleu,
      boolean best,
      double seconds,
      Sample sample) {}

  /**
   * One sentence of the validation set.
   *
   * @param source what was translated
   * @param reference what a person made of it
   * @param hypothesis what the model made of it; empty where nothing was translated
   */
  record Sample(String source, String reference, String hypothesis) {}

  /** After each update. */
  void updated(Update update);

  /** After each validation, the model already saved where it is the best. */
  void validated(Validation validation);
}
