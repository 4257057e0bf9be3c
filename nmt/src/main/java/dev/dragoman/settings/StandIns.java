package dev.dragoman.settings;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

/**
 * A text in which private-use characters stand in for those outside the basic plane. The TOML
 * parser (jackson-dataformat-toml 3.2.4) loses half of a surrogate pair that lies across the end of
 * its 4,000-character buffer; without pairs it loses nothing.
 */
final class StandIns {
  private static final int FIRST_PRIVATE = 0xE000;
  private static final int LAST_PRIVATE = 0xF8FF;

  private final Map<Integer, Integer> originals = new HashMap<>();
  private final String text;

  private StandIns(String original) {
    Map<Integer, Integer> standIns = new HashMap<>();
    PrimitiveIterator.OfInt unused = unused(original).iterator();
    StringBuilder replaced = new StringBuilder(original.length());
    original
        .codePoints()
        .map(one -> Character.isBmpCodePoint(one) ? one : standIn(one, standIns, unused))
        .forEach(replaced::appendCodePoint);
    this.text = replaced.toString();
  }

  static StandIns in(String original) {
    return new StandIns(original);
  }

  /** Private-use characters that the text neither contains nor spells by their number. */
  private static IntStream unused(String original) {
    String lowerCase = original.toLowerCase(Locale.ROOT);
    return IntStream.rangeClosed(FIRST_PRIVATE, LAST_PRIVATE)
        .filter(one -> original.indexOf(one) < 0 && !lowerCase.contains(Integer.toHexString(one)));
  }

  private int standIn(
      int codePoint, Map<Integer, Integer> standIns, PrimitiveIterator.OfInt unused) {
    return standIns.computeIfAbsent(
        codePoint,
        one -> {
          int standIn = unused.hasNext() ? unused.nextInt() : one;
          originals.put(standIn, one);
          return standIn;
        });
  }

  String text() {
    return text;
  }

  /** The original of a part of the text. */
  String restored(String part) {
    StringBuilder restored = new StringBuilder(part.length());
    part.codePoints().forEach(one -> restored.appendCodePoint(originals.getOrDefault(one, one)));
    return restored.toString();
  }
}
