package dev.dragoman.benchmarks.programs;

import dev.dragoman.checkpoint.Progress;
import dev.dragoman.checkpoint.TrainingState;
import dev.dragoman.config.Experiment;
import dev.dragoman.data.Batch;
import dev.dragoman.data.Batcher;
import dev.dragoman.data.EncodedPairs;
import dev.dragoman.model.Seq2Seq;
import dev.dragoman.training.Trainer;
import dev.dragoman.training.TrainingListener;
import dev.dragoman.training.Validator;
import dev.dragoman.vocab.Specials;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/** A training run as the command line makes it, without its files. */
final class Training {
  private Training() {}

  /**
   * Trains a fresh model to the end.
   *
   * @param job whose vocabularies the pairs are encoded with
   */
  static void run(
      Experiment experiment, PreparedText.Job job, EncodedPairs pairs, TrainingListener listener) {
    Seq2Seq model =
        new Seq2Seq(
            experiment.model(),
            job.source().size(),
            job.target().size(),
            Specials.PAD,
            RandomGeneratorFactory.of("L64X128MixRandom").create(experiment.training().seed()));
    Batcher batcher = new Batcher(pairs, experiment.batch());
    new Trainer(
            model,
            experiment.training(),
            batcher,
            oneBatch(model, pairs),
            new Forgetting(),
            listener)
        .run();
  }

  /** Validation is not measured, and cannot be left out. */
  private static Validator oneBatch(Seq2Seq model, EncodedPairs pairs) {
    return new Validator(
        model,
        List.of(Batch.of(pairs, 0)),
        List.of(),
        List.of(),
        (sentences, workers) -> List.of());
  }

  /** Keeps nothing. */
  private static final class Forgetting implements Trainer.Keeper {
    @Override
    public void best(Progress progress, TrainingListener.Validation validation) {
      // Nobody wants this model.
    }

    @Override
    public void last(TrainingState state, TrainingListener.@Nullable Validation validation) {
      // Nobody goes on from here.
    }
  }
}
