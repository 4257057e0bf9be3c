package dev.dragoman.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Unicode's NFC with optional lower-casing and accent folding; applying it twice changes nothing.
 */
record Normalization(boolean lowercase, boolean foldAccents) {

  private static final Pattern NON_SPACING_MARKS = Pattern.compile("\\p{Mn}+");

  static Normalization of(TextSettings settings) {
    return new Normalization(settings.lowercase(), settings.foldAccents());
  }

  String apply(String text) {
    String normalized = nfc(text);
    if (lowercase) {
      normalized = nfc(normalized.toLowerCase(Locale.ROOT));
    }
    return foldAccents ? nfc(withoutAccents(normalized)) : normalized;
  }

  static String withoutAccents(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    return NON_SPACING_MARKS.matcher(decomposed).replaceAll("");
  }

  private static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
