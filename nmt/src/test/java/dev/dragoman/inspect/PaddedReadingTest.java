package dev.dragoman.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dragoman.search.SearchSettings;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.tensor.Workers;
import dev.dragoman.translate.Translation;
import dev.dragoman.translate.Translator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class PaddedReadingTest {
  private static final Translator TRANSLATOR =
      Translator.of(SmallModel.saved(), SearchSettings.defaults().withMaxLength(1, 3, 20));

  @Test
  void theModelReadsThePaddingBehindTheEndOfTheSentence() {
    List<PaddedReading> read =
        read(List.of(List.of("la", "reine"), List.of("le")), positions -> 5 - positions);
    assertThat(read).extracting(PaddedReading::padding).containsExactly(2, 3);
    assertThat(read.getFirst().translation().sourceTokens())
        .containsExactly("la", "reine", "</s>", "<s>", "<s>");
    assertThat(read.getFirst().paddingShare()).isEqualTo(0.4);
    for (float[] row : read.getFirst().translation().attention()) {
      assertThat(row).hasSize(5);
    }
  }

  @Test
  void withoutPaddingItIsWhatTranslatingDoes() {
    PaddedReading read = read(List.of(List.of("la", "reine")), positions -> 0).getFirst();
    Translation plain = TRANSLATOR.translate("la reine");
    assertThat(read.translation().tokens()).isEqualTo(plain.tokens());
    assertThat(read.translation().score()).isEqualTo(plain.score());
    assertThat(read.attentionOnPadding()).isZero();
    assertThat(read.paddingShare()).isZero();
  }

  @Test
  void moreSentencesThanABatchHoldsStayInTheirOrder() {
    List<List<String>> many = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      many.add(List.of(i % 2 == 0 ? "roi" : "reine"));
    }
    List<PaddedReading> read = read(many, positions -> 3);
    for (int i = 0; i < many.size(); i++) {
      assertThat(read.get(i).translation().sourceTokens().getFirst())
          .isEqualTo(many.get(i).getFirst());
    }
  }

  private static List<PaddedReading> read(List<List<String>> sentences, IntUnaryOperator padding) {
    try (Workers workers = new Workers(2)) {
      return PaddedReading.all(TRANSLATOR, sentences, padding, workers);
    }
  }

  @Test
  void attentionOnPaddingIsTheMeanOverTheWordsWritten() {
    Translation translation =
        new Translation(
            "",
            List.of("un", "</s>", "<s>", "<s>"),
            "a b",
            List.of("a", "b"),
            -1,
            -1,
            new float[][] {{0.5f, 0.25f, 0.125f, 0.125f}, {0, 0.25f, 0.5f, 0.25f}},
            true);
    assertThat(new PaddedReading(2, translation).attentionOnPadding()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void aRowsShiftIsItsDistanceAndItsPlaceAmongAll() {
    Tensor start = Tensor.of(Shape.of(3, 2), 0, 0, 1, 1, 2, 2);
    Tensor end = Tensor.of(Shape.of(3, 2), 3, 4, 1, 1, 2, 1);
    assertThat(RowShift.of(start, end, 0)).isEqualTo(new RowShift(5, 1, 3));
    assertThat(RowShift.of(start, end, 1)).isEqualTo(new RowShift(0, 3, 3));
    assertThat(RowShift.of(start, end, 2)).isEqualTo(new RowShift(1, 2, 3));
  }
}
