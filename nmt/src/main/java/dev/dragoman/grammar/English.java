package dev.dragoman.grammar;

/** The small words of English, with the form they take before a vowel. */
enum English {
  THE("the", WordClass.DETERMINER),
  A("a", "an", WordClass.DETERMINER),
  THIS("this", WordClass.DETERMINER),
  THESE("these", WordClass.DETERMINER),
  EVERY("every", WordClass.DETERMINER),
  MY("my", WordClass.DETERMINER),
  YOUR("your", WordClass.DETERMINER),
  HIS("his", WordClass.DETERMINER),
  HER_OWN("her", WordClass.DETERMINER),
  OUR("our", WordClass.DETERMINER),
  THEIR("their", WordClass.DETERMINER),

  I("I", WordClass.PRONOUN),
  YOU("you", WordClass.PRONOUN),
  HE("he", WordClass.PRONOUN),
  SHE("she", WordClass.PRONOUN),
  WE("we", WordClass.PRONOUN),
  THEY("they", WordClass.PRONOUN),
  ME("me", WordClass.PRONOUN),
  HIM("him", WordClass.PRONOUN),
  HER("her", WordClass.PRONOUN),
  US("us", WordClass.PRONOUN),
  THEM("them", WordClass.PRONOUN),
  MYSELF("myself", WordClass.PRONOUN),
  YOURSELF("yourself", WordClass.PRONOUN),
  HIMSELF("himself", WordClass.PRONOUN),
  HERSELF("herself", WordClass.PRONOUN),
  OURSELVES("ourselves", WordClass.PRONOUN),
  YOURSELVES("yourselves", WordClass.PRONOUN),
  THEMSELVES("themselves", WordClass.PRONOUN),

  OF("of", WordClass.PREPOSITION),
  S("'s", WordClass.PREPOSITION),
  TO("to", WordClass.PREPOSITION),
  AT("at", WordClass.PREPOSITION),
  IN("in", WordClass.PREPOSITION),
  ON("on", WordClass.PREPOSITION),
  FROM("from", WordClass.PREPOSITION),
  WITH("with", WordClass.PREPOSITION),
  UNDER("under", WordClass.PREPOSITION),
  FOR("for", WordClass.PREPOSITION),
  BEFORE("before", WordClass.PREPOSITION),
  AFTER("after", WordClass.PREPOSITION),

  FRONT("front", WordClass.PREPOSITION),
  BEHIND("behind", WordClass.PREPOSITION),
  NEAR("near", WordClass.PREPOSITION),

  AM("am", WordClass.AUXILIARY),
  IS("is", WordClass.AUXILIARY),
  ARE("are", WordClass.AUXILIARY),
  WAS("was", WordClass.AUXILIARY),
  WERE("were", WordClass.AUXILIARY),
  BE("be", WordClass.AUXILIARY),
  DO("do", WordClass.AUXILIARY),
  DOES("does", WordClass.AUXILIARY),
  DID("did", WordClass.AUXILIARY),
  WILL("will", WordClass.AUXILIARY),
  CANNOT("cannot", WordClass.AUXILIARY),

  NOT("not", WordClass.NEGATION),
  NEVER("never", WordClass.MANNER),
  OFTEN("often", WordClass.MANNER),
  ALWAYS("always", WordClass.MANNER),
  SOMETIMES("sometimes", WordClass.MANNER),
  RARELY("rarely", WordClass.MANNER),

  THAT("that", WordClass.CONJUNCTION),
  THAN("than", WordClass.CONJUNCTION),
  AND("and", WordClass.CONJUNCTION),
  BECAUSE("because", WordClass.CONJUNCTION),

  WHO("who", WordClass.QUESTION),
  WHERE("where", WordClass.QUESTION),
  WHEN("when", WordClass.QUESTION),
  WHY("why", WordClass.QUESTION),
  WHAT("what", WordClass.QUESTION),
  WHICH("which", WordClass.QUESTION),
  HOW("how", WordClass.QUESTION),
  MANY("many", WordClass.QUESTION),

  VERY("very", WordClass.DEGREE),
  MORE("more", WordClass.DEGREE),
  LESS("less", WordClass.DEGREE),
  AS("as", WordClass.DEGREE),

  YESTERDAY("yesterday", WordClass.WHEN),
  TOMORROW("tomorrow", WordClass.WHEN),
  SOON("soon", WordClass.WHEN),
  LAST("last", WordClass.ORDER),
  NEXT("next", WordClass.ORDER),

  YEARS("years", WordClass.TIME),
  OLD_IN_YEARS("old", WordClass.AGE),
  COLOUR("colour", WordClass.NOTION),
  LANGUAGE("language", WordClass.NOTION),
  CAPITAL("capital", WordClass.NOTION),

  COMMA(",", WordClass.PUNCTUATION),
  STOP(".", WordClass.PUNCTUATION),
  QUESTION_MARK("?", WordClass.PUNCTUATION);

  private final String text;
  private final String beforeVowel;
  private final WordClass wordClass;

  English(String text, WordClass wordClass) {
    this(text, text, wordClass);
  }

  English(String text, String beforeVowel, WordClass wordClass) {
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
}
