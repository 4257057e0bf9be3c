package dev.dragoman.benchmarks.programs;

import java.util.List;
import java.util.Locale;

/** What can be compared. */
enum What {
  /** What the job's arithmetic is and where that puts the ceiling; nothing runs. */
  CEILING(List.of("part", "multiply-adds", "per", "MFLOP per target token, forward", "forward and backward")),
  /** Training Multi30k. */
  TRAIN(measured("Dragoman, target tokens/s", "PyTorch")),
  /** Training the tutorial's job. */
  TUTORIAL(measured("Dragoman, target tokens/s", "PyTorch")),
  /** Translating with the peer's weights. */
  DECODE(measured("Dragoman, target tokens/s", "PyTorch")),
  /** One sentence, from the start of the process to its end. */
  START(measured("Dragoman, seconds", "PyTorch")),
  /** Memory while training. */
  MEMORY(measured("Dragoman, peak MB", "PyTorch")),
  /** A small and a large corpus. */
  GROWTH(measured("many copies, target tokens/s", "one copy"));

  private final List<String> header;

  What(List<String> header) {
    this.header = header;
  }

  private static List<String> measured(String first, String second) {
    return List.of("", first, second, "ratio", "FMA peak, GFLOP/s", "SGEMM, GFLOP/s", "share of the FMA peak", "besides");
  }

  List<String> header() {
    return header;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
