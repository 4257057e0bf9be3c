package dev.dragoman.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordTokenizerTest {

  private static final Tokenizer WORDS = Tokenizer.of(TextSettings.defaults());

  /** Text, what it is split into (at blanks). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          A dog barks.                   | A dog barks .
          Hello, world!                  | Hello , world !
          "Yes," she said (twice).       | " Yes , " she said ( twice ) .
          1,000.50 and 3.5 or 1.000,50   | 1,000.50 and 3.5 or 1.000,50
          10:30, 3/4                     | 10 :￭ 30 , 3 / 4
          in 1999. Then                  | in 1999 . Then
          the 1980's and 80s             | the 1980 's and 80s
          at 5 p.m. in the U.S. now      | at 5 p.m. in the U.S. now
          Mr. Smith                      | Mr . Smith
          well... no -- yes              | well ... no -- yes
          snake_case                     | snake_case
          「はい」と言った。                 | 「 は い 」 と 言 っ た 。
          我爱2020年                      | 我 爱 2020 年
          мама, это да                   | мама , это да
          हिन्दी में                          | हिन्दी में
          """)
  void splitsWordsNumbersAndPunctuation(String text, String tokens) {
    assertThat(WORDS.tokenize(text)).containsExactly(tokens.split(" "));
    assertThat(WORDS.detokenize(WORDS.tokenize(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          l'homme                | l' homme
          L’homme qu’il voit     | L’ homme qu’ il voit
          jusqu'à aujourd'hui    | jusqu' à aujourd' hui
          dell'arte              | dell' arte
          don't                  | do n't
          CAN'T                  | CA N'T
          it's I'm we're         | it 's I 'm we 're
          I'd've                 | I 'd 've
          O'Brien                | O' Brien
          rock'n'roll            | rock' n' roll
          п'ять                  | п'ять
          """)
  void cutsElisionsBehindTheApostropheAndEnglishEndingsBeforeIt(String text, String tokens) {
    assertThat(WORDS.tokenize(text)).containsExactly(tokens.split(" "));
    assertThat(WORDS.detokenize(WORDS.tokenize(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          e-mail                 | e - mail
          Est-ce qu'il           | Est - ce qu' il
          Paris - Berlin         | Paris ▁-▁ Berlin
          Vor- und Nachteile     | Vor -▁ und Nachteile
          -5 Grad                | ▁- 5 Grad
          """)
  void hyphensInWordsArePlainAndOthersCarryMarks(String text, String tokens) {
    // A hyphen at the beginning of a line has nothing before it to be marked against.
    String[] expected = tokens.replaceFirst("^▁-", "-").split(" ");
    assertThat(WORDS.tokenize(text)).containsExactly(expected);
    assertThat(WORDS.detokenize(WORDS.tokenize(text))).isEqualTo(text);
  }

  @Test
  void frenchBlanksBeforePunctuationAreMarkedAndComeBack() {
    assertThat(WORDS.tokenize("Quoi\u202f? Non\u00a0!")).containsExactly("Quoi", "▁?", "Non", "▁!");
    assertThat(WORDS.detokenize(List.of("Quoi", "▁?", "Non", "▁!"))).isEqualTo("Quoi ? Non !");
    assertThat(WORDS.tokenize("Il dit\u00a0: « oui »."))
        .containsExactly("Il", "dit", "▁:", "«", "oui", "»", ".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A dog barks.",
        "\"Hello,\" he said.",
        "He said: \"No!\", \"Yes!\" and 'maybe'.",
        "„Hallo“, sagte er; „und ‚nein‘“.",
        "“So,” she said, “it's over.”",
        "L'homme n'est pas là (aujourd'hui).",
        "I don't know; she's 5% sure, for $3.",
        "¿Qué? ¡No!",
        "A well-known T-shirt and/or 1/2.",
        "我爱你，你好。"
      })
  void ordinaryTextNeedsNoMarksAndJoinsNicely(String text) {
    List<String> tokens = WORDS.tokenize(text);
    assertThat(String.join("", tokens)).doesNotContain("￭", "▁");
    assertThat(WORDS.detokenize(tokens)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          A dog barks .                        | A dog barks.
          " Hello , " he said .                | "Hello," he said.
          do n't go ( now ) !                  | don't go (now)!
          l' homme qu' il a vu                 | l'homme qu'il a vu
          est - ce qu' il dort ?               | est-ce qu'il dort?
          <unk> is 5 % of $ 3 .                | <unk> is 5% of $3.
          """)
  void tokensOfAModelJoinNicely(String tokens, String text) {
    assertThat(WORDS.detokenize(List.of(tokens.split(" ")))).isEqualTo(text);
  }

  @Test
  void tokensOfAConfusedModelDoNoHarm() {
    assertThat(WORDS.detokenize(List.of())).isEmpty();
    assertThat(WORDS.detokenize(List.of("￭", "▁", "", "￭▁"))).isEmpty();
    assertThat(WORDS.detokenize(List.of("￭", "￭a￭", "￭", "▁", "b", "▁"))).isEqualTo("a b");
    assertThat(WORDS.detokenize(List.of(".", ".", "'", "'s", "l'"))).isEqualTo(".. ''s l'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a￭b ￭ ￭￭ ▁ a▁b",
        "\\uFFED \\ uFFED ￭\\uFFED",
        "dogs' tails and 'tis the \"season",
        "http://example.org/a?b=c&d=1#e",
        "me@example.org, @you #tag C# C++",
        "1 000 euros, 5 %, 5%, € 5, 5 €, $ 5",
        "👩\u200d💻😀 👍🏽👍 🇫🇷🇩🇪 ❤\ufe0f!",
        "!!! ... .. ....... ?! ?!? -- --- ----a-b--c-",
        "don 't do n't n 't ' t l ' homme l' homme",
        "' a ' \" b \" ' ' \"\" '' “ “a” ” „b„ ‘ c ’ «d» »e«",
        "( a ) (b) [ c] {d }",
        "iPhoneを 買う。 東 京 Tokyo 東京Tokyo カタカナ",
        "a.b.c. a.b.cd U.S.A a..b a.1 1.a 1. .5 ,5 5,",
        "Tür\u00adgriff می\u200cخواهم \u200bx\u200b \u00ad",
        "\u0301a e\u0323\u0301 !\u0301 '\u0301s",
        "§5 § 5 5° 5 ° ©2020 ~5 a~b x*y x * y a_b _ __",
        "tab\tand\u00a0nbsp\u2003em\u3000wide\u0085nel\u2028ls",
        "\ud83d broken \udc00 surrogates \udc00\ud83d",
        "\u0600123 \u0600￭ zero\u0000byte"
      })
  void whateverIsSplitJoinsAgainUpToBlanks(String text) {
    assertJoinsAgain(text);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void randomTextJoinsAgainUpToBlanks(long seed) {
    String[] pieces = {
      " ", " ", " ", "\u00a0", "a", "Bc", "é", "e\u0301", "1", "23", ".", ",", "!", "?", ":", ";",
      "'", "’", "\"", "“", "”", "„", "‚", "‘", "«", "»", "(", ")", "[", "-", "--", "—", "/", "\\",
      "￭", "▁", "\\uFFED", "n't", "'s", "l'", "t", "n", "s", "世", "の", "カ", "。", "、", "「", "_", "@",
      "#", "$", "€", "%", "&", "+", "=", "<", ">", "😀", "\u200d", "\u00ad", "🇫", "\ufe0f", "م",
      "،", "ह", "ी", "。", "・", "·", "…", "...", "\t", "\ud83d", "\udc00", "\u0000"
    };
    Random random = new Random(seed);
    for (int run = 0; run < 4_000; run++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(16); i >= 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      assertJoinsAgain(text.toString());
    }
  }

  @Test
  void tokensKnowTheirPlaceInTheNormalizedText() {
    String text = "L'homme dit : «\u00a0Non\u00a0»";
    for (Token token : WORDS.split(text)) {
      assertThat(token.text()).contains(text.substring(token.begin(), token.end()));
    }
    assertThat(WORDS.split("a ？b"))
        .containsExactly(new Token("a", 0, 1), new Token("▁？", 2, 3), new Token("b", 3, 4));
  }

  @Test
  void aMarkBetweenWordsStandsAloneAndHasNoWidth() {
    assertThat(WORDS.split("l' homme"))
        .containsExactly(new Token("l", 0, 1), new Token("￭'▁", 1, 2), new Token("homme", 3, 8));
    assertThat(WORDS.split("東 京"))
        .containsExactly(new Token("東", 0, 1), new Token("▁", 2, 2), new Token("京", 2, 3));
  }

  @Test
  void blanksAloneHaveNoTokens() {
    assertThat(WORDS.tokenize("")).isEmpty();
    assertThat(WORDS.tokenize(" \t\u00a0\u202f\u3000")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a.", "a'", "-", "x ", "'", "1,", "\u0301", "😀\u200d", "🇫", "世"})
  void aHundredThousandCharactersTakeNoNoticeableTime(String piece) {
    String text = piece.repeat(100_000 / piece.length());
    long begin = System.nanoTime();
    assertJoinsAgain(text);
    assertThat((System.nanoTime() - begin) / 1e9).isLessThan(3);
  }

  private static void assertJoinsAgain(String text) {
    List<String> tokens = WORDS.tokenize(text);
    String joined = WORDS.detokenize(tokens);
    assertThat(joined)
        .as("joined from %s", tokens)
        .isEqualTo(Blanks.collapse(WORDS.normalize(text)));
    assertThat(WORDS.tokenize(joined)).isEqualTo(tokens);
    assertThat(tokens).allSatisfy(token -> assertThat(token).isNotEmpty());
    assertThat(tokens).noneMatch(token -> token.codePoints().anyMatch(Characters::isBlank));
  }
}
