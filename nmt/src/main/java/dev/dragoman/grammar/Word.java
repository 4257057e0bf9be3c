package dev.dragoman.grammar;

/**
 * A word as it is written inside a sentence.
 *
 * @param text its usual form: {@code le}, {@code a}
 * @param beforeVowel its form before a vowel sound: {@code l'}, {@code an}; for most words the same
 * @param wordClass its group of meaning
 */
record Word(String text, String beforeVowel, WordClass wordClass) {

  Word(String text, WordClass wordClass) {
    this(text, text, wordClass);
  }
}
