package dev.dragoman.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A French verb and the English one that stands for it.
 *
 * @param wordClass its group of meaning
 * @param infinitive manger
 * @param present the six forms, or those of il and ils
 * @param participle masculine singular: mangé
 * @param past which past tense it takes
 * @param english eat
 * @param takes the groups of nouns that can be its object
 */
record Verb(
    WordClass wordClass,
    Word infinitive,
    List<Word> present,
    String participle,
    Past past,
    EnglishVerb english,
    Set<String> takes) {

  private static final List<String> IMPERFECT_ENDINGS =
      List.of("ais", "ais", "ait", "ions", "iez", "aient");

  Verb {
    present = List.copyOf(present);
    takes = Set.copyOf(takes);
    if (present.size() != 6 && present.size() != 2) {
      throw new IllegalArgumentException(
          "verb " + infinitive.text() + ": expected 6 present forms or 2, got " + present.size());
    }
  }

  /** How French tells the past of a verb. English has the simple past for all three. */
  enum Past {
    /** An event: il a mangé. */
    WITH_AVOIR,
    /** An event of going or coming, or a reflexive one: elle est partie. */
    WITH_ETRE,
    /** A state: il était, and every other person too. */
    IMPERFECT,
    /** A state that only il and ils tell of. */
    IMPERFECT_OF_THIRD
  }

  String lemma() {
    return infinitive.text();
  }

  /** The groups of its objects in an order that does not change from run to run. */
  List<String> groups() {
    return takes.stream().sorted().toList();
  }

  boolean isState() {
    return past == Past.IMPERFECT || past == Past.IMPERFECT_OF_THIRD;
  }

  /** Whether the grammar has this form: only common verbs have all persons in all tenses. */
  boolean isSaidBy(Person person, Tense tense) {
    return person.isThird()
        || switch (tense) {
          case PRESENT -> present.size() == 6;
          case PAST -> past != Past.IMPERFECT_OF_THIRD;
          case FUTURE -> true;
        };
  }

  Word present(Person person) {
    int index = present.size() == 6 ? person.column() : person.count().column();
    return present.get(index);
  }

  /** The stem is that of the first or, where the table lacks it, the third person plural. */
  Word imperfect(Person person) {
    return word(imperfectStem() + IMPERFECT_ENDINGS.get(person.column()));
  }

  /** The participle as it agrees with whom it is said of: partie, partis. */
  Word participle(Gender gender, Count count) {
    String feminine = gender == Gender.FEMININE ? "e" : "";
    String plural = count == Count.PLURAL ? "s" : "";
    return word(participle + feminine + plural);
  }

  /** The participle that agrees with nobody: elle a mangé. */
  Word bareParticiple() {
    return word(participle);
  }

  /** Every French form, for the list of words. */
  List<Word> frenchForms() {
    List<Word> forms = new ArrayList<>(present);
    forms.add(infinitive);
    if (isState()) {
      for (Person person : Person.values()) {
        forms.add(imperfect(person));
      }
    }
    for (Count count : Count.values()) {
      forms.add(participle(Gender.MASCULINE, count));
      forms.add(participle(Gender.FEMININE, count));
    }
    return forms;
  }

  private String imperfectStem() {
    if (lemma().equals("être")) {
      return "ét";
    }
    Person plural = present.size() == 6 ? Person.WE : Person.THEY;
    String form = present(plural).text();
    return form.substring(0, form.length() - 3);
  }

  private Word word(String text) {
    return new Word(text, wordClass);
  }
}
