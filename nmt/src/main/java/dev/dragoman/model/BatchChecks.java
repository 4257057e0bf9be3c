package dev.dragoman.model;

import dev.dragoman.layers.Embedding;
import dev.dragoman.tensor.Ids;

/**
 * Checks that the arrays of a batch fit together and into the tables, before they are read;
 * messages name the array.
 */
final class BatchChecks {
  private BatchChecks() {}

  /**
   * Checks one side of a batch. What stands at padding does not matter.
   *
   * @param name what the ids are called
   * @param ids [B, positions]
   * @param lengthsName what their lengths are called
   * @param lengths real positions of each sentence [B], each at least 1
   * @param letter axis letter of the positions
   */
  static void requireSide(
      String name, Ids ids, String lengthsName, int[] lengths, String letter, Embedding table) {
    if (ids.shape().rank() != 2) {
      throw new IllegalArgumentException(
          "%s: expected ids [B, %s], got shape %s".formatted(name, letter, ids.shape()));
    }
    int sentences = ids.shape().axis(0);
    int positions = ids.shape().axis(1);
    if (lengths.length != sentences) {
      throw new IllegalArgumentException(
          "%s: expected B=%d entries, one for each sentence of %s, got %d"
              .formatted(lengthsName, sentences, name, lengths.length));
    }
    for (int b = 0; b < sentences; b++) {
      if (lengths[b] < 1 || lengths[b] > positions) {
        throw new IllegalArgumentException(
            "%s[%d]: expected 1 to %s=%d, got %d"
                .formatted(lengthsName, b, letter, positions, lengths[b]));
      }
      for (int t = 0; t < lengths[b]; t++) {
        requireId(name, ids, b, t, table);
      }
    }
  }

  private static void requireId(String name, Ids ids, int b, int t, Embedding table) {
    int id = ids.values()[b * ids.shape().axis(1) + t];
    if (id < 0 || id >= table.rows()) {
      throw new IndexOutOfBoundsException(
          "%s: id %d at position [%d, %d] is outside %s of size %d: expected 0 to %d"
              .formatted(name, id, b, t, table.table().name(), table.rows(), table.rows() - 1));
    }
  }

  /** Checks that two arrays have as many sentences. */
  static void requireSentences(String name, Ids ids, int sentences) {
    if (ids.shape().axis(0) != sentences) {
      throw new IllegalArgumentException(
          "%s: expected B=%d sentences, as many as source, got shape %s"
              .formatted(name, sentences, ids.shape()));
    }
  }

  /** Checks that what is predicted has the shape of what is read. */
  static void requireSameShape(Ids targetInput, Ids targetOutput) {
    if (!targetOutput.shape().equals(targetInput.shape())) {
      throw new IllegalArgumentException(
          "targetOutput: expected the shape of targetInput, %s, got %s"
              .formatted(targetInput.shape(), targetOutput.shape()));
    }
  }
}
