package dev.dragoman.checkpoint;

import dev.dragoman.model.Seq2Seq;
import java.util.Objects;

/**
 * Everything that is needed to translate with a model, and to train it again.
 *
 * @param model the network and its weights
 * @param source the language that it reads
 * @param target the language that it writes
 * @param configuration the experiment that it came from with every setting resolved, as TOML; may
 *     be empty, and has no section {@code saved}
 * @param training how it was trained
 */
public record SavedModel(
    Seq2Seq model, Side source, Side target, String configuration, TrainingSummary training) {

  /** Checks that the parts fit together. */
  public SavedModel {
    Objects.requireNonNull(configuration, "configuration");
    Objects.requireNonNull(training, "training");
    requireSize("source", source, model.sourceSize());
    requireSize("target", target, model.targetSize());
    if (model.settings().shareEmbeddings() && !haveOneVocabulary(source, target)) {
      throw new IllegalArgumentException(
          "the model shares its embedding table: expected one vocabulary for both sides, got two"
              + " that differ");
    }
  }

  private static void requireSize(String name, Side side, int rows) {
    int size = side.vocabulary().size();
    if (size != rows) {
      throw new IllegalArgumentException(
          "%s vocabulary: expected %d tokens, as many as the embedding table has rows, got %d"
              .formatted(name, rows, size));
    }
  }

  /** Whether source and target have the same tokens under the same ids. */
  boolean hasOneVocabulary() {
    return haveOneVocabulary(source, target);
  }

  private static boolean haveOneVocabulary(Side source, Side target) {
    return source.vocabulary() == target.vocabulary()
        || source.vocabulary().toText().equals(target.vocabulary().toText());
  }
}
