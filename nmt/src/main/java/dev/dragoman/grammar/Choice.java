package dev.dragoman.grammar;

import java.util.List;
import java.util.random.RandomGenerator;

/** Draws from what a rule allows. */
final class Choice {

  private final RandomGenerator random;

  Choice(RandomGenerator random) {
    this.random = random;
  }

  /** One of these, each as likely as the other. */
  <T> T of(List<T> options) {
    return options.get(random.nextInt(options.size()));
  }

  @SafeVarargs
  final <T> T among(T... options) {
    return options[random.nextInt(options.length)];
  }

  /** True in so many of a hundred cases. */
  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** An index, each as likely as its share of the sum. */
  int weighted(int... shares) {
    int sum = 0;
    for (int share : shares) {
      sum += share;
    }
    int ticket = random.nextInt(sum);
    int index = 0;
    while (ticket >= shares[index]) {
      ticket -= shares[index++];
    }
    return index;
  }

  Gender gender() {
    return among(Gender.values());
  }
}
