package dev.dragoman.history;

import java.nio.ByteBuffer;

/**
 * How far each row of a table is from where it was.
 *
 * @param toStart distance to where the row was when the recording began [V]
 * @param cosineToStart cosine of the angle to there [V]; 0 where a vector is zero
 * @param toPrevious distance to where it was at the snapshot before [V]
 * @param cosineToPrevious cosine of the angle to there [V]; 0 where a vector is zero
 */
public record Distances(
    float[] toStart, float[] cosineToStart, float[] toPrevious, float[] cosineToPrevious) {
  /** Bytes a row takes in the file. */
  static final int BYTES = 4 * Float.BYTES;

  /** Room for V rows. */
  public static Distances zeros(int rows) {
    return new Distances(new float[rows], new float[rows], new float[rows], new float[rows]);
  }

  /**
   * Measures every row's distance to the start again.
   *
   * @param now [V, E], from {@code offset} on
   * @param start [V, E]
   */
  public void measureToStart(float[] now, int offset, float[] start, int columns) {
    for (int row = 0; row < toStart.length; row++) {
      int at = row * columns;
      measure(now, offset + at, start, at, columns, row, toStart, cosineToStart);
    }
  }

  /**
   * Measures every row's distance to the snapshot before again.
   *
   * @param now [V, E], as precise as {@code previous} is
   * @param previous [V, E]
   */
  public void measureToPrevious(float[] now, float[] previous, int columns) {
    for (int row = 0; row < toPrevious.length; row++) {
      int at = row * columns;
      measure(now, at, previous, at, columns, row, toPrevious, cosineToPrevious);
    }
  }

  private static void measure(
      float[] a,
      int from,
      float[] b,
      int at,
      int columns,
      int row,
      float[] distance,
      float[] cosine) {
    double squares = 0;
    double dot = 0;
    double ofA = 0;
    double ofB = 0;
    for (int i = 0; i < columns; i++) {
      double x = a[from + i];
      double y = b[at + i];
      squares += (x - y) * (x - y);
      dot += x * y;
      ofA += x * x;
      ofB += y * y;
    }
    double norms = Math.sqrt(ofA) * Math.sqrt(ofB);
    distance[row] = (float) Math.sqrt(squares);
    cosine[row] = norms == 0 ? 0 : (float) Math.clamp(dot / norms, -1, 1);
  }

  void write(RecordWriter out) {
    for (int row = 0; row < toStart.length; row++) {
      out.putFloat(toStart[row]);
      out.putFloat(cosineToStart[row]);
      out.putFloat(toPrevious[row]);
      out.putFloat(cosineToPrevious[row]);
    }
  }

  static Distances read(ByteBuffer in, int rows) {
    Distances distances = zeros(rows);
    for (int row = 0; row < rows; row++) {
      distances.toStart[row] = in.getFloat();
      distances.cosineToStart[row] = in.getFloat();
      distances.toPrevious[row] = in.getFloat();
      distances.cosineToPrevious[row] = in.getFloat();
    }
    return distances;
  }
}
