package dev.dragoman.grammar;

/**
 * Somebody at whose place one can be: chez la boulangère.
 *
 * @param person the noun, of somebody who belongs to nobody else
 * @param place where he or she is found
 */
record Host(Noun person, Noun place) {

  /** le or la, the. */
  Phrase article() {
    French article = person.gender() == Gender.MASCULINE ? French.LE : French.LA;
    return article.as(English.THE);
  }
}
