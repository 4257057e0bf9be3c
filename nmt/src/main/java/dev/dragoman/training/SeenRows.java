package dev.dragoman.training;

import dev.dragoman.data.Batch;
import dev.dragoman.history.TableName;

/** Which rows of a table a batch looks up, and how often. Allocates nothing per batch. */
final class SeenRows {
  private final TableName table;
  private final int[] rows;
  private final int[] times;
  private final int[] sentences;
  private final int[] lastSentence;
  private int count;
  private int lookups;

  /** For a table of so many rows. */
  SeenRows(TableName table, int size) {
    this.table = table;
    this.rows = new int[size];
    this.times = new int[size];
    this.sentences = new int[size];
    this.lastSentence = new int[size];
  }

  /** Counts the rows that a batch looks up; what was counted before is forgotten. */
  void count(Batch batch) {
    for (int i = 0; i < count; i++) {
      times[rows[i]] = 0;
      sentences[rows[i]] = 0;
      lastSentence[rows[i]] = 0;
    }
    count = 0;
    lookups = 0;
    if (table != TableName.TARGET) {
      count(batch.sourceIds(), batch.sourceLengths(), batch.sourceWidth());
    }
    if (table != TableName.SOURCE) {
      count(batch.targetInput(), batch.targetLengths(), batch.targetWidth());
    }
  }

  private void count(int[] ids, int[] lengths, int width) {
    for (int b = 0; b < lengths.length; b++) {
      for (int i = b * width; i < b * width + lengths[b]; i++) {
        count(ids[i], b + 1);
      }
      lookups += lengths[b];
    }
  }

  private void count(int id, int sentence) {
    if (times[id]++ == 0) {
      rows[count++] = id;
    }
    if (lastSentence[id] != sentence) {
      lastSentence[id] = sentence;
      sentences[id]++;
    }
  }

  /** How many rows were looked up. */
  int count() {
    return count;
  }

  /** The i-th row that was looked up. */
  int row(int i) {
    return rows[i];
  }

  /** How many tokens were looked up. */
  int lookups() {
    return lookups;
  }

  /** How often the batch has a row's token. */
  int times(int row) {
    return times[row];
  }

  /**
   * In how many of its sentence pairs; where both sides share the table, a pair that has the token
   * on both counts twice.
   */
  int sentences(int row) {
    return sentences[row];
  }

  /**
   * Copies the ids of the first sentence that has a token, without what pads it.
   *
   * @return how many were copied; 0 where no sentence has it
   */
  int copySentence(Batch batch, int id, int[] into) {
    int copied = 0;
    if (table != TableName.TARGET) {
      copied =
          copySentence(batch.sourceIds(), batch.sourceLengths(), batch.sourceWidth(), id, into);
    }
    return copied == 0 && table != TableName.SOURCE
        ? copySentence(batch.targetInput(), batch.targetLengths(), batch.targetWidth(), id, into)
        : copied;
  }

  private static int copySentence(int[] ids, int[] lengths, int width, int id, int[] into) {
    for (int b = 0; b < lengths.length; b++) {
      for (int i = b * width; i < b * width + lengths[b]; i++) {
        if (ids[i] == id) {
          int length = Math.min(lengths[b], into.length);
          System.arraycopy(ids, b * width, into, 0, length);
          return length;
        }
      }
    }
    return 0;
  }
}
