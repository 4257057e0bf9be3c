package dev.dragoman.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.model.Seq2Seq;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.text.TextSettings;
import dev.dragoman.text.Tokenization;
import dev.dragoman.vocab.Specials;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Models stay loadable: the folders in {@code checkpoints/} were written once, by {@link #model()}
 * and {@link #state} through {@link ModelFolder#save} as it was when that format was the newest.
 * They are never written again.
 */
class OldFormatTest {

  /** A weight's values by a formula, so that nothing here depends on how weights are drawn. */
  private static void fill(int number, Tensor values) {
    for (int i = 0; i < values.size(); i++) {
      values.data()[values.offset() + i] = number + (i % 23 - 11) / 32f;
    }
  }

  /** The model of the folders. */
  static SavedModel model() {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    Seq2Seq model =
        Seq2Seq.of(
            TinyModels.GRU,
            TinyModels.FRENCH.size(),
            TinyModels.ENGLISH.size(),
            Specials.PAD,
            (name, values) -> {
              numbers.put(name, numbers.size());
              fill(numbers.size(), values);
            });
    return new SavedModel(
        model,
        new Side(new TextSettings(true, false, Tokenization.WORDS), TinyModels.FRENCH),
        new Side(new TextSettings(false, true, Tokenization.PEER), TinyModels.ENGLISH),
        TinyModels.CONFIGURATION,
        new TrainingSummary(
            2026, 3, 1234, Optional.of(1.9573), Optional.of(30.04), Optional.empty()));
  }

  /** The training state of the folders: the first three weights' moments. */
  static TrainingState state() {
    Map<String, Tensor> moments = new LinkedHashMap<>();
    for (int number = 1; number <= 3; number++) {
      Tensor moment = Tensor.zeros(Shape.of(2, number));
      fill(-number, moment);
      moments.put("moment" + number, moment);
    }
    return new TrainingState(
        new Progress(1234, 3, 17, 0.00025, Optional.of(-1.9573), 1200, 2, 1), moments);
  }

  private static Path folder(String format) throws URISyntaxException {
    URL manifest = OldFormatTest.class.getResource("/checkpoints/" + format + "/manifest.json");
    Path file = Path.of(Objects.requireNonNull(manifest, format).toURI());
    return Objects.requireNonNull(file.getParent());
  }

  private static void assertSame(Map<String, Tensor> got, Map<String, Tensor> expected) {
    assertThat(got.keySet()).containsExactlyElementsOf(expected.keySet());
    expected.forEach((name, tensor) ->
        assertThat(got)
            .hasEntrySatisfying(
                name,
                same -> {
                  assertThat(same.shape()).as(name).isEqualTo(tensor.shape());
                  assertThat(same.toArray()).as(name).isEqualTo(tensor.toArray());
                }));
  }

  @ParameterizedTest
  @ValueSource(strings = "format-1")
  void aModelOfThisFormatIsLoaded(String format) throws URISyntaxException {
    SavedModel loaded = ModelFolder.load(folder(format));
    SavedModel expected = model();
    assertSame(loaded.model().weights(), expected.model().weights());
    assertThat(loaded.model().settings()).isEqualTo(expected.model().settings());
    assertThat(loaded.source().text()).isEqualTo(expected.source().text());
    assertThat(loaded.target().text()).isEqualTo(expected.target().text());
    assertThat(loaded.source().vocabulary().tokens())
        .containsExactly(
            "<pad>", "<unk>", "<s>", "</s>", "l'", "la", "parle", "reine", "à", "élève", "…");
    assertThat(loaded.target().vocabulary().toText())
        .isEqualTo(expected.target().vocabulary().toText());
    assertThat(loaded.configuration()).isEqualTo(expected.configuration());
    assertThat(loaded.training()).isEqualTo(expected.training());
  }

  @ParameterizedTest
  @ValueSource(strings = "format-1")
  void aTrainingOfThisFormatGoesOn(String format) throws URISyntaxException {
    TrainingState state = ModelFolder.resume(folder(format)).state();
    assertThat(state.progress()).isEqualTo(state().progress());
    assertSame(state.moments(), state().moments());
  }

  @Test
  void theNewestFormatIsAmongThem() throws URISyntaxException {
    assertThat(folder("format-" + ModelFolder.FORMAT)).isDirectory();
  }
}
