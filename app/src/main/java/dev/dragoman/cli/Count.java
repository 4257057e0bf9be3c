package dev.dragoman.cli;

import dev.dragoman.search.SearchDefaults;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a count from the command line: a whole number of at least 1. */
class Count implements ITypeConverter<Integer> {
  private final int least;
  private final int most;

  Count() {
    this(1, Integer.MAX_VALUE);
  }

  private Count(int least, int most) {
    this.least = least;
    this.most = most;
  }

  /**
   * Threads, 0 for one per processor as in training; more than any machine has processors would
   * only eat its memory.
   */
  static final class OfThreads extends Count {
    OfThreads() {
      super(0, 1024);
    }

    @Override
    public Integer convert(String text) {
      int threads = super.convert(text);
      return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }
  }

  /** Hypotheses of a beam: the work of each step grows with them. */
  static final class OfBeam extends Count {
    OfBeam() {
      super(1, SearchDefaults.WIDEST_BEAM);
    }
  }

  @Override
  public Integer convert(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      // Said below, together with numbers that are too small or too large.
    }
    String range =
        most == Integer.MAX_VALUE ? "of at least " + least : "from " + least + " to " + most;
    throw new TypeConversionException("expected a whole number " + range + ", got '" + text + "'");
  }
}
