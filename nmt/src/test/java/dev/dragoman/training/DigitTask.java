package dev.dragoman.training;

import dev.dragoman.checkpoint.Progress;
import dev.dragoman.checkpoint.TrainingState;
import dev.dragoman.data.Batch;
import dev.dragoman.data.BatchSettings;
import dev.dragoman.data.Batcher;
import dev.dragoman.data.EncodedPairs;
import dev.dragoman.data.SentencePair;
import dev.dragoman.data.TokenizedPair;
import dev.dragoman.layers.CellKind;
import dev.dragoman.model.AttentionKind;
import dev.dragoman.model.ModelSettings;
import dev.dragoman.model.Seq2Seq;
import dev.dragoman.model.WeightInitialiser;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.vocab.Specials;
import dev.dragoman.vocab.TokenCounts;
import dev.dragoman.vocab.Vocabulary;
import dev.dragoman.vocab.VocabularySettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A small task: write a row of digits backwards. With everything that a training of it needs. */
final class DigitTask {
  final Vocabulary vocabulary;
  final List<TokenizedPair> pairs;
  final EncodedPairs train;
  final EncodedPairs valid;

  DigitTask(int count) {
    SplittableRandom random = new SplittableRandom(5);
    pairs = new ArrayList<>();
    TokenCounts counts = new TokenCounts();
    for (int i = 0; i < count + 40; i++) {
      List<String> digits = new ArrayList<>();
      int length = 2 + random.nextInt(4);
      for (int j = 0; j < length; j++) {
        digits.add(Integer.toString(random.nextInt(8)));
      }
      List<String> reversed = new ArrayList<>(digits);
      Collections.reverse(reversed);
      pairs.add(
          new TokenizedPair(
              new SentencePair(String.join(" ", digits), String.join(" ", reversed)),
              digits,
              reversed));
      counts.add(digits);
    }
    vocabulary = Vocabulary.build(counts, new VocabularySettings(1, 0));
    train = EncodedPairs.encode(pairs.subList(0, count), vocabulary, vocabulary);
    valid = EncodedPairs.encode(pairs.subList(count, count + 40), vocabulary, vocabulary);
  }

  Seq2Seq model(long seed) {
    ModelSettings settings =
        new ModelSettings(
            CellKind.GRU,
            AttentionKind.ADDITIVE,
            12,
            14,
            16,
            18,
            20,
            1,
            1,
            0.1f,
            false,
            false,
            WeightInitialiser.XAVIER_UNIFORM,
            0.1f);
    return new Seq2Seq(
        settings, vocabulary.size(), vocabulary.size(), Specials.PAD, new SplittableRandom(seed));
  }

  static TrainingSettings settings(
      int epochs, long maxUpdates, int validateEvery, int patience, int threads) {
    return new TrainingSettings(
        3,
        epochs,
        maxUpdates,
        validateEvery,
        patience,
        Criterion.LOSS,
        0,
        0f,
        2,
        threads,
        OptimiserSettings.defaults().with(OptimiserKind.ADAM, 0.01f),
        ScheduleSettings.defaults());
  }

  Trainer trainer(
      Seq2Seq model, TrainingSettings settings, Trainer.Keeper keeper, TrainingListener listener) {
    List<Batch> batches = new ArrayList<>();
    new Batcher(valid, BatchSettings.defaults()).inOrder().forEach(batches::add);
    Validator validator =
        new Validator(model, batches, List.of(), List.of(), (sentences, workers) -> sentences);
    return new Trainer(
        model,
        settings,
        new Batcher(train, new BatchSettings(16, BatchSettings.Unit.SENTENCES)),
        validator,
        keeper,
        listener);
  }

  static Map<String, float[]> weights(Seq2Seq model) {
    Map<String, float[]> weights = new LinkedHashMap<>();
    model.parameters().forEach((name, parameter) -> weights.put(name, parameter.value().toArray()));
    return weights;
  }

  /** Remembers what it is told. */
  static final class Heard implements Trainer.Keeper, TrainingListener {
    final List<Update> updates = new ArrayList<>();
    final List<Validation> validations = new ArrayList<>();
    int bests;
    @Nullable TrainingState last;

    @Override
    public void best(Progress progress, Validation validation) {
      bests++;
    }

    @Override
    public void last(TrainingState state, @Nullable Validation validation) {
      Map<String, Tensor> copies = new LinkedHashMap<>();
      state.moments().forEach((name, tensor) -> copies.put(name, tensor.copy()));
      last = new TrainingState(state.progress(), copies);
    }

    @Override
    public void updated(Update update) {
      updates.add(update);
    }

    @Override
    public void validated(Validation validation) {
      validations.add(validation);
    }
  }
}
