package dev.dragoman.benchmarks.programs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Two sides that do the same job in turn, with the machine's peak before each: first, second,
 * first, second, … What one round measured is compared within the round, so that a noisy hour
 * troubles both alike.
 */
final class Contest {
  private final List<Double> first = new ArrayList<>();
  private final List<Double> second = new ArrayList<>();
  private final List<Double> ratios = new ArrayList<>();
  private final List<Double> multiplyAdds = new ArrayList<>();
  private final List<Double> products = new ArrayList<>();
  private final String name;

  /** Measures once. */
  @FunctionalInterface
  interface Side {
    double measure() throws IOException;
  }

  private Contest(String name) {
    this.name = name;
  }

  /** Measures a side alone. */
  static Contest alone(String name, int rounds, int threads, Machine machine, Side side)
      throws IOException {
    Contest contest = new Contest(name);
    for (int round = 0; round < rounds; round++) {
      contest.play(threads, machine, side);
    }
    return contest;
  }

  /** Measures two in turn. */
  static Contest of(String name, int rounds, int threads, Machine machine, Side one, Side other)
      throws IOException {
    Contest contest = new Contest(name);
    for (int round = 0; round < rounds; round++) {
      double ours = contest.play(threads, machine, one);
      contest.peaks(threads, machine);
      double theirs = other.measure();
      contest.second.add(theirs);
      contest.ratios.add(ours / theirs);
    }
    return contest;
  }

  private double play(int threads, Machine machine, Side side) throws IOException {
    peaks(threads, machine);
    double value = side.measure();
    first.add(value);
    return value;
  }

  private void peaks(int threads, Machine machine) {
    Machine.Peaks peaks = machine.peaks(threads);
    multiplyAdds.add(peaks.multiplyAdds());
    products.add(peaks.products());
  }

  Spread first() {
    return Spread.of(first);
  }

  Spread multiplyAdds() {
    return Spread.of(multiplyAdds);
  }

  /**
   * The share of the peak that the first side reached.
   *
   * @param operations of one unit of what is measured
   */
  double share(double operations) {
    return first().median() * operations / multiplyAdds().median();
  }

  /**
   * The cells of a row: name, both sides, their ratio, the peaks, the share of the peak, a note.
   *
   * @param decimals of the values
   * @param operations of one unit of what is measured, where it is a rate
   */
  List<String> cells(int decimals, OptionalDouble operations, String note) {
    return List.of(
        name,
        spread(first, decimals, 1),
        spread(second, decimals, 1),
        spread(ratios, 2, 1),
        spread(multiplyAdds, 0, 1e9),
        spread(products, 0, 1e9),
        operations.isEmpty()
            ? "–"
            : Program.format("%.0f %%", 100 * share(operations.getAsDouble())),
        note);
  }

  private static String spread(List<Double> values, int decimals, double unit) {
    if (values.isEmpty()) {
      return "–";
    }
    Spread spread = Spread.of(values);
    String number = "%,." + decimals + "f";
    String median = Program.format(number, spread.median() / unit);
    return values.size() == 1
        ? median
        : Program.format(
            "%s (" + number + "–" + number + ")",
            median,
            spread.least() / unit,
            spread.most() / unit);
  }
}
