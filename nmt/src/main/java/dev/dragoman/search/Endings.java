package dev.dragoman.search;

import java.util.ArrayList;
import java.util.List;

/** The closed hypotheses of one sentence, best first; of equals the one that came first. */
final class Endings {
  private final List<Ending> ranked = new ArrayList<>();
  private int ended;

  void add(Ending ending) {
    int rank = ranked.size();
    while (rank > 0 && ending.betterThan(ranked.get(rank - 1))) {
      rank--;
    }
    ranked.add(rank, ending);
    if (ending.ended()) {
      ended++;
    }
  }

  /** How many ended by themselves. */
  int ended() {
    return ended;
  }

  /**
   * The normalised score of the one at a rank among those that ended by themselves.
   *
   * @param rank in [0, {@link #ended()})
   */
  double normalisedScore(int rank) {
    return ranked.get(rank).normalisedScore();
  }

  boolean isEmpty() {
    return ranked.isEmpty();
  }

  /** At most so many, best first. */
  List<Ending> best(int count) {
    return ranked.subList(0, Math.min(count, ranked.size()));
  }
}
