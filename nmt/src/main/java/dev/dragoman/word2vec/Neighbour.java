package dev.dragoman.word2vec;

/**
 * A word and how near it is.
 *
 * @param word the word
 * @param index its index among the vectors
 * @param score larger is nearer: the cosine, in [−1, 1], unless what returned it says otherwise
 */
public record Neighbour(String word, int index, double score) {}
