package dev.dragoman.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.checkpoint.SavedModel;
import dev.dragoman.checkpoint.Side;
import dev.dragoman.checkpoint.TrainingSummary;
import dev.dragoman.model.ModelSettings;
import dev.dragoman.model.Seq2Seq;
import dev.dragoman.search.LengthPenalty;
import dev.dragoman.search.SearchSettings;
import dev.dragoman.settings.ConfigurationException;
import dev.dragoman.text.TextSettings;
import dev.dragoman.vocab.Specials;
import dev.dragoman.vocab.TokenCounts;
import dev.dragoman.vocab.Vocabulary;
import dev.dragoman.vocab.VocabularySettings;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SearchOfAModelTest {
  private static SavedModel saved(String configuration) {
    Vocabulary words = Vocabulary.build(new TokenCounts(), new VocabularySettings(1, 0));
    Side side = new Side(TextSettings.defaults(), words);
    Seq2Seq model =
        new Seq2Seq(
            ModelSettings.defaults(),
            words.size(),
            words.size(),
            Specials.PAD,
            new SplittableRandom(5));
    return new SavedModel(model, side, side, configuration, TrainingSummary.untrained(5));
  }

  @Test
  void isTheDefaultWhereItsExperimentSaysNothing() {
    assertThat(Translator.searchOf(saved(""))).isEqualTo(SearchSettings.defaults());
    assertThat(Translator.searchOf(saved("[training]\nseed = 3\n")))
        .isEqualTo(SearchSettings.defaults());
  }

  @Test
  void isWhatItsExperimentSays() {
    SearchSettings search =
        Translator.searchOf(
            saved(
                """
                out = "a"
                [search]
                beam-size = 3
                length-penalty = "wu"
                length-penalty-alpha = 0.6
                max-length-ratio = 1.5
                max-length-constant = 7
                max-length-cap = 90
                min-length = 2
                allow-unknown = false
                """));
    assertThat(search)
        .isEqualTo(
            SearchSettings.defaults()
                .withBeamSize(3)
                .withLengthPenalty(LengthPenalty.WU, 0.6)
                .withMaxLength(1.5, 7, 90)
                .withMinLength(2)
                .withAllowUnknown(false));
  }

  @Test
  void modelsWithTheFormerKeysStillLoad() {
    String former =
        "[search]\nbeam-size = 4\nn-best = 1\nkeep-attention = true\nkeep-scores = true\n";
    assertThat(Translator.searchOf(saved(former)))
        .isEqualTo(SearchSettings.defaults().withBeamSize(4));
  }

  @Test
  void aKeyThatNobodyKnowsIsAnError() {
    assertThatThrownBy(() -> Translator.searchOf(saved("[search]\nbeem-size = 4\n")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("did you mean 'search.beam-size'?");
  }
}
