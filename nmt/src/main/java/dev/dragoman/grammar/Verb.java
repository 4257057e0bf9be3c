package dev.dragoman.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A French verb and the English one that stands for it.
 *
 * @param wordClass its group of meaning
 * @param infinitive manger
 * @param present the six forms
 * @param participle masculine singular: mangé
 * @param futureStem manger-
 * @param past which past tense it takes
 * @param english eat
 * @param takes the groups of nouns that can be its object
 */
record Verb(
    WordClass wordClass,
    Word infinitive,
    List<Word> present,
    String participle,
    String futureStem,
    Past past,
    EnglishVerb english,
    Set<String> takes) {

  private static final List<String> FUTURE_ENDINGS = List.of("ai", "as", "a", "ons", "ez", "ont");
  private static final List<String> IMPERFECT_ENDINGS =
      List.of("ais", "ais", "ait", "ions", "iez", "aient");

  Verb {
    present = List.copyOf(present);
    takes = Set.copyOf(takes);
    if (present.size() != 6) {
      throw new IllegalArgumentException(
          "verb " + infinitive.text() + ": expected 6 present forms, got " + present.size());
    }
  }

  /** How French tells the past of a verb. English has the simple past for all three. */
  enum Past {
    /** An event: il a mangé. */
    WITH_AVOIR,
    /** An event of going or coming, or a reflexive one: elle est partie. */
    WITH_ETRE,
    /** A state: il habitait. */
    IMPERFECT
  }

  String lemma() {
    return infinitive.text();
  }

  /** The form that agrees with the subject where the tense needs no participle. */
  Word simple(Person person, Tense tense) {
    return switch (tense) {
      case PRESENT -> present.get(person.ordinal());
      case PAST -> word(imperfectStem() + IMPERFECT_ENDINGS.get(person.ordinal()));
      case FUTURE -> word(futureStem + FUTURE_ENDINGS.get(person.ordinal()));
    };
  }

  /** The participle as it agrees with whom it is said of: partie, partis. */
  Word participle(Gender gender, Count count) {
    String feminine = gender == Gender.FEMININE ? "e" : "";
    String plural = count == Count.PLURAL ? "s" : "";
    return word(participle + feminine + plural);
  }

  Word participle() {
    return word(participle);
  }

  /** Every French form, for the list of words. */
  List<Word> frenchForms() {
    List<Word> forms = new ArrayList<>(present);
    forms.add(infinitive);
    for (Person person : Person.values()) {
      forms.add(simple(person, Tense.FUTURE));
      forms.add(simple(person, Tense.PAST));
    }
    for (Count count : Count.values()) {
      forms.add(participle(Gender.MASCULINE, count));
      forms.add(participle(Gender.FEMININE, count));
    }
    return forms;
  }

  private String imperfectStem() {
    String we = present.get(Person.WE.ordinal()).text();
    return we.endsWith("ons") ? we.substring(0, we.length() - 3) : "ét";
  }

  private Word word(String text) {
    return new Word(text, wordClass);
  }
}
