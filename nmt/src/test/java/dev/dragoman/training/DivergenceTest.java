package dev.dragoman.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.model.Seq2Seq;
import org.junit.jupiter.api.Test;

class DivergenceTest {
  private final DigitTask task = new DigitTask(64);

  private static Seq2Seq broken(Seq2Seq model) {
    model.parameters().values().forEach(parameter -> parameter.value().data()[0] = Float.NaN);
    return model;
  }

  @Test
  void anUpdateThatIsNoNumberEndsTheRunAndSaysWhatHelps() {
    DigitTask.Heard record = new DigitTask.Heard();
    Trainer trainer =
        task.trainer(broken(task.model(1)), DigitTask.settings(1, 0, 0, 0, 1), record, record);
    assertThatThrownBy(trainer::run)
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("update 1: the gradient's norm is NaN; lower the learning rate");
    assertThat(record.bests).isZero();
  }

  @Test
  void aModelWhoseValidationLossIsNoNumberIsNotKept() {
    DigitTask.Heard record = new DigitTask.Heard();
    Seq2Seq model = broken(task.model(1));
    model.parameters().values().forEach(parameter -> parameter.freeze());
    Trainer trainer = task.trainer(model, DigitTask.settings(1, 0, 0, 0, 1), record, record);
    assertThatThrownBy(trainer::run)
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("the validation loss is NaN; lower the learning rate");
    assertThat(record.bests).isZero();
    assertThat(record.last).isNull();
  }

  @Test
  void aModelWhoseLossIsTooLargeForAPerplexityIsNotKept() {
    DigitTask.Heard record = new DigitTask.Heard();
    Seq2Seq model = task.model(1);
    model
        .weights()
        .forEach((name, values) -> {
          if (name.equals("output.bias")) {
            values.data()[values.offset()] = 1e6f;
          }
        });
    model.parameters().values().forEach(parameter -> parameter.freeze());
    Trainer trainer = task.trainer(model, DigitTask.settings(1, 0, 0, 0, 1), record, record);
    assertThatThrownBy(trainer::run)
        .isInstanceOf(TrainingException.class)
        .hasMessageMatching("the validation loss is [0-9.]+(E\\d+)?; lower the learning rate.*");
    assertThat(record.bests).isZero();
  }
}
