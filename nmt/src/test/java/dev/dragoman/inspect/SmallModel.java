package dev.dragoman.inspect;

import dev.dragoman.checkpoint.SavedModel;
import dev.dragoman.checkpoint.Side;
import dev.dragoman.checkpoint.TrainingSummary;
import dev.dragoman.layers.CellKind;
import dev.dragoman.model.AttentionKind;
import dev.dragoman.model.ModelSettings;
import dev.dragoman.model.Seq2Seq;
import dev.dragoman.model.WeightInitialiser;
import dev.dragoman.text.TextSettings;
import dev.dragoman.vocab.Specials;
import dev.dragoman.vocab.TokenCounts;
import dev.dragoman.vocab.Vocabulary;
import dev.dragoman.vocab.VocabularySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A model of a few words with freshly drawn weights: E3 H4 D5 A6 R7. */
final class SmallModel {
  static final Vocabulary FRENCH =
      vocabulary("la", "la", "la", "reine", "reine", "roi", "le", "femme");
  static final Vocabulary ENGLISH = vocabulary("the", "the", "queen", "king", "woman", "man");

  private SmallModel() {}

  static Vocabulary vocabulary(String... running) {
    TokenCounts counts = new TokenCounts();
    counts.add(List.of(running));
    return Vocabulary.build(counts, new VocabularySettings(1, 0));
  }

  static Seq2Seq network(boolean shared, int source, int target) {
    ModelSettings settings =
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
            shared,
            WeightInitialiser.XAVIER_UNIFORM,
            0.05f);
    return new Seq2Seq(settings, source, target, Specials.PAD, new SplittableRandom(1));
  }

  static SavedModel saved() {
    return new SavedModel(
        network(false, FRENCH.size(), ENGLISH.size()),
        new Side(TextSettings.defaults(), FRENCH),
        new Side(TextSettings.defaults(), ENGLISH),
        "",
        TrainingSummary.untrained(1));
  }

  /** Rows of a vocabulary: those of special tokens zero, the others as given. */
  static float[] rows(float[]... ordinary) {
    int size = ordinary[0].length;
    List<Float> all = new ArrayList<>();
    for (int i = 0; i < Specials.COUNT * size; i++) {
      all.add(i < size ? 0f : 1f);
    }
    for (float[] row : ordinary) {
      for (float value : row) {
        all.add(value);
      }
    }
    float[] matrix = new float[all.size()];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = all.get(i);
    }
    return matrix;
  }
}
