package dev.dragoman.inspect;

/**
 * Where a row stood at a snapshot; all counts and sums since the recording began.
 *
 * @param update updates made
 * @param times how often its token was looked up
 * @param sentences in how many sentence pairs, one counted again in every epoch
 * @param updates in how many updates
 * @param gradient norms of its gradients in those updates, before clipping, added up
 * @param path how far those updates moved it, added up
 * @param toStart distance to where it began
 * @param cosineToStart cosine of the angle to there
 * @param toPrevious distance to where it was at the snapshot before
 * @param cosineToPrevious cosine of the angle to there
 */
public record RowPoint(
    long update,
    int times,
    int sentences,
    int updates,
    double gradient,
    double path,
    double toStart,
    double cosineToStart,
    double toPrevious,
    double cosineToPrevious) {}
