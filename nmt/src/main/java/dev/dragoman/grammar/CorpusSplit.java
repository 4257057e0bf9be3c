package dev.dragoman.grammar;

import java.util.List;

/**
 * A corpus in three parts that have no source sentence in common.
 *
 * @param train to learn from
 * @param valid to watch the learning by
 * @param test to be judged by; new combinations of words that {@code train} has
 */
public record CorpusSplit(
    List<GeneratedPair> train, List<GeneratedPair> valid, List<GeneratedPair> test) {

  /** Copies the parts. */
  public CorpusSplit {
    train = List.copyOf(train);
    valid = List.copyOf(valid);
    test = List.copyOf(test);
  }
}
