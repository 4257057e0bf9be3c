package dev.dragoman.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a count from the command line: a whole number of at least 1. */
final class WholeNumber implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      // Said below, together with numbers that are too small.
    }
    throw new TypeConversionException("expected a whole number of at least 1, got '" + text + "'");
  }
}
