package dev.dragoman.grammar;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which words begin with a vowel sound: what elision in French and a or an in English depend on.
 */
final class Sounds {

  /**
   * Their h (or, for onze and huit, their first sound) keeps the word before it whole: le héros.
   */
  private static final Set<String> ASPIRATED =
      Set.of(
          "héros",
          "hibou",
          "hiboux",
          "huit",
          "onze",
          "hongrie",
          "hongrois",
          "hongroise",
          "hongroises");

  private static final List<String> SILENT_H = List.of("honest", "hour", "heir");

  /** Written with a vowel, spoken with a consonant: a university, a useful book. */
  private static final List<String> SPOKEN_WITH_CONSONANT = List.of("uni", "use", "one", "eu");

  private Sounds() {}

  /** Whether le becomes l' before this French word. */
  static boolean isElidedBefore(String word) {
    String lower = word.toLowerCase(Locale.FRENCH);
    return !ASPIRATED.contains(lower) && "aeiouyhœ".indexOf(unaccented(lower).charAt(0)) >= 0;
  }

  /** Whether a becomes an before this English word. */
  static boolean isVowelSound(String word) {
    String lower = word.toLowerCase(Locale.ENGLISH);
    if (SILENT_H.stream().anyMatch(lower::startsWith)) {
      return true;
    }
    return SPOKEN_WITH_CONSONANT.stream().noneMatch(lower::startsWith)
        && "aeiou".indexOf(lower.charAt(0)) >= 0;
  }

  private static String unaccented(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFD);
  }
}
