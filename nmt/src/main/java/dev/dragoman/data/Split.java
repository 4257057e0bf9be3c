package dev.dragoman.data;

import java.util.List;

/**
 * A corpus in three parts, each in the order of the corpus.
 *
 * @param train what the model learns from
 * @param validation what decides when to stop
 * @param test what the model is judged by
 */
public record Split(
    List<TokenizedPair> train, List<TokenizedPair> validation, List<TokenizedPair> test) {

  /** Copies the lists. */
  public Split {
    train = List.copyOf(train);
    validation = List.copyOf(validation);
    test = List.copyOf(test);
  }
}
