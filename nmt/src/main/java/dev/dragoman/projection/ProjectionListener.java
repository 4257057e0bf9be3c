package dev.dragoman.projection;

/** Hears how far a long computation has come. */
@FunctionalInterface
public interface ProjectionListener {

  /**
   * Called now and then, from the threads that compute, one at a time.
   *
   * @param work what is done, in two or three words
   * @param done how much of it, 0 to {@code all}
   * @param all how much there is
   */
  void progress(String work, long done, long all);

  /** Hears nothing. */
  static ProjectionListener none() {
    return (work, done, all) -> {};
  }
}
