package dev.dragoman.history;

/**
 * What an update did to a watched row, whether it looked it up or not.
 *
 * @param update its number, from 1
 * @param table which table, as the start counts them
 * @param id the row
 * @param times how often the batch has the row's token
 * @param sentences in how many of its sentence pairs
 * @param gradientNorm norm of the row's gradient before clipping
 * @param updateNorm how far the row moved
 * @param toStart distance to where it was when the recording began
 * @param sentence ids of the first sentence of the batch that has the token, at most {@value
 *     #LONGEST_SENTENCE}; empty where none has it
 * @param vector [E], after the update
 */
public record WatchedUpdate(
    long update,
    int table,
    int id,
    int times,
    int sentences,
    float gradientNorm,
    float updateNorm,
    float toStart,
    int[] sentence,
    float[] vector) {
  /** How many ids of a sentence are kept. */
  public static final int LONGEST_SENTENCE = 40;

  /** Bytes without sentence and vector. */
  static final int BYTES = Long.BYTES + 5 * Integer.BYTES + 3 * Float.BYTES;
}
