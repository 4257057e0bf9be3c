package dev.dragoman.training;

import dev.dragoman.checkpoint.Progress;
import dev.dragoman.checkpoint.TrainingState;
import dev.dragoman.data.Batch;
import dev.dragoman.data.Batcher;
import dev.dragoman.data.Epoch;
import dev.dragoman.model.Seq2Seq;
import dev.dragoman.tensor.Workers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Trains a model: epochs of shuffled batches, validation, early stopping, best and last model kept.
 * The same seed and settings give the same bytes, whatever the number of threads; a run that was
 * interrupted goes on from its last state as if nothing had happened.
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

  private UpdateRecorder recorder = UpdateRecorder.NONE;
  private long updates;
  private int epoch = 1;
  private int batchInEpoch;
  private Optional<Double> bestScore = Optional.empty();
  private long bestUpdate;
  private int patienceUsed;

  /** Keeps models on disk. */
  public interface Keeper {
    /** The model is the best so far. */
    void best(Progress progress, TrainingListener.Validation validation);

    /** The model and all that is needed to go on from here. */
    void last(TrainingState state, TrainingListener.@Nullable Validation validation);
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
   * @param batcher the training pairs
   * @param validator measures the model on other pairs
   */
  public Trainer(
      Seq2Seq model,
      TrainingSettings settings,
      Batcher batcher,
      Validator validator,
      Keeper keeper,
      TrainingListener listener) {
    this.model = model;
    this.settings = settings;
    this.batcher = batcher;
    this.validator = validator;
    this.keeper = keeper;
    this.listener = listener;
    this.optimiser = new Optimiser(settings.optimiser(), model.parameters().values());
    this.schedule =
        new Schedule(settings.schedule(), settings.optimiser().learningRate(), expectedUpdates());
  }

  /** Updates that the run makes unless it stops early. */
  public long expectedUpdates() {
    long all = (long) settings.epochs() * batcher.inOrder().size();
    return settings.maxUpdates() > 0 ? Math.min(settings.maxUpdates(), all) : all;
  }

  /** Goes on from a saved state; the model holds the saved weights already. */
  public void resume(TrainingState state) {
    Progress saved = state.progress();
    updates = saved.updates();
    epoch = saved.epoch();
    batchInEpoch = saved.batch();
    bestScore = saved.bestScore();
    bestUpdate = saved.bestUpdate();
    patienceUsed = saved.patienceUsed();
    optimiser.restore(state.moments(), saved.updates());
    schedule.restore(saved.learningRate(), saved.validationsOnPlateau());
  }

  /** Lets somebody look at every update from inside, from the next on. */
  public void recordWith(UpdateRecorder other) {
    recorder = other;
  }

  /** Where the run stands. */
  public Progress progress() {
    return new Progress(
        updates,
        epoch,
        batchInEpoch,
        schedule.fullRate(),
        bestScore,
        bestUpdate,
        patienceUsed,
        schedule.withoutProgress());
  }

  /** Trains until an end is reached. */
  public Outcome run() {
    try (Workers workers = new Workers(settings.threadCount())) {
      UpdateStep step =
          new UpdateStep(model, settings, optimiser, workers, UpdateStep.POSITIONS, recorder);
      Ending ending = ending();
      while (ending == null) {
        runEpoch(step, workers);
        ending = ending();
      }
      recorder.ended(updates);
      return new Outcome(progress(), ending);
    }
  }

  private @Nullable Ending ending() {
    if (settings.maxUpdates() > 0 && updates >= settings.maxUpdates()) {
      return Ending.UPDATES;
    }
    if (epoch > settings.epochs()) {
      return Ending.EPOCHS;
    }
    return settings.patience() > 0 && patienceUsed >= settings.patience() ? Ending.PATIENCE : null;
  }

  /** The rest of the current epoch, or as much of it as is allowed. */
  private void runEpoch(UpdateStep step, Workers workers) {
    Epoch batches = batcher.epoch(settings.seed(), epoch);
    while (batchInEpoch < batches.size() && ending() == null) {
      update(step, batches.batch(batchInEpoch));
      boolean epochDone = batchInEpoch == batches.size();
      int epochRead = epoch;
      if (epochDone) {
        epoch++;
        batchInEpoch = 0;
      }
      boolean due =
          settings.validateEvery() > 0 ? updates % settings.validateEvery() == 0 : epochDone;
      if (due || isLast(epochDone)) {
        validate(step, workers, epochRead);
      }
      if (epochDone) {
        return;
      }
    }
  }

  private boolean isLast(boolean epochDone) {
    return (settings.maxUpdates() > 0 && updates == settings.maxUpdates())
        || (epochDone && epoch > settings.epochs());
  }

  private void update(UpdateStep step, Batch batch) {
    long begin = System.nanoTime();
    float rate = schedule.rate(updates + 1);
    UpdateStep.Result result = step.apply(batch, rate);
    updates++;
    batchInEpoch++;
    listener.updated(
        new TrainingListener.Update(
            updates,
            epoch,
            result.loss(),
            batch.targetTokens(),
            seconds(begin),
            result.gradientNorm(),
            rate));
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private void validate(UpdateStep step, Workers workers, int epochRead) {
    long begin = System.nanoTime();
    Validator.Scores scores = validator.validate(workers, step.workspaces());
    double score = settings.criterion() == Criterion.BLEU ? scores.bleu() : -scores.loss();
    boolean best = bestScore.isEmpty() || score > bestScore.get();
    schedule.validated(best);
    patienceUsed = best ? 0 : patienceUsed + 1;
    if (best) {
      bestScore = Optional.of(score);
      bestUpdate = updates;
    }
    TrainingListener.Validation validation =
        new TrainingListener.Validation(
            updates,
            epochRead,
            scores.loss(),
            scores.perplexity().value(),
            scores.bleu(),
            best,
            seconds(begin),
            scores.sample());
    if (best) {
      keeper.best(progress(), validation);
    }
    recorder.saving(updates);
    keeper.last(new TrainingState(progress(), optimiser.state()), validation);
    listener.validated(validation);
  }
}
