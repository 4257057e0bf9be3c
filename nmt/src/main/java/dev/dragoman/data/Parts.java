package dev.dragoman.data;

/**
 * Which pairs of a corpus belong to which part, by their numbers from 0, rising. The arrays are not
 * copied: whoever reads them leaves them as they are.
 *
 * @param train what the model learns from
 * @param validation what decides when to stop
 * @param test what the model is judged by
 */
public record Parts(int[] train, int[] validation, int[] test) {}
