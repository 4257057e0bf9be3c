package dev.dragoman.layers;

import dev.dragoman.autograd.Value;
import java.util.Arrays;

/**
 * What attention looks at: the encoder states of a batch and what was computed from them once.
 *
 * @param states encoder states [B, S, M]
 * @param keys [B, S, A] for additive attention; the states themselves otherwise
 * @param lengths real source positions of each sentence [B]
 * @param sentences which sentence each decoder row asks about [R]
 */
public record AttentionMemory(Value states, Value keys, int[] lengths, int[] sentences) {

  /** One decoder row per sentence. */
  public static AttentionMemory of(Value states, Value keys, int[] lengths) {
    int[] sentences = new int[lengths.length];
    Arrays.setAll(sentences, b -> b);
    return new AttentionMemory(states, keys, lengths, sentences);
  }

  /** The same sentences, asked by these rows: several hypotheses may share a sentence. */
  public AttentionMemory askedBy(int[] rows) {
    return new AttentionMemory(states, keys, lengths, rows);
  }
}
