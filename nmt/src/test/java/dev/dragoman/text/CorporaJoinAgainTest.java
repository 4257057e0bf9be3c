package dev.dragoman.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.data.SharedCorpora;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every line of the reference corpora comes back when its tokens are joined. */
class CorporaJoinAgainTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multi30k/train.en.gz",
        "multi30k/train.de.gz",
        "multi30k/val.en.gz",
        "multi30k/val.de.gz",
        "multi30k/test_2016_flickr.en.gz",
        "multi30k/test_2016_flickr.de.gz",
        "bpe/joeynmt-toy/train.de",
        "bpe/joeynmt-toy/train.en",
        "bpe/joeynmt-toy/dev.de",
        "bpe/joeynmt-toy/dev.en",
        "bpe/joeynmt-toy/test.de",
        "bpe/joeynmt-toy/test._en",
        "bpe/subword-nmt/corpus.en",
        "metrics/wmt17-en-de/newstest2017.ref.de.txt.gz",
        "embeddings/corpus/lee_background.cor"
      })
  void everyLineOf(String file) {
    assertEveryLineJoinsAgain(SharedCorpora.lines(file));
  }

  @Test
  void everyEnglishLineOfTatoeba() {
    assertEveryLineJoinsAgain(SharedCorpora.column("tatoeba-eng-fra/eng-fra.txt.gz", 1));
  }

  @Test
  void everyFrenchLineOfTatoeba() {
    assertEveryLineJoinsAgain(SharedCorpora.column("tatoeba-eng-fra/eng-fra.txt.gz", 2));
  }

  private static void assertEveryLineJoinsAgain(List<String> lines) {
    Tokenizer words = Tokenizer.of(TextSettings.defaults());
    for (String line : lines) {
      String text = words.normalize(line);
      assertThat(words.detokenize(words.tokenize(line))).isEqualTo(Blanks.collapse(text));
    }
  }
}
