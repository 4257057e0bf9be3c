package dev.dragoman.cli;

import dev.dragoman.settings.NearestName;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads one of a few words from the command line, each standing for a constant of an enum, and
 * lists them for help and completion.
 *
 * @param <E> the enum
 */
abstract class Words<E extends Enum<E>> implements ITypeConverter<E>, Iterable<String> {
  private final List<E> constants;

  /** The words of these constants. */
  Words(List<E> constants) {
    this.constants = List.copyOf(constants);
  }

  /**
   * How people write a constant: its name in small letters with hyphens, unless a subclass says
   * otherwise.
   */
  String word(E constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public E convert(String text) {
    return constants.stream()
        .filter(constant -> word(constant).equals(text))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException(expected(text)));
  }

  private String expected(String got) {
    List<String> known = words().toList();
    String near =
        NearestName.to(got, known).map(name -> "; did you mean '" + name + "'?").orElse("");
    return "expected one of " + String.join(", ", known) + ", got '" + got + "'" + near;
  }

  private Stream<String> words() {
    return constants.stream().map(this::word);
  }

  @Override
  public Iterator<String> iterator() {
    return words().iterator();
  }
}
