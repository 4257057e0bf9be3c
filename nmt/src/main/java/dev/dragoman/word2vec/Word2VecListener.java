package dev.dragoman.word2vec;

/** Is told how training goes on. What it throws ends the training. */
@FunctionalInterface
public interface Word2VecListener {

  /**
   * Called on the thread that called {@code train}, after every batch of words that this thread has
   * done and once at the end; with some hundred calls a second, a listener that prints should skip
   * most.
   */
  void progress(Word2VecProgress progress);

  /** Listens to nothing. */
  static Word2VecListener none() {
    return progress -> {};
  }
}
