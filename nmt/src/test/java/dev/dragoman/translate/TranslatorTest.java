package dev.dragoman.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.checkpoint.CheckpointException;
import dev.dragoman.checkpoint.ModelFolder;
import dev.dragoman.checkpoint.SavedModel;
import dev.dragoman.checkpoint.Side;
import dev.dragoman.checkpoint.TrainingSummary;
import dev.dragoman.layers.CellKind;
import dev.dragoman.model.AttentionKind;
import dev.dragoman.model.ModelSettings;
import dev.dragoman.model.Seq2Seq;
import dev.dragoman.model.WeightInitialiser;
import dev.dragoman.search.SearchSettings;
import dev.dragoman.tensor.Workers;
import dev.dragoman.text.TextSettings;
import dev.dragoman.vocab.Specials;
import dev.dragoman.vocab.TokenCounts;
import dev.dragoman.vocab.Vocabulary;
import dev.dragoman.vocab.VocabularySettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslatorTest {
  private static final List<String> SENTENCES =
      List.of(
          "la reine parle.",
          "le roi",
          "",
          "la reine et le roi parlent anglais à la reine.",
          "   ",
          "inconnu!",
          "parle");

  private final SavedModel saved = model(CellKind.GRU, AttentionKind.ADDITIVE);
  private final Translator translator =
      Translator.of(saved, SearchSettings.defaults().withMaxLength(1, 3, 20));

  private static Vocabulary vocabulary(String words) {
    TokenCounts counts = new TokenCounts();
    counts.add(List.of(words.split(" ")));
    return Vocabulary.build(counts, new VocabularySettings(1, 0));
  }

  private static SavedModel model(CellKind cell, AttentionKind attention) {
    Vocabulary french = vocabulary("la le reine roi parle parlent anglais et à . !");
    Vocabulary english = vocabulary("the queen king speaks speak English and to . ?");
    ModelSettings settings =
        new ModelSettings(
            cell,
            attention,
            5,
            6,
            12,
            7,
            8,
            2,
            2,
            0.2f,
            false,
            false,
            WeightInitialiser.XAVIER_UNIFORM,
            1f);
    Seq2Seq model =
        new Seq2Seq(settings, french.size(), english.size(), Specials.PAD, new SplittableRandom(3));
    Side source = new Side(TextSettings.defaults(), french);
    Side target = new Side(TextSettings.defaults(), english);
    return new SavedModel(model, source, target, "", TrainingSummary.untrained(3));
  }

  private static void assertSame(Translation got, Translation expected) {
    assertThat(got.text()).isEqualTo(expected.text());
    assertThat(got.score()).isEqualTo(expected.score());
    assertThat(Arrays.deepEquals(got.attention(), expected.attention())).isTrue();
  }

  @Test
  void aSentenceIsTranslatedTheSameAloneAndInAnyBatch() {
    for (CellKind cell : CellKind.values()) {
      for (AttentionKind attention : AttentionKind.values()) {
        Translator one =
            Translator.of(
                model(cell, attention), SearchSettings.defaults().withMaxLength(1, 3, 20));
        List<Translation> together = one.translate(SENTENCES);
        List<String> reversed = new ArrayList<>(SENTENCES);
        Collections.reverse(reversed);
        List<Translation> backwards = one.translate(reversed);
        for (int i = 0; i < SENTENCES.size(); i++) {
          assertSame(together.get(i), one.translate(SENTENCES.get(i)));
          assertSame(together.get(i), backwards.get(SENTENCES.size() - 1 - i));
        }
      }
    }
  }

  @Test
  void attentionHasARowForEachTokenAndAColumnForEachSourceToken() {
    Translation translation = translator.translate("la reine parle.");
    assertThat(translation.sourceTokens()).containsExactly("la", "reine", "parle", ".", "</s>");
    assertThat(translation.attention()).hasNumberOfRows(translation.tokens().size());
    for (float[] row : translation.attention()) {
      assertThat(row).hasSize(5);
      double sum = 0;
      for (float weight : row) {
        sum += weight;
      }
      assertThat(sum).isBetween(0.9999, 1.0001);
    }
  }

  @Test
  void aBlankSentenceStaysEmpty() {
    for (String blank : List.of("", "  ", "\u00a0")) {
      Translation translation = translator.translate(blank);
      assertThat(translation.text()).isEmpty();
      assertThat(translation.tokens()).isEmpty();
      assertThat(translation.score()).isZero();
    }
  }

  @Test
  void theBestOfSeveralTranslationsIsTheOneGivenAlone() {
    Translator several = translator.with(translator.settings().withNBest(4));
    List<Translation> candidates = several.translateNBest(List.of("la reine parle.")).getFirst();
    assertThat(candidates).hasSizeBetween(2, 4);
    assertSame(candidates.getFirst(), translator.translate("la reine parle."));
    assertThat(candidates.stream().map(Translation::tokens).distinct()).hasSameSizeAs(candidates);
  }

  @Test
  void withoutUnknownWordsNoneComesOut() {
    Translator strict = translator.with(translator.settings().withAllowUnknown(false));
    strict
        .translate(SENTENCES)
        .forEach(translation -> assertThat(translation.tokens()).doesNotContain("<unk>"));
  }

  @Test
  void oneInstanceServesManyThreads() throws Exception {
    List<Translation> expected = translator.translate(SENTENCES);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<List<Translation>>> tasks =
          Collections.nCopies(40, () -> translator.translate(SENTENCES));
      for (var task : threads.invokeAll(tasks)) {
        for (int i = 0; i < expected.size(); i++) {
          assertSame(task.get().get(i), expected.get(i));
        }
      }
    }
  }

  @Test
  void manySentencesComeBackInTheirOrderWhateverTheBatchSizeAndTheThreads() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      many.add(SENTENCES.get(i % SENTENCES.size()));
    }
    List<Translation> expected = translator.translate(SENTENCES);
    for (int batch : new int[] {1, 4, 100}) {
      try (Workers workers = new Workers(2)) {
        List<List<Translation>> all = translator.translateAll(many, batch, workers);
        for (int i = 0; i < many.size(); i++) {
          assertSame(all.get(i).getFirst(), expected.get(i % SENTENCES.size()));
        }
      }
    }
  }

  @Test
  void theExampleOfTheJavadocCompilesAndRuns(@TempDir Path folder) {
    ModelFolder.save(folder.resolve("quickstart").resolve("model"), saved);
    Translator loaded = Translator.load(folder.resolve("quickstart").resolve("model"));
    Translation translation = loaded.translate("la reine parle anglais.");
    assertThat(translation.text()).isNotNull();
    assertSame(
        translation,
        Translator.of(saved, SearchSettings.defaults()).translate("la reine parle anglais."));
    assertSame(
        Translator.load(folder.resolve("quickstart")).translate("le roi"),
        loaded.translate("le roi"));
  }

  private List<List<String>> tokens() {
    return SENTENCES.stream()
        .map(sentence -> translator.model().sourceTokenizer().tokenize(sentence))
        .toList();
  }

  @Test
  void theTokenizersOwnTokensAreTranslatedAsTheTextIs() {
    List<Translation> texts = translator.translate(SENTENCES);
    List<Translation> taken = translator.translateTokens(tokens());
    for (int i = 0; i < SENTENCES.size(); i++) {
      assertSame(taken.get(i), texts.get(i));
      assertThat(taken.get(i).sourceTokens()).isEqualTo(texts.get(i).sourceTokens());
    }
    assertThat(taken.getFirst().source()).isEqualTo("la reine parle .");
  }

  @Test
  void specialTokensAreTakenByTheirNames() {
    List<String> plain = List.of("la", "reine");
    List<Translation> read =
        translator.translateTokens(
            List.of(
                plain,
                List.of("la", "reine", "</s>"),
                List.of("la", "reine", "</s>", "<s>", "<s>"),
                List.of("la", "<unk>"),
                List.of("la", "nowhere"),
                List.of("la", "<s>"),
                List.of("</s>")));
    assertSame(read.get(1), read.get(0));
    assertThat(read.get(2).sourceTokens()).containsExactly("la", "reine", "</s>", "<s>", "<s>");
    assertThat(read.get(2).score()).isNotEqualTo(read.get(0).score());
    assertThat(read.get(2).attention()[0]).hasSize(5);
    assertSame(read.get(4), read.get(3));
    assertThat(read.get(5).score()).isNotEqualTo(read.get(3).score());
    assertThat(read.get(6).text()).isEmpty();
  }

  @Test
  void tokensAreNotNormalised() {
    List<Translation> read =
        translator.translateTokens(List.of(List.of("la\u00a0reine"), List.of("inconnu")));
    assertSame(read.get(0), read.get(1));
    assertThat(read.get(0).sourceTokens()).containsExactly("la\u00a0reine", "</s>");
  }

  @Test
  void manyThreadsMayTranslateTokens() throws Exception {
    List<Translation> expected = translator.translateTokens(tokens());
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<List<Translation>>> tasks =
          Collections.nCopies(20, () -> translator.translateTokens(tokens()));
      for (var task : threads.invokeAll(tasks)) {
        for (int i = 0; i < expected.size(); i++) {
          assertSame(task.get().get(i), expected.get(i));
        }
      }
    }
  }

  @Test
  void aFolderThatIsNoModelSaysSo(@TempDir Path folder) {
    assertThatThrownBy(() -> Translator.load(folder))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(folder.toString());
  }

  @Test
  void hardAlignmentsNameTheStrongestSourceWord() {
    Translation translation =
        new Translation(
            "a b",
            List.of("a", "b", "</s>"),
            "x y",
            List.of("x", "y"),
            -1,
            -1,
            new float[][] {{0.1f, 0.6f, 0.3f}, {0.3f, 0.2f, 0.5f}},
            true);
    assertThat(translation.pharaohAlignment()).isEqualTo("1-0 0-1");
  }
}
