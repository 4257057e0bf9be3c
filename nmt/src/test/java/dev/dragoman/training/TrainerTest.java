package dev.dragoman.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.model.Seq2Seq;
import dev.dragoman.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {
  private final DigitTask task = new DigitTask(320);

  private Seq2Seq trained(TrainingSettings settings, DigitTask.Heard record) {
    Seq2Seq model = task.model(1);
    task.trainer(model, settings, record, record).run();
    return model;
  }

  @Test
  void learnsToWriteDigitsBackwards() {
    DigitTask.Heard record = new DigitTask.Heard();
    trained(DigitTask.settings(60, 0, 0, 0, 2), record);
    assertThat(record.validations.getLast().perplexity()).isLessThan(1.05);
    assertThat(record.validations).hasSize(60);
    assertThat(record.updates).hasSize(60 * 20);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void theSameSeedGivesTheSameBytesWhateverTheNumberOfThreads(int threads) {
    Map<String, float[]> expected =
        DigitTask.weights(trained(DigitTask.settings(1, 0, 0, 0, 1), new DigitTask.Heard()));
    Map<String, float[]> got =
        DigitTask.weights(trained(DigitTask.settings(1, 0, 0, 0, threads), new DigitTask.Heard()));
    got.forEach((name, values) -> assertThat(values).as(name).containsExactly(expected.get(name)));
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 20, 25})
  void aRunThatWasCutOffGoesOnAsIfNothingHadHappened(long cut) {
    Seq2Seq whole = trained(DigitTask.settings(3, 0, 0, 0, 2), new DigitTask.Heard());

    DigitTask.Heard before = new DigitTask.Heard();
    Seq2Seq model = trained(DigitTask.settings(3, cut, 0, 0, 2), before);
    DigitTask.Heard after = new DigitTask.Heard();
    Trainer second = task.trainer(model, DigitTask.settings(3, 0, 0, 0, 2), after, after);
    second.resume(Objects.requireNonNull(before.last));
    second.run();

    assertThat(after.updates.getFirst().update()).isEqualTo(cut + 1);
    Map<String, float[]> expected = DigitTask.weights(whole);
    DigitTask.weights(model)
        .forEach((name, values) -> assertThat(values).as(name).containsExactly(expected.get(name)));
  }

  @Test
  void stopsWhenNothingImprovesForAsLongAsThePatienceAllows() {
    DigitTask.Heard record = new DigitTask.Heard();
    Seq2Seq model = task.model(1);
    model.parameters().values().forEach(parameter -> parameter.freeze());
    Trainer.Outcome outcome =
        task.trainer(model, DigitTask.settings(50, 0, 5, 3, 1), record, record).run();
    assertThat(outcome.ending()).isEqualTo(Trainer.Ending.PATIENCE);
    assertThat(record.validations).hasSize(4);
    assertThat(record.bests).isEqualTo(1);
    assertThat(outcome.progress().bestUpdate()).isEqualTo(5);
  }

  @Test
  void validatesAtTheLastUpdateEvenInTheMiddleOfAnEpoch() {
    DigitTask.Heard record = new DigitTask.Heard();
    trained(DigitTask.settings(5, 23, 0, 0, 1), record);
    assertThat(record.updates).hasSize(23);
    assertThat(record.validations.stream().map(TrainingListener.Validation::update))
        .isEqualTo(List.of(20L, 23L));
  }

  @Test
  void countsTheRealTargetTokensOfEachUpdate() {
    DigitTask.Heard record = new DigitTask.Heard();
    trained(DigitTask.settings(1, 0, 0, 0, 2), record);
    int all = record.updates.stream().mapToInt(TrainingListener.Update::targetTokens).sum();
    assertThat(all).isEqualTo(task.train.targetTokens());
  }

  @Test
  void aFrozenModelDoesNotMove() {
    Seq2Seq model = task.model(1);
    Map<String, float[]> before = DigitTask.weights(model);
    model.parameters().values().forEach(parameter -> parameter.freeze());
    DigitTask.Heard record = new DigitTask.Heard();
    task.trainer(model, DigitTask.settings(1, 3, 0, 0, 1), record, record).run();
    DigitTask.weights(model)
        .forEach((name, values) -> assertThat(values).as(name).containsExactly(before.get(name)));
    Tensor row = model.sourceEmbedding().row(0);
    assertThat(row.toArray()).containsOnly(0f);
  }
}
