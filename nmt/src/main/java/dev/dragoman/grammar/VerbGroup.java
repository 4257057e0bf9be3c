package dev.dragoman.grammar;

import java.util.ArrayList;
import java.util.List;

/**
 * A verb with its auxiliaries, its negation or adverb, and its object pronoun.
 *
 * @param french all of it in French: n'a pas mangé
 * @param auxiliary what English puts before the subject of a question: did
 * @param main the rest of English: not eat
 * @param meaning the cell of the verb
 */
record VerbGroup(List<Token> french, List<Token> auxiliary, List<Token> main, Cell meaning) {

  VerbGroup {
    french = List.copyOf(french);
    auxiliary = List.copyOf(auxiliary);
    main = List.copyOf(main);
  }

  List<Token> english() {
    return Phrase.join(auxiliary, main);
  }

  /** Says how a verb is used; {@link #build} does the rest. */
  static final class Builder {
    private final Conjugation conjugation;
    private final Verb verb;
    private final Nominal subject;
    private final Tense tense;
    private final Cell meaning = new Cell();
    private final Cell modification = new Cell();
    private Manner manner = Manner.PLAIN;
    private Phrase pronoun = Phrase.EMPTY;
    private boolean reflexive;
    private boolean question;

    Builder(Conjugation conjugation, Verb verb, Nominal subject, Tense tense) {
      this.conjugation = conjugation;
      this.verb = verb;
      this.subject = subject;
      this.tense = tense;
    }

    Builder manner(Manner value) {
      manner = value;
      return this;
    }

    /** An object pronoun: before the verb in French, after it in English. */
    Builder pronoun(Phrase value) {
      pronoun = value;
      return this;
    }

    /** Whoever does it does it to themselves, and French takes être. */
    Builder reflexive() {
      reflexive = true;
      return pronoun(Conjugation.reflexive(subject));
    }

    /** English needs an auxiliary that can go before the subject. */
    Builder question() {
      question = true;
      return this;
    }

    VerbGroup build() {
      return new VerbGroup(french(), auxiliary(), main(), meaning);
    }

    /** A pronoun stands before the verb it belongs to: il la voit, il va la voir. */
    private List<Token> french() {
      List<Token> verbs = conjugation.french(verb, subject, tense, reflexive, meaning);
      List<Token> tokens = new ArrayList<>();
      if (manner.isNegative()) {
        tokens.add(French.NE.helper(modification));
      }
      if (tense != Tense.FUTURE) {
        tokens.addAll(pronoun.french());
      }
      tokens.add(verbs.getFirst());
      switch (manner) {
        case PLAIN -> {}
        case NOT -> tokens.add(French.PAS.head(modification));
        case NEVER -> tokens.add(French.JAMAIS.head(modification));
        case OFTEN -> tokens.add(French.SOUVENT.head(modification));
        case ALWAYS -> tokens.add(French.TOUJOURS.head(modification));
        case SOMETIMES -> tokens.add(French.PARFOIS.head(modification));
        case RARELY -> tokens.add(French.RAREMENT.head(modification));
      }
      if (tense == Tense.FUTURE) {
        tokens.addAll(pronoun.french());
      }
      tokens.addAll(verbs.subList(1, verbs.size()));
      return tokens;
    }

    private boolean needsAuxiliary() {
      return question || manner == Manner.NOT || plain().isEmpty();
    }

    private List<Word> plain() {
      return verb.english().plain(subject.person(), tense);
    }

    private boolean isCannot() {
      return manner == Manner.NOT
          && verb.english() instanceof EnglishVerb.Modal modal
          && modal.auxiliary(subject.person(), tense).getFirst().text().equals("can");
    }

    private List<Token> auxiliary() {
      if (!needsAuxiliary()) {
        return List.of();
      }
      if (isCannot()) {
        return List.of(
            new Token(
                English.CANNOT.word(),
                List.of(new Token.Tie(meaning, true), new Token.Tie(modification, true))));
      }
      boolean helps = verb.english() instanceof EnglishVerb.Ordinary || tense == Tense.FUTURE;
      return verb.english().auxiliary(subject.person(), tense).stream()
          .map(word -> helps ? Token.helper(word, meaning) : Token.head(word, meaning))
          .toList();
    }

    private List<Token> main() {
      List<Token> tokens = new ArrayList<>(modifier());
      List<Word> words = needsAuxiliary() ? verb.english().afterAuxiliary(tense) : plain();
      words.forEach(word -> tokens.add(Token.head(word, meaning)));
      tokens.addAll(pronoun.english());
      return tokens;
    }

    private List<Token> modifier() {
      return switch (manner) {
        case PLAIN -> List.of();
        case NOT -> isCannot() ? List.of() : List.of(English.NOT.head(modification));
        case NEVER -> List.of(English.NEVER.head(modification));
        case OFTEN -> List.of(English.OFTEN.head(modification));
        case ALWAYS -> List.of(English.ALWAYS.head(modification));
        case SOMETIMES -> List.of(English.SOMETIMES.head(modification));
        case RARELY -> List.of(English.RARELY.head(modification));
      };
    }
  }
}
