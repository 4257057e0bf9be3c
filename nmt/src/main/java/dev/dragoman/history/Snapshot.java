package dev.dragoman.history;

/**
 * A table after an update.
 *
 * @param update updates made
 * @param counts what happened to each row until then
 * @param distances how far each row is from where it was
 * @param vectors [V, E], row-major
 */
public record Snapshot(long update, RowCounts counts, Distances distances, float[] vectors) {}
