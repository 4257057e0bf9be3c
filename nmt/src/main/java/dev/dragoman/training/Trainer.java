package dev.dragoman.training;

import dev.dragoman.autograd.Packs;
import dev.dragoman.data.Batch;
import dev.dragoman.data.Batcher;
import dev.dragoman.model.Seq2Seq;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.tensor.Workers;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Trains a model: epochs of shuffled batches, validation, early stopping, best and last model kept. The same seed and settings give the same
 * bytes, whatever the number of threads; a run that was interrupted goes on from its last state as if nothing had happened.
 */
public final class Trainer {
  private final Seq2Seq model;
  private final TrainingSettings settings;
  private final Batcher batcher;
  private final Validator validator;
  private final Keeper keeper;
  private final TrainingListener listener;
  private final Optimiser optimiser;
  private final Schedule schedule;
  private final Packs packs;

  private Progress progress = Progress.start();

  /** Keeps models on disk. */
  public interface Keeper {
    /** The model is the best so far. */
    void best(Progress progress, TrainingListener.Validation validation) throws IOException;

    /** The model and all that is needed to go on from here. */
    void last(Progress progress, Map<String, Tensor> optimiserState) throws IOException;
  }

  /** Why a run ended. */
  public enum Ending {
    /** All epochs were read. */
    EPOCHS,
    /** The bound on updates was reached. */
    UPDATES,
    /** No validation improved for as long as the patience allows. */
    PATIENCE
  }

  /**
   * What a run came to.
   *
   * @param progress where it stands
   * @param ending why it ended
   */
  public record Outcome(Progress progress, Ending ending) {}

  /**
   * Prepares a run.
   *
   * @param packs packed weights, shared with the validator's decoder
   */
  public Trainer(
      Seq2Seq model,
      TrainingSettings settings,
      Batcher batcher,
      Validator validator,
      Keeper keeper,
      TrainingListener listener,
      Packs packs) {
    this.model = model;
    this.settings = settings;
    this.batcher = batcher;
    this.validator = validator;
    this.keeper = keeper;
    this.listener = listener;
    this.packs = packs;
    this.optimiser = new Optimiser(settings.optimiser(), model.parameters().values());
    this.schedule = new Schedule(settings.schedule(), settings.optimiser().learningRate(), expectedUpdates());
  }

  /** Updates that the run makes unless it stops early. */
  public long expectedUpdates() {
    long all = (long) settings.epochs() * batcher.batchesPerEpoch();
    return settings.maxUpdates() > 0 ? Math.min(settings.maxUpdates(), all) : all;
  }

  /** Goes on from a saved state; the model holds the saved weights already. */
  public void resume(Progress saved, Map<String, Tensor> optimiserState) {
    progress = saved;
    optimiser.restore(optimiserState, saved.updates());
    schedule.restore(saved.plateauFactor(), saved.plateauValidations());
  }

  /**
   * Trains until an end is reached.
   *
   * @throws IOException if a model cannot be saved
   */
  public Outcome run() throws IOException {
    try (Workers workers = new Workers(Math.min(settings.threadCount(), Math.max(2, settings.shards())))) {
      UpdateStep step = new UpdateStep(model, settings, optimiser, workers, packs);
      while (true) {
        Ending ending = ending();
        if (ending != null) {
          keeper.last(progress, optimiser.state());
          return new Outcome(progress, ending);
        }
        runEpoch(step, workers);
      }
    }
  }

  private @org.jspecify.annotations.Nullable Ending ending() {
    if (settings.maxUpdates() > 0 && progress.updates() >= settings.maxUpdates()) {
      return Ending.UPDATES;
    }
    if (progress.epoch() > settings.epochs()) {
      return Ending.EPOCHS;
    }
    if (settings.patience() > 0 && progress.validationsWithoutImprovement() >= settings.patience()) {
      return Ending.PATIENCE;
    }
    return null;
  }

  /** The rest of the current epoch, or as much of it as is allowed. */
  private void runEpoch(UpdateStep step, Workers workers) throws IOException {
    List<Batch> batches = batcher.epoch(progress.epoch());
    while (progress.batchInEpoch() < batches.size()) {
      update(step, batches.get(progress.batchInEpoch()));
      boolean epochEnds = progress.batchInEpoch() == batches.size();
      boolean runEnds = settings.maxUpdates() > 0 && progress.updates() >= settings.maxUpdates();
      boolean due =
          settings.validateEvery() > 0 ? progress.updates() % settings.validateEvery() == 0 : epochEnds;
      if (due || runEnds) {
        validate(workers);
      }
      if (ending() != null) {
        break;
      }
    }
    if (progress.batchInEpoch() >= batches.size()) {
      Progress p = progress;
      progress =
          new Progress(
              p.updates(), p.epoch() + 1, 0, p.bestScore(), p.bestUpdate(), p.validationsWithoutImprovement(),
              p.plateauFactor(), p.plateauValidations());
    }
  }

  private void update(UpdateStep step, Batch batch) {
    long begin = System.nanoTime();
    float rate = schedule.rate(progress.updates() + 1);
    UpdateStep.Result result = step.apply(batch, rate);
    Progress p = progress;
    progress =
        new Progress(
            p.updates() + 1, p.epoch(), p.batchInEpoch() + 1, p.bestScore(), p.bestUpdate(),
            p.validationsWithoutImprovement(), p.plateauFactor(), p.plateauValidations());
    listener.updated(
        new TrainingListener.Update(
            progress.updates(), progress.epoch(), result.loss(), batch.targetTokens(),
            (System.nanoTime() - begin) / 1e9, result.gradientNorm(), rate));
  }

  private void validate(Workers workers) throws IOException {
    long begin = System.nanoTime();
    Validator.Scores scores = validator.validate(workers);
    double score = settings.criterion() == Criterion.BLEU ? scores.bleu() : -scores.loss();
    boolean best = score > progress.bestScore();
    schedule.validated(best);
    Progress p = progress;
    progress =
        new Progress(
            p.updates(), p.epoch(), p.batchInEpoch(), best ? score : p.bestScore(), best ? p.updates() : p.bestUpdate(),
            best ? 0 : p.validationsWithoutImprovement() + 1, schedule.plateauFactor(), schedule.withoutImprovement());
    TrainingListener.Validation validation =
        new TrainingListener.Validation(
            p.updates(), p.epoch(), scores.loss(), Math.exp(scores.loss()), scores.bleu(), best,
            (System.nanoTime() - begin) / 1e9, scores.sample());
    if (best) {
      keeper.best(progress, validation);
    }
    keeper.last(progress, optimiser.state());
    listener.validated(validation);
  }
}
