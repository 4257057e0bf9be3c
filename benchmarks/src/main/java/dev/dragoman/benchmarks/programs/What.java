package dev.dragoman.benchmarks.programs;

import java.util.List;
import java.util.Locale;

/** What can be compared. */
enum What {
  /** What the job's arithmetic is, and so where the ceiling is; nothing runs. */
  CEILING,
  /** Training Multi30k. */
  TRAIN,
  /** Training the tutorial's job. */
  TUTORIAL,
  /** Translating with the peer's weights. */
  DECODE,
  /** One sentence, from the start of the process to its end. */
  START,
  /** Memory while training. */
  MEMORY,
  /** A small and a large corpus. */
  GROWTH;

  /** Column heads of its table. */
  List<String> header() {
    return switch (this) {
      case CEILING ->
          List.of(
              "part",
              "multiply-adds",
              "per",
              "MFLOP per target token, forward",
              "forward and backward");
      case TRAIN, TUTORIAL, DECODE -> measured("Dragoman, target tokens/s", "PyTorch");
      case START -> measured("Dragoman, seconds", "PyTorch");
      case MEMORY -> measured("Dragoman, peak MB", "PyTorch");
      case GROWTH -> measured("many copies, target tokens/s", "one copy");
    };
  }

  private static List<String> measured(String first, String second) {
    return List.of(
        "what",
        first,
        second,
        "ratio",
        "FMA peak, GFLOP/s",
        "SGEMM, GFLOP/s",
        "share of the FMA peak",
        "besides");
  }

  /** As it is named on the command line and in the page's markers. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
