package dev.dragoman.data;

import java.util.List;

/**
 * A sentence pair and its tokens.
 *
 * @param text the pair as it stands in the corpus
 * @param source the tokens of the source
 * @param target the tokens of the target
 */
public record TokenizedPair(SentencePair text, List<String> source, List<String> target) {

  /** Copies the tokens. */
  public TokenizedPair {
    source = List.copyOf(source);
    target = List.copyOf(target);
  }
}
