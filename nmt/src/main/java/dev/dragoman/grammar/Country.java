package dev.dragoman.grammar;

import java.util.List;

/**
 * A country and what belongs to it.
 *
 * @param gender of its French name: la France, le Japon
 * @param frenchName without its article
 * @param englishName its name in English
 * @param nationality the adjective, which in the masculine is also the name of the language
 * @param frenchCapital its capital in French
 * @param englishCapital its capital in English
 */
record Country(
    Gender gender,
    Word frenchName,
    Word englishName,
    Adjective nationality,
    Word frenchCapital,
    Word englishCapital) {

  Phrase capital() {
    return Phrase.of(frenchCapital, englishCapital);
  }

  /** The French name has an article, the English one has not: le Japon, Japan. */
  Phrase withArticle() {
    Cell cell = new Cell();
    return new Phrase(
        List.of(
            (gender == Gender.MASCULINE ? French.LE : French.LA).helper(cell),
            Token.head(frenchName, cell)),
        List.of(Token.head(englishName, cell)));
  }

  Phrase withoutArticle() {
    return Phrase.of(frenchName, englishName);
  }

  /** au Japon, but en France: in Japan, or to it. */
  Phrase where(English preposition) {
    return gender == Gender.MASCULINE
        ? French.A.as(preposition).then(withArticle())
        : French.EN.as(preposition).then(withoutArticle());
  }

  /** du Japon, but de France: from it, or of it. */
  Phrase whence(English preposition) {
    Phrase of = French.DE.as(preposition);
    return of.then(gender == Gender.MASCULINE ? withArticle() : withoutArticle());
  }

  /** le français, French: what is learnt has an article, what is spoken has none. */
  Phrase languageWithArticle() {
    Cell cell = new Cell();
    Word name = nationality.french(Gender.MASCULINE, Count.SINGULAR);
    return new Phrase(
        List.of(French.LE.helper(cell), Token.head(name, cell)),
        List.of(Token.head(nationality.english(), cell)));
  }

  /** The name of the language in sentences such as il parle français. */
  Phrase language() {
    return nationality.predicate(Gender.MASCULINE, Count.SINGULAR);
  }
}
