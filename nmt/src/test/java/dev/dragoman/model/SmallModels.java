package dev.dragoman.model;

import dev.dragoman.autograd.Parameter;
import dev.dragoman.layers.CellKind;
import dev.dragoman.layers.Initialiser;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Shape;
import java.util.SplittableRandom;

/**
 * Models of sizes that are pairwise different: E 4, H 6, D 7 (12 for dot attention), A 8, readout
 * 9, V 11 and 13.
 */
final class SmallModels {
  static final int PAD = 0;
  static final int BOS = 2;
  static final int SOURCE_SIZE = 11;
  static final int TARGET_SIZE = 13;

  private SmallModels() {}

  /** Settings without tying, sharing or dropout. */
  static ModelSettings settings(CellKind cell, AttentionKind attention, int layers) {
    return settings(cell, attention, layers, Tables.OWN);
  }

  /** Which matrices are one. */
  enum Tables {
    /** None. */
    OWN(false, false),
    /** Target embedding and output. */
    TIED(true, false),
    /** Source and target embedding. */
    SHARED(false, true),
    /** All three. */
    TIED_AND_SHARED(true, true);

    final boolean tied;
    final boolean shared;

    Tables(boolean tied, boolean shared) {
      this.tied = tied;
      this.shared = shared;
    }
  }

  static ModelSettings settings(CellKind cell, AttentionKind attention, int layers, Tables tables) {
    return settings(cell, attention, layers, tables, 0f);
  }

  static ModelSettings settings(
      CellKind cell, AttentionKind attention, int layers, Tables tables, float dropout) {
    return new ModelSettings(
        cell,
        attention,
        4,
        6,
        attention == AttentionKind.DOT ? 12 : 7,
        8,
        tables.tied ? 4 : 9,
        layers,
        layers,
        dropout,
        tables.tied,
        tables.shared,
        WeightInitialiser.XAVIER_UNIFORM,
        0.5f);
  }

  /**
   * A model whose every weight, biases too, is drawn evenly from ±0.7, so that nothing is zero by
   * birth but padding.
   */
  static Seq2Seq model(ModelSettings settings) {
    SplittableRandom random = new SplittableRandom(5);
    int sourceSize = settings.shareEmbeddings() ? TARGET_SIZE : SOURCE_SIZE;
    Seq2Seq model = new Seq2Seq(settings, sourceSize, TARGET_SIZE, PAD, random);
    for (Parameter parameter : model.parameters().values()) {
      new Initialiser.Uniform(-0.7f, 0.7f).fill(parameter.value(), random);
      parameter.changed();
    }
    model.sourceEmbedding().row(PAD).fill(0f);
    model.targetEmbedding().row(PAD).fill(0f);
    return model;
  }

  static Ids ids(int rows, int... values) {
    return new Ids(values, Shape.of(rows, values.length / rows));
  }

  /**
   * Two sentences, S 5 and T 3, the first longer in the source and the second longer in the target.
   */
  static final Ids SOURCE = ids(2, 4, 7, 9, 5, 3, 8, 6, 3, PAD, PAD);

  static final int[] SOURCE_LENGTHS = {5, 3};
  static final Ids TARGET_INPUT = ids(2, BOS, 9, PAD, BOS, 5, 12);
  static final Ids TARGET_OUTPUT = ids(2, 9, 3, PAD, 5, 12, 3);
  static final int[] TARGET_LENGTHS = {2, 3};
}
