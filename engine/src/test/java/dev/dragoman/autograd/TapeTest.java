package dev.dragoman.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.gradientcheck.GradientCheck;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.tensor.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;

class TapeTest {
  private final Tape tape = Tape.recording();
  private final Parameter weight = new Parameter("weight", GradientCheck.random(1, 3, 4));

  private static Value constant(Tape tape, int... axes) {
    return tape.constant(GradientCheck.random(2, axes));
  }

  @Test
  void gradientsOfParametersAddUpOverPassesUntilTheyAreCleared() {
    tape.use(weight).sum().backward();
    tape.reset();
    tape.use(weight).sum().backward();
    assertThat(tape.gradient(weight).toArray()).containsOnly(2f);
    tape.gradients().clear();
    assertThat(tape.gradient(weight).toArray()).containsOnly(0f);
  }

  @Test
  void aTapeSaysWhatItHolds() {
    assertThat(tape).hasToString("Tape(recording, 0 backward rules)");
    tape.use(weight).sum();
    assertThat(tape).hasToString("Tape(recording, 1 backward rules)");
    assertThat(Tape.inference(new Workspace(), new Packs())).hasToString("Tape(inference)");
  }

  @Test
  void aParameterIsOneValueHoweverOftenItIsUsed() {
    assertThat(tape.use(weight)).isSameAs(tape.use(weight));
  }

  @Test
  void aTapeWithoutRecordingKeepsNothing() {
    Tape inference = Tape.inference(new Workspace(), new Packs());
    Value sum = inference.use(weight).sum();
    assertThat(inference.isRecording()).isFalse();
    assertThat(sum.needsGradient()).isFalse();
    assertThatThrownBy(sum::backward)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "no gradient is computed for Sum: it is constant, frozen, or the tape does not record");
    assertThatThrownBy(inference::backwardFromSeeds)
        .hasMessage("this tape does not record: use Tape.recording()");
  }

  @Test
  void recordingOrNotTheValuesAreTheSame() {
    Tape inference = Tape.inference(new Workspace(), new Packs());
    assertThat(product(inference)).isEqualTo(product(tape));
  }

  private float[] product(Tape on) {
    return LinearProduct.of(on, constant(on, 5, 4), on.use(weight), null).tensor().toArray();
  }

  @Test
  void constantsAndFrozenParametersReceiveNoGradient() {
    weight.freeze();
    Value y = LinearProduct.of(tape, constant(tape, 5, 4), tape.use(weight), null);
    assertThat(y.needsGradient()).isFalse();
    assertThatThrownBy(() -> tape.use(weight).gradient())
        .hasMessageStartingWith("no gradient is computed for weight");
  }

  @Test
  void theBackwardPassBeginsAtOneNumber() {
    assertThatThrownBy(() -> tape.use(weight).backward())
        .hasMessage("the loss must be one number, got shape [3, 4]");
    assertThatThrownBy(() -> tape.backward(tape.use(weight), Tensor.zeros(4, 3)))
        .hasMessage("upstream: expected the shape of the value, [3, 4], got [4, 3]");
  }

  @Test
  void rowsThatAnyOperationTouchedAreCleared() {
    Parameter table = new Parameter("table", GradientCheck.random(1, 10, 4)).trackRows();
    Value value = tape.use(table);
    Elements.multiply(tape, value, value).sum().backward();
    tape.reset();
    RowSelection.of(tape, tape.use(table), Ids.of(3, 5)).sum().backward();
    tape.gradients().clear();
    assertThat(tape.gradient(table).toArray()).containsOnly(0f);
    tape.reset();
    EmbeddingLookup.of(tape, tape.use(table), Ids.of(7), row -> false, EmbeddingLookup.Scaling.NONE)
        .sum()
        .backward();
    assertThat(tape.gradients().of(table).touchedRows()).containsExactly(7);
  }

  @Test
  void lookingAtAGradientTouchesNothing() {
    Parameter table = new Parameter("table", GradientCheck.random(1, 10, 4)).trackRows();
    Value value = tape.use(table);
    EmbeddingLookup.of(tape, value, Ids.of(7), row -> false, EmbeddingLookup.Scaling.NONE)
        .sum()
        .backward();
    assertThat(value.gradient().get(7, 0)).isEqualTo(1);
    assertThat(tape.gradients().of(table).touchedRows()).containsExactly(7);
  }

  @Test
  void packedWeightsFollowTheirParameter() {
    float[] before = product(tape);
    weight.value().fill(0);
    assertThat(product(tape))
        .as("the values were written to, but nobody was told")
        .isEqualTo(before);
    weight.changed();
    assertThat(product(tape)).containsOnly(0f);
  }

  @Test
  void aLossIsReadAsOneNumber() {
    Value loss = tape.use(weight).sum();
    assertThat(loss.item()).isEqualTo(loss.tensor().get());
    assertThatThrownBy(() -> tape.use(weight).item())
        .hasMessage("item() needs one element, got shape [3, 4]");
  }

  @Test
  void aParameterNeedsAnUnbrokenRangeOfMemory() {
    assertThatThrownBy(() -> new Parameter("part", Tensor.zeros(3, 4).columns(0, 2)))
        .hasMessage("parameter part needs a contiguous tensor");
  }

  @Test
  void operandsThatDoNotFitAreRefusedByName() {
    Value x = constant(tape, 2, 5);
    Value y = constant(tape, 5, 2);
    assertThatThrownBy(() -> Elements.add(tape, x, y))
        .hasMessage("y: expected the shape of x, [2, 5], got [5, 2]");
    assertThatThrownBy(() -> Elements.multiply(tape, x, y))
        .hasMessage("y: expected the shape of x, [2, 5], got [5, 2]");
    assertThatThrownBy(() -> Elements.concatenate(tape, List.of(x, y)))
        .hasMessage("parts[1]: expected the leading axes of parts[0], [2, 5], got [5, 2]");
    assertThatThrownBy(() -> Elements.concatenate(tape, List.of()))
        .hasMessage("parts: expected at least one, got none");
    assertThatThrownBy(() -> Elements.copyInto(tape, x, y))
        .hasMessage("x: expected the shape of its place, [5, 2], got [2, 5]");
    assertThatThrownBy(() -> Elements.dropout(tape, x, 1f, 1))
        .hasMessage("dropout: rate must be in [0, 1), got 1.0");
    assertThatThrownBy(() -> LinearProduct.of(tape, x, constant(tape, 3, 4), null))
        .hasMessage("x: expected K=4 columns for weight [3, 4], got [2, 5]");
    assertThatThrownBy(() -> LinearProduct.of(tape, x, constant(tape, 3, 5), constant(tape, 4)))
        .hasMessage("bias: expected [N=3], got [4]");
    assertThatThrownBy(() -> RowSelection.of(tape, x, Ids.of(0, 2)))
        .hasMessage("id 2 at position [1] is outside Constant of size 2: expected 0 to 1");
    assertThatThrownBy(() -> RowSelection.scatter(tape, x, Ids.of(0, 1, 2), Shape.of(4, 5)))
        .hasMessage("x: expected one row of 5 for each of 3 indices, got [2, 5]");
    assertThatThrownBy(() -> RowSelection.scatter(tape, x, Ids.of(0, 4), Shape.of(4, 5)))
        .hasMessage("id 4 at position [1] is outside the result of size 4: expected 0 to 3");
  }

  @Test
  void targetsThatDoNotFitAreRefusedByName() {
    Value logits = constant(tape, 3, 11);
    assertThatThrownBy(() -> CrossEntropy.of(tape, logits, Ids.of(1, 2), 0, 0f))
        .hasMessage("targets: expected P=3 entries, got 2");
    assertThatThrownBy(() -> CrossEntropy.of(tape, logits, Ids.of(1, 11, 2), 0, 0f))
        .hasMessage("id 11 at position [1] is outside the vocabulary of size 11: expected 0 to 10");
    assertThatThrownBy(() -> CrossEntropy.of(tape, logits, Ids.of(0, 0, 0), 0, 0f))
        .hasMessage(
            "targets: at least one must count, but all are the ignored id 0 or the divisor 0 is"
                + " below 1");
    assertThatThrownBy(() -> CrossEntropy.of(tape, logits, Ids.of(1, 2, 3), 0, 1f))
        .hasMessage("label smoothing: must be in [0, 1), got 1.0");
  }

  @Test
  void theIgnoredTargetMayLieOutsideTheVocabulary() {
    Value logits = constant(tape, 3, 11);
    assertThat(CrossEntropy.of(tape, logits, Ids.of(1, -100, 2), -100, 0f).targets()).isEqualTo(2);
  }

  @Test
  void crossEntropyLeavesATensorOfTheCallersAlone() {
    Tensor mine = GradientCheck.random(1, 3, 11);
    float[] before = mine.toArray();
    CrossEntropy.of(tape, tape.variable(mine), Ids.of(1, 2, 3), 0, 0f).mean().backward();
    assertThat(mine.toArray()).isEqualTo(before);
  }

  @Test
  void cellsNameTheOperandThatDoesNotFit() {
    Value next = tape.sequence("Next", Shape.of(2, 6));
    Value state = constant(tape, 2, 6);
    Value gates = constant(tape, 2, 18);
    assertThatThrownBy(() -> CellStep.gru(tape, constant(tape, 2, 12), gates, state, next))
        .hasMessage("input: expected the last axis to be 3H=18, got shape [2, 12]");
    assertThatThrownBy(() -> CellStep.gru(tape, gates, constant(tape, 3, 18), state, next))
        .hasMessage("recurrent: expected B=2 rows, got shape [3, 18]");
    assertThatThrownBy(() -> CellStep.gru(tape, gates, gates, constant(tape, 2, 5), next))
        .hasMessage("previous: expected [2, 6], got [2, 5]");
    assertThatThrownBy(() -> CellStep.lstm(tape, gates, gates, state, next, next))
        .hasMessage("input: expected the last axis to be 4H=24, got shape [2, 18]");
  }
}
