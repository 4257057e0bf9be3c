package dev.dragoman.history;

/**
 * After which updates all vectors are recorded: 1, 2, 3, 4, 6, 8, 12, 16, 24, 32 and so on, two for
 * every doubling. Vectors move most at the beginning; a run twice as long has two snapshots more.
 */
public final class SnapshotSchedule {
  private SnapshotSchedule() {}

  /** Whether a snapshot is due after this update, counted from 1. */
  public static boolean isDue(long update) {
    long highest = Long.highestOneBit(update);
    return update > 0 && (update == highest || update == highest + highest / 2);
  }

  /** How many are due in updates 1 to {@code last}. */
  public static int count(long last) {
    int count = 0;
    for (long power = 1; power > 0 && power <= last; power *= 2) {
      count += power > 1 && power + power / 2 <= last ? 2 : 1;
    }
    return count;
  }
}
