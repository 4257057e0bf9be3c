package dev.dragoman.layers;

import dev.dragoman.autograd.Value;

/**
 * What attention looks at: the encoder states of a batch and what was computed from them once.
 *
 * @param states encoder states [B, S, M]
 * @param keys [B, S, A] for additive attention; the states themselves otherwise
 * @param lengths real source positions of each sentence [B]
 */
public record AttentionMemory(Value states, Value keys, int[] lengths) {}
