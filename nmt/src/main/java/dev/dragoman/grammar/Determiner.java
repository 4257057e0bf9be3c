package dev.dragoman.grammar;

import java.util.List;

/**
 * How a noun is introduced. Where English has nothing to say, French words only help their noun:
 * des pommes, apples.
 *
 * @param masculine French before a masculine noun
 * @param feminine French before a feminine noun
 * @param plural French before several
 * @param one English before one
 * @param many English before several
 */
record Determiner(
    List<French> masculine,
    List<French> feminine,
    List<French> plural,
    List<English> one,
    List<English> many) {

  /** le roi, the king. */
  static final Determiner DEFINITE = of(French.LE, French.LA, French.LES, English.THE, English.THE);

  /** ce roi, this king. */
  static final Determiner DEMONSTRATIVE =
      of(French.CE, French.CETTE, French.CES, English.THIS, English.THESE);

  /** une pomme, an apple; des pommes, apples. */
  static final Determiner INDEFINITE =
      new Determiner(
          List.of(French.UN),
          List.of(French.UNE),
          List.of(French.DES),
          List.of(English.A),
          List.of());

  /** du pain, bread: what has no plural and no a. */
  static final Determiner PARTITIVE =
      new Determiner(
          List.of(French.DE, French.LE),
          List.of(French.DE, French.LA),
          List.of(French.DES),
          List.of(),
          List.of());

  /** il aime le pain, he loves bread: what is loved or hated is all of its kind. */
  static final Determiner GENERIC =
      new Determiner(
          List.of(French.LE), List.of(French.LA), List.of(French.LES), List.of(), List.of());

  /** pas de voiture, not a car; pas de pommes, not apples. */
  static final Determiner NOT_ONE = new Determiner(de(), de(), de(), List.of(English.A), List.of());

  /** pas de pain, not bread. */
  static final Determiner NOT_ANY = new Determiner(de(), de(), de(), List.of(), List.of());

  /** elle est actrice, she is an actress: French names a trade without an article. */
  static final Determiner TRADE =
      new Determiner(List.of(), List.of(), List.of(), List.of(English.A), List.of());

  Determiner {
    masculine = List.copyOf(masculine);
    feminine = List.copyOf(feminine);
    plural = List.copyOf(plural);
    one = List.copyOf(one);
    many = List.copyOf(many);
  }

  /** mon chapeau, my hat; son chapeau is his hat or her hat as its owner is. */
  static Determiner possessive(Person owner, Gender gender) {
    return switch (owner) {
      case I -> of(French.MON, French.MA, French.MES, English.MY, English.MY);
      case YOU -> of(French.TON, French.TA, French.TES, English.YOUR, English.YOUR);
      case HE_OR_SHE -> {
        English own = gender == Gender.MASCULINE ? English.HIS : English.HER_OWN;
        yield of(French.SON, French.SA, French.SES, own, own);
      }
      case WE -> of(French.NOTRE, French.NOTRE, French.NOS, English.OUR, English.OUR);
      case YOU_ALL -> of(French.VOTRE, French.VOTRE, French.VOS, English.YOUR, English.YOUR);
      case THEY -> of(French.LEUR, French.LEUR, French.LEURS, English.THEIR, English.THEIR);
    };
  }

  List<French> french(Gender gender, Count count) {
    if (count == Count.PLURAL) {
      return plural;
    }
    return gender == Gender.MASCULINE ? masculine : feminine;
  }

  List<English> english(Count count) {
    return count == Count.SINGULAR ? one : many;
  }

  private static List<French> de() {
    return List.of(French.DE);
  }

  private static Determiner of(
      French masculine, French feminine, French plural, English one, English many) {
    return new Determiner(
        List.of(masculine), List.of(feminine), List.of(plural), List.of(one), List.of(many));
  }
}
