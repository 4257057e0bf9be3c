package dev.dragoman.cli;

import dev.dragoman.search.SearchDefaults;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a count from the command line: a whole number of at least 1. */
class Count implements ITypeConverter<Integer> {
  private final int most;

  Count() {
    this(Integer.MAX_VALUE);
  }

  private Count(int most) {
    this.most = most;
  }

  /** Threads: more than any machine has processors would only eat its memory. */
  static final class OfThreads extends Count {
    OfThreads() {
      super(1024);
    }
  }

  /** Hypotheses of a beam: the work of each step grows with them. */
  static final class OfBeam extends Count {
    OfBeam() {
      super(SearchDefaults.WIDEST_BEAM);
    }
  }

  @Override
  public Integer convert(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      // Said below, together with numbers that are too small or too large.
    }
    String range = most == Integer.MAX_VALUE ? "of at least 1" : "from 1 to " + most;
    throw new TypeConversionException("expected a whole number " + range + ", got '" + text + "'");
  }
}
