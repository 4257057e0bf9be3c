package dev.dragoman.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.text.TextSettings;
import dev.dragoman.text.Tokenizer;
import org.junit.jupiter.api.Test;

/** The known alignments are of use only where training splits the text into the same words. */
class TokenizerAgreementTest {

  private static final Tokenizer WORDS = Tokenizer.of(TextSettings.defaults());

  @Test
  void theWordTokenizerSplitsEverySentenceIntoTheWordsThatAreAligned() {
    for (GeneratedPair pair : new BuiltInCorpus().generate(5, 10_000)) {
      assertThat(WORDS.tokenize(pair.source())).isEqualTo(pair.sourceTokens());
      assertThat(WORDS.tokenize(pair.target())).isEqualTo(pair.targetTokens());
    }
  }

  @Test
  void theWordTokenizerJoinsThemToTheSameText() {
    for (GeneratedPair pair : new BuiltInCorpus().generate(6, 10_000)) {
      assertThat(WORDS.detokenize(pair.sourceTokens())).isEqualTo(pair.source());
      assertThat(WORDS.detokenize(pair.targetTokens())).isEqualTo(pair.target());
    }
  }
}
