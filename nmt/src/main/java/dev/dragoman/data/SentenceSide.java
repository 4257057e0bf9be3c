package dev.dragoman.data;

import java.util.List;

/** One side of many pairs, as far as {@link HoldOut} must know it. */
interface SentenceSide {

  /** How many sentences there are. */
  int size();

  /** The {@link SentenceHash} of a sentence's tokens. */
  long hash(int sentence);

  /** Whether two sentences have the same tokens. */
  boolean isSame(int one, int other);

  /** A sentence's tokens with single blanks between them. */
  String joined(int sentence);

  /**
   * Sentences in memory.
   *
   * @param sentences the tokens of each
   * @param hashes the hash of each
   */
  record InMemory(List<List<String>> sentences, long[] hashes) implements SentenceSide {

    static InMemory of(List<List<String>> sentences) {
      return new InMemory(sentences, sentences.stream().mapToLong(SentenceHash::of).toArray());
    }

    @Override
    public int size() {
      return hashes.length;
    }

    @Override
    public long hash(int sentence) {
      return hashes[sentence];
    }

    @Override
    public boolean isSame(int one, int other) {
      return sentences.get(one).equals(sentences.get(other));
    }

    @Override
    public String joined(int sentence) {
      return String.join(" ", sentences.get(sentence));
    }
  }
}
