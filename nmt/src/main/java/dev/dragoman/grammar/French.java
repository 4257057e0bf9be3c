package dev.dragoman.grammar;

/** The small words of French, with the form they take before a vowel. */
enum French {
  LE("le", "l'", WordClass.DETERMINER),
  LA("la", "l'", WordClass.DETERMINER),
  LES("les", WordClass.DETERMINER),
  UN("un", WordClass.DETERMINER),
  UNE("une", WordClass.DETERMINER),
  DES("des", WordClass.DETERMINER),
  CE("ce", "cet", WordClass.DETERMINER),
  CETTE("cette", WordClass.DETERMINER),
  CES("ces", WordClass.DETERMINER),
  CHAQUE("chaque", WordClass.DETERMINER),
  MON("mon", WordClass.DETERMINER),
  MA("ma", "mon", WordClass.DETERMINER),
  MES("mes", WordClass.DETERMINER),
  TON("ton", WordClass.DETERMINER),
  TA("ta", "ton", WordClass.DETERMINER),
  TES("tes", WordClass.DETERMINER),
  SON("son", WordClass.DETERMINER),
  SA("sa", "son", WordClass.DETERMINER),
  SES("ses", WordClass.DETERMINER),
  NOTRE("notre", WordClass.DETERMINER),
  NOS("nos", WordClass.DETERMINER),
  VOTRE("votre", WordClass.DETERMINER),
  VOS("vos", WordClass.DETERMINER),
  LEUR("leur", WordClass.DETERMINER),
  LEURS("leurs", WordClass.DETERMINER),

  JE("je", "j'", WordClass.PRONOUN),
  TU("tu", WordClass.PRONOUN),
  IL("il", WordClass.PRONOUN),
  ELLE("elle", WordClass.PRONOUN),
  NOUS("nous", WordClass.PRONOUN),
  VOUS("vous", WordClass.PRONOUN),
  ILS("ils", WordClass.PRONOUN),
  ELLES("elles", WordClass.PRONOUN),
  ME("me", "m'", WordClass.PRONOUN),
  TE("te", "t'", WordClass.PRONOUN),
  SE("se", "s'", WordClass.PRONOUN),
  HIM("le", "l'", WordClass.PRONOUN),
  HER("la", "l'", WordClass.PRONOUN),
  THEM("les", WordClass.PRONOUN),
  MOI("moi", WordClass.PRONOUN),
  TOI("toi", WordClass.PRONOUN),
  LUI("lui", WordClass.PRONOUN),
  EUX("eux", WordClass.PRONOUN),

  DE("de", "d'", WordClass.PREPOSITION),
  DU("du", WordClass.PREPOSITION),
  OF_THE_PLURAL("des", WordClass.PREPOSITION),
  A("à", WordClass.PREPOSITION),
  AU("au", WordClass.PREPOSITION),
  AUX("aux", WordClass.PREPOSITION),
  EN("en", WordClass.PREPOSITION),
  DANS("dans", WordClass.PREPOSITION),
  SUR("sur", WordClass.PREPOSITION),
  CHEZ("chez", WordClass.PREPOSITION),
  AVEC("avec", WordClass.PREPOSITION),
  POUR("pour", WordClass.PREPOSITION),
  SOUS("sous", WordClass.PREPOSITION),
  PENDANT("pendant", WordClass.PREPOSITION),
  DEVANT("devant", WordClass.PREPOSITION),
  DERRIERE("derrière", WordClass.PREPOSITION),
  PRES("près", WordClass.PREPOSITION),
  AVANT("avant", WordClass.PREPOSITION),
  APRES("après", WordClass.PREPOSITION),

  NE("ne", "n'", WordClass.NEGATION),
  PAS("pas", WordClass.NEGATION),
  JAMAIS("jamais", WordClass.NEGATION),

  QUE("que", "qu'", WordClass.CONJUNCTION),
  ET("et", WordClass.CONJUNCTION),
  PARCE("parce", WordClass.CONJUNCTION),

  QUI("qui", WordClass.QUESTION),
  OU("où", WordClass.QUESTION),
  QUAND("quand", WordClass.QUESTION),
  POURQUOI("pourquoi", WordClass.QUESTION),
  WHAT("que", "qu'", WordClass.QUESTION),
  COMBIEN("combien", WordClass.QUESTION),
  QUEL("quel", WordClass.QUESTION),
  QUELLE("quelle", WordClass.QUESTION),

  TRES("très", WordClass.DEGREE),
  PLUS("plus", WordClass.DEGREE),
  MOINS("moins", WordClass.DEGREE),
  AUSSI("aussi", WordClass.DEGREE),

  SOUVENT("souvent", WordClass.MANNER),
  TOUJOURS("toujours", WordClass.MANNER),
  PARFOIS("parfois", WordClass.MANNER),
  RAREMENT("rarement", WordClass.MANNER),

  HIER("hier", WordClass.WHEN),
  DEMAIN("demain", WordClass.WHEN),
  BIENTOT("bientôt", WordClass.WHEN),
  DERNIER("dernier", WordClass.ORDER),
  DERNIERE("dernière", WordClass.ORDER),
  PROCHAIN("prochain", WordClass.ORDER),
  PROCHAINE("prochaine", WordClass.ORDER),

  ANS("ans", WordClass.TIME),
  AGE("âge", WordClass.NOTION),
  COULEUR("couleur", WordClass.NOTION),
  LANGUE("langue", WordClass.NOTION),
  CAPITALE("capitale", WordClass.NOTION),

  COMMA(",", WordClass.PUNCTUATION),
  STOP(".", WordClass.PUNCTUATION),
  QUESTION_MARK("?", WordClass.PUNCTUATION),
  HYPHEN("-", WordClass.PUNCTUATION);

  private final String text;
  private final String beforeVowel;
  private final WordClass wordClass;

  French(String text, WordClass wordClass) {
    this(text, text, wordClass);
  }

  French(String text, String beforeVowel, WordClass wordClass) {
    this.text = text;
    this.beforeVowel = beforeVowel;
    this.wordClass = wordClass;
  }

  Word word() {
    return new Word(text, beforeVowel, wordClass);
  }

  /** This word as the bearer of a meaning. */
  Token head(Cell cell) {
    return Token.head(word(), cell);
  }

  /** This word as a mere helper of a meaning. */
  Token helper(Cell cell) {
    return Token.helper(word(), cell);
  }

  /** This word and the English one that stands for it. */
  Phrase as(English english) {
    return Phrase.of(word(), english.word());
  }
}
