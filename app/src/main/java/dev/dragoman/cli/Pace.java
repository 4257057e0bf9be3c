package dev.dragoman.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * How fast a training has been of late, without its pauses: an update that took more than ten times
 * as long as the middle one of those looked at was a halted process, a busy machine or the first of
 * all, and says nothing about those to come. Nor does a halted validation: of these the middle one
 * counts. The first updates are slow, because the JVM is still compiling: only the last quarter
 * counts until that is a hundred.
 */
final class Pace {
  private static final int WINDOW = 100;
  private static final int SMALLEST_WINDOW = 10;
  private static final double PAUSE = 10;

  private final Deque<Step> recent = new ArrayDeque<>();
  private final List<Double> validations = new ArrayList<>();
  private long updates;

  /** One update. */
  private record Step(double seconds, int tokens) {}

  /** Counts an update. */
  void updated(double seconds, int tokens) {
    recent.addLast(new Step(seconds, tokens));
    updates++;
    long window = Math.clamp(updates / 4, SMALLEST_WINDOW, WINDOW);
    while (recent.size() > window) {
      recent.removeFirst();
    }
  }

  /** Counts a validation. */
  void validated(double seconds) {
    validations.add(seconds);
  }

  /** Updates counted. */
  long updates() {
    return updates;
  }

  /** Mean seconds of a recent update; 0 before the first. */
  double secondsPerUpdate() {
    return steady().stream().mapToDouble(Step::seconds).average().orElse(0);
  }

  /** Recent tokens per second; 0 before the first update. */
  double tokensPerSecond() {
    List<Step> steady = steady();
    double seconds = steady.stream().mapToDouble(Step::seconds).sum();
    return seconds > 0 ? steady.stream().mapToLong(Step::tokens).sum() / seconds : 0;
  }

  /** How long so many updates will take, with validations as often as there were so far. */
  double secondsOf(long further) {
    double validating =
        validations.isEmpty() ? 0 : middle(validations) * validations.size() / updates;
    return further * (secondsPerUpdate() + validating);
  }

  private List<Step> steady() {
    if (recent.isEmpty()) {
      return List.of();
    }
    double longest = PAUSE * middle(recent.stream().map(Step::seconds).toList());
    return recent.stream().filter(step -> step.seconds() <= longest).toList();
  }

  private static double middle(Collection<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
