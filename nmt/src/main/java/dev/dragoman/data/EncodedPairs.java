package dev.dragoman.data;

import dev.dragoman.vocab.Specials;
import dev.dragoman.vocab.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sentence pairs as ids, ready for batches. Source and target end with EOS, which counts into their
 * lengths; the target's BOS is added by {@link Batch}. All ids of a side lie in one array, so that
 * a pair costs no more than its tokens and two offsets; those of a {@link CorpusIndex} stay where
 * it has them, outside the heap where it is large.
 */
public final class EncodedPairs {

  private final Side source;
  private final Side target;

  EncodedPairs(Side source, Side target) {
    this.source = source;
    this.target = target;
  }

  /** The ids of these pairs, in the same order. */
  public static EncodedPairs encode(
      List<TokenizedPair> pairs, Vocabulary source, Vocabulary target) {
    return new EncodedPairs(
        InMemory.encode(pairs.stream().map(TokenizedPair::source).toList(), source),
        InMemory.encode(pairs.stream().map(TokenizedPair::target).toList(), target));
  }

  /** These pairs, with the sentences of each side filled up with an id behind their EOS. */
  EncodedPairs filledUp(int sourceLength, int targetLength, int id) {
    return new EncodedPairs(source.filledUp(sourceLength, id), target.filledUp(targetLength, id));
  }

  /** How many pairs there are. */
  public int size() {
    return source.size();
  }

  /** How many ids a source has, EOS included. */
  public int sourceLength(int pair) {
    return source.length(pair);
  }

  /** How many ids a target has, EOS included. */
  public int targetLength(int pair) {
    return target.length(pair);
  }

  /** The ids of a source, with EOS at the end. */
  public int[] source(int pair) {
    return source.ids(pair);
  }

  /** The ids of a target, with EOS at the end and without BOS. */
  public int[] target(int pair) {
    return target.ids(pair);
  }

  /** How many ids all sources have, EOS included. */
  public long sourceTokens() {
    return source.tokens();
  }

  /** How many ids all targets have, EOS included. */
  public long targetTokens() {
    return target.tokens();
  }

  /** The share of the sources' words that are not in the vocabulary, from 0 to 1. */
  public double sourceUnknownRate() {
    return source.unknownRate();
  }

  /** The share of the targets' words that are not in the vocabulary, from 0 to 1. */
  public double targetUnknownRate() {
    return target.unknownRate();
  }

  /** Copies the ids of a source into an array, which must have room for them. */
  void copySource(int pair, int[] into, int at) {
    source.copy(pair, into, at);
  }

  /** Copies the ids of a target into an array, which must have room for them. */
  void copyTarget(int pair, int[] into, int at) {
    target.copy(pair, into, at);
  }

  /** The ids of one side, EOS at the end of each sentence. */
  interface Side {

    /** How many sentences there are. */
    int size();

    /** How many ids a sentence has, EOS included. */
    int length(int sentence);

    /** Copies the ids of a sentence into an array, which must have room for them. */
    void copy(int sentence, int[] into, int at);

    /** The ids of a sentence. */
    default int[] ids(int sentence) {
      int[] ids = new int[length(sentence)];
      copy(sentence, ids, 0);
      return ids;
    }

    /** How many ids all sentences have. */
    default long tokens() {
      return IntStream.range(0, size()).mapToLong(this::length).sum();
    }

    /** Every sentence at least so long; longer ones as they are. */
    default Side filledUp(int length, int id) {
      int[] offsets = new int[size() + 1];
      for (int i = 0; i < size(); i++) {
        offsets[i + 1] = Math.addExact(offsets[i], Math.max(length(i), length));
      }
      int[] filled = new int[offsets[size()]];
      Arrays.fill(filled, id);
      for (int i = 0; i < size(); i++) {
        copy(i, filled, offsets[i]);
      }
      return new InMemory(filled, offsets);
    }

    /** The share of words that are not in the vocabulary, from 0 to 1. */
    default double unknownRate() {
      long unknown = 0;
      long words = 0;
      int[] ids = new int[0];
      for (int i = 0; i < size(); i++) {
        int length = length(i);
        if (ids.length < length) {
          ids = new int[length];
        }
        copy(i, ids, 0);
        for (int at = 0; at < length; at++) {
          unknown += ids[at] == Specials.UNK ? 1 : 0;
          words += ids[at] == Specials.EOS || ids[at] == Specials.BOS ? 0 : 1;
        }
      }
      return words == 0 ? 0 : (double) unknown / words;
    }
  }

  /** Sentence {@code i} has the ids from {@code offsets[i]} up to {@code offsets[i + 1]}. */
  private record InMemory(int[] ids, int[] offsets) implements Side {

    static InMemory encode(List<List<String>> sentences, Vocabulary vocabulary) {
      int[] offsets = new int[sentences.size() + 1];
      for (int i = 0; i < sentences.size(); i++) {
        offsets[i + 1] = Math.addExact(offsets[i], sentences.get(i).size() + 1);
      }
      int[] ids = new int[offsets[sentences.size()]];
      for (int i = 0; i < sentences.size(); i++) {
        int[] encoded = vocabulary.encode(sentences.get(i));
        System.arraycopy(encoded, 0, ids, offsets[i], encoded.length);
        ids[offsets[i + 1] - 1] = Specials.EOS;
      }
      return new InMemory(ids, offsets);
    }

    @Override
    public int size() {
      return offsets.length - 1;
    }

    @Override
    public int length(int sentence) {
      return offsets[sentence + 1] - offsets[sentence];
    }

    @Override
    public void copy(int sentence, int[] into, int at) {
      System.arraycopy(ids, offsets[sentence], into, at, length(sentence));
    }
  }
}
