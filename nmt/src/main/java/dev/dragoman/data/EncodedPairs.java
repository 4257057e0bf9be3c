package dev.dragoman.data;

import dev.dragoman.vocab.Specials;
import dev.dragoman.vocab.Vocabulary;
import java.util.Arrays;
import java.util.List;

/**
 * Sentence pairs as ids, ready for batches. Source and target end with EOS, which counts into their
 * lengths; the target's BOS is added by {@link Batch}. All ids of a side lie in one array, so that
 * a pair costs no more than its tokens and two offsets.
 */
public final class EncodedPairs {

  private final Side source;
  private final Side target;

  private EncodedPairs(Side source, Side target) {
    this.source = source;
    this.target = target;
  }

  /** The ids of these pairs, in the same order. */
  public static EncodedPairs encode(
      List<TokenizedPair> pairs, Vocabulary source, Vocabulary target) {
    return new EncodedPairs(
        Side.encode(pairs.stream().map(TokenizedPair::source).toList(), source),
        Side.encode(pairs.stream().map(TokenizedPair::target).toList(), target));
  }

  /** These pairs, with the sentences of each side filled up with an id behind their EOS. */
  EncodedPairs filledUp(int sourceLength, int targetLength, int id) {
    return new EncodedPairs(source.filledUp(sourceLength, id), target.filledUp(targetLength, id));
  }

  /** How many pairs there are. */
  public int size() {
    return source.offsets.length - 1;
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
    return Arrays.copyOfRange(source.ids, source.offsets[pair], source.offsets[pair + 1]);
  }

  /** The ids of a target, with EOS at the end and without BOS. */
  public int[] target(int pair) {
    return Arrays.copyOfRange(target.ids, target.offsets[pair], target.offsets[pair + 1]);
  }

  /** How many ids all sources have, EOS included. */
  public int sourceTokens() {
    return source.ids.length;
  }

  /** How many ids all targets have, EOS included. */
  public int targetTokens() {
    return target.ids.length;
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

  /** Sentence {@code i} has the ids from {@code offsets[i]} up to {@code offsets[i + 1]}. */
  private record Side(int[] ids, int[] offsets) {

    static Side encode(List<List<String>> sentences, Vocabulary vocabulary) {
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
      return new Side(ids, offsets);
    }

    /** Every sentence at least so long; longer ones as they are. */
    Side filledUp(int length, int id) {
      int[] filledOffsets = new int[offsets.length];
      for (int i = 0; i + 1 < offsets.length; i++) {
        filledOffsets[i + 1] = Math.addExact(filledOffsets[i], Math.max(length(i), length));
      }
      int[] filled = new int[filledOffsets[filledOffsets.length - 1]];
      Arrays.fill(filled, id);
      for (int i = 0; i + 1 < offsets.length; i++) {
        copy(i, filled, filledOffsets[i]);
      }
      return new Side(filled, filledOffsets);
    }

    int length(int sentence) {
      return offsets[sentence + 1] - offsets[sentence];
    }

    void copy(int sentence, int[] into, int at) {
      System.arraycopy(ids, offsets[sentence], into, at, length(sentence));
    }

    double unknownRate() {
      long unknown = Arrays.stream(ids).filter(id -> id == Specials.UNK).count();
      long words =
          Arrays.stream(ids).filter(id -> id != Specials.EOS && id != Specials.BOS).count();
      return words == 0 ? 0 : (double) unknown / words;
    }
  }
}
