package dev.dragoman.checkpoint;

import dev.dragoman.layers.CellKind;
import dev.dragoman.model.AttentionKind;
import dev.dragoman.model.ModelSettings;
import dev.dragoman.model.Seq2Seq;
import dev.dragoman.model.WeightInitialiser;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.text.TextSettings;
import dev.dragoman.text.Tokenization;
import dev.dragoman.vocab.Specials;
import dev.dragoman.vocab.TokenCounts;
import dev.dragoman.vocab.Vocabulary;
import dev.dragoman.vocab.VocabularySettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Models of a few hundred weights, of pairwise different sizes: E3 H4 D5 A6 R7, V 11 and 9. */
final class TinyModels {
  static final ModelSettings GRU =
      new ModelSettings(
          CellKind.GRU,
          AttentionKind.ADDITIVE,
          3,
          4,
          5,
          6,
          7,
          1,
          1,
          0.1f,
          false,
          false,
          WeightInitialiser.XAVIER_UNIFORM,
          0.05f);

  static final Vocabulary FRENCH = vocabulary("la", "reine", "parle", "élève", "l'", "à", "…");
  static final Vocabulary ENGLISH = vocabulary("the", "queen", "speaks", "😀", "#");

  static final String CONFIGURATION =
      """
      # An experiment.
      title = "a tiny one"

      [model]
      cell = "gru"

      [data]
      source = "train.fr"
      """;

  private TinyModels() {}

  static Vocabulary vocabulary(String... words) {
    TokenCounts counts = new TokenCounts();
    counts.add(List.of(words));
    return Vocabulary.build(counts, new VocabularySettings(1, 0));
  }

  /** A model of freshly drawn weights. */
  static SavedModel of(ModelSettings settings, Vocabulary source, Vocabulary target, long seed) {
    Seq2Seq model =
        new Seq2Seq(
            settings, source.size(), target.size(), Specials.PAD, new SplittableRandom(seed));
    return new SavedModel(
        model,
        new Side(new TextSettings(true, false, Tokenization.WORDS), source),
        new Side(new TextSettings(false, true, Tokenization.PEER), target),
        CONFIGURATION,
        new TrainingSummary(
            seed, 3, 1234, Optional.of(1.9573), Optional.of(30.04), Optional.empty()));
  }

  static SavedModel gru(long seed) {
    return of(GRU, FRENCH, ENGLISH, seed);
  }

  /** Moments as an optimiser has them, two for each weight. */
  static TrainingState state(SavedModel model, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Tensor> moments = new LinkedHashMap<>();
    model
        .model()
        .weights()
        .forEach((name, weight) -> {
          moments.put(name + ".firstMoment", drawn(weight, random));
          moments.put(name + ".secondMoment", drawn(weight, random));
        });
    return new TrainingState(
        new Progress(1234, 3, 17, 0.00025, Optional.of(-1.9573), 1200, 2, 1), moments);
  }

  private static Tensor drawn(Tensor like, SplittableRandom random) {
    Tensor tensor = Tensor.zeros(like.shape());
    for (int i = 0; i < tensor.size(); i++) {
      tensor.data()[i] = random.nextFloat() - 0.5f;
    }
    return tensor;
  }
}
