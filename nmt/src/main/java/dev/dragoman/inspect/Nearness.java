package dev.dragoman.inspect;

/** By what number two vectors are called near. */
public enum Nearness {
  /**
   * The cosine of the angle between them, in [−1, 1]; larger is nearer. Their lengths do not count.
   */
  COSINE,

  /** The distance between their ends, ≥ 0; smaller is nearer. */
  EUCLID,

  /**
   * Their scalar product; larger is nearer. Long vectors, which frequent words often have, come
   * first.
   */
  DOT;

  /** Whether a score is nearer than another. */
  boolean isNearer(double score, double than) {
    return switch (this) {
      case COSINE, DOT -> score > than;
      case EUCLID -> score < than;
    };
  }
}
