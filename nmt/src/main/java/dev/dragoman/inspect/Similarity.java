package dev.dragoman.inspect;

/**
 * How near two tokens of a table are.
 *
 * @param first the one
 * @param second the other
 * @param cosine of the angle between their vectors
 * @param distance between the ends of their vectors
 * @param dot their scalar product
 * @param rankOfSecond at which place, from 1, the second comes among the neighbours of the first by
 *     cosine
 * @param rankOfFirst at which place the first comes among the neighbours of the second
 * @param neighbours how many neighbours each has
 */
public record Similarity(
    String first,
    String second,
    double cosine,
    double distance,
    double dot,
    int rankOfSecond,
    int rankOfFirst,
    int neighbours) {}
