package dev.dragoman.autograd;

import static dev.dragoman.gradientcheck.GradientCheck.random;

import dev.dragoman.gradientcheck.GradientCheck;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every operation's backward rule against differences of the loss. B 2, S 5, T 3, E 4, H 6, V 11.
 */
class OperationGradientTest {
  private final GradientCheck check = new GradientCheck();

  @Test
  void tanh() {
    check
        .variable("x", random(1, 2, 5))
        .check((tape, in) -> List.of(Elements.tanh(tape, in.get("x"))));
  }

  @Test
  void sigmoid() {
    check
        .variable("x", random(1, 2, 5))
        .check((tape, in) -> List.of(Elements.sigmoid(tape, in.get("x"))));
  }

  @Test
  void add() {
    check
        .variable("x", random(1, 2, 5))
        .variable("y", random(2, 2, 5))
        .check((tape, in) -> List.of(Elements.add(tape, in.get("x"), in.get("y"))));
  }

  @Test
  void multiply() {
    check
        .variable("x", random(1, 2, 5))
        .variable("y", random(2, 2, 5))
        .check((tape, in) -> List.of(Elements.multiply(tape, in.get("x"), in.get("y"))));
  }

  @Test
  void aValueUsedTwiceCollectsBothGradients() {
    check
        .variable("x", random(1, 2, 5))
        .check((tape, in) -> {
          Value squared = Elements.multiply(tape, in.get("x"), in.get("x"));
          return List.of(Elements.add(tape, squared, Elements.tanh(tape, squared)));
        });
  }

  @Test
  void sum() {
    check
        .variable("x", random(1, 2, 5))
        .check((tape, in) -> List.of(Elements.sum(tape, Elements.tanh(tape, in.get("x")))));
  }

  @Test
  void concatenate() {
    check
        .variable("x", random(1, 2, 3, 4))
        .variable("y", random(2, 2, 3, 6))
        .variable("z", random(3, 2, 3, 1))
        .check((tape, in) ->
            List.of(Elements.concatenate(tape, List.of(in.get("x"), in.get("y"), in.get("z")))));
  }

  @Test
  void copyIntoTheEntriesOfASequence() {
    check
        .variable("x", random(1, 2, 5))
        .variable("y", random(2, 2, 5))
        .check((tape, in) -> {
          Value sequence = tape.sequence("Sequence", Shape.of(3, 2, 5));
          Elements.copyInto(tape, in.get("x"), sequence.select(0));
          Elements.copyInto(tape, in.get("y"), sequence.select(1));
          Elements.copyInto(tape, in.get("x"), sequence.select(2));
          return List.of(Elements.tanh(tape, sequence));
        });
  }

  @Test
  void dropoutUnderAFixedKey() {
    check
        .variable("x", random(1, 6, 11))
        .check((tape, in) -> List.of(Elements.dropout(tape, in.get("x"), 0.4f, 7)));
  }

  @Test
  void softmax() {
    check
        .variable("x", random(1, 3, 11))
        .check((tape, in) -> List.of(SoftmaxOf.rows(tape, in.get("x"))));
  }

  @ParameterizedTest
  @ValueSource(floats = {0f, 0.1f})
  void crossEntropyWithAnIgnoredTarget(float smoothing) {
    check
        .variable("logits", random(1, 6, 11))
        .checkLoss((tape, in) -> {
          Ids targets = Ids.of(3, 5, 0, 7, 0, 10);
          CrossEntropy.Loss loss = CrossEntropy.of(tape, in.get("logits"), targets, 0, smoothing);
          return new GradientCheck.Loss(loss.mean(), loss.sum() / loss.targets());
        });
  }

  @Test
  void crossEntropyInTheMiddleOfALargerLoss() {
    check
        .variable("x", random(1, 6, 4))
        .variable("weight", random(2, 11, 4))
        .check((tape, in) -> {
          Value logits = LinearProduct.of(tape, in.get("x"), in.get("weight"), null);
          Value mean = CrossEntropy.of(tape, logits, Ids.of(3, 5, 0, 7, 0, 10), 0, 0.1f).mean();
          return List.of(Elements.multiply(tape, mean, Elements.tanh(tape, mean)));
        });
  }

  @Test
  void crossEntropyOfValuesThatOtherRulesStillRead() {
    check
        .variable("x", random(1, 6, 11))
        .check((tape, in) -> {
          Value logits = Elements.tanh(tape, in.get("x"));
          Value mean = CrossEntropy.of(tape, logits, Ids.of(3, 5, 0, 7, 0, 10), 0, 0f).mean();
          return List.of(mean, Elements.multiply(tape, logits, logits));
        });
  }

  @Test
  void crossEntropyOfAReshapedLinearMap() {
    check
        .variable("x", random(1, 2, 3, 4))
        .variable("weight", random(2, 11, 4))
        .check((tape, in) -> {
          Value logits = LinearProduct.of(tape, in.get("x"), in.get("weight"), null);
          return List.of(
              CrossEntropy.of(tape, logits.reshape(6, 11), Ids.of(3, 5, 0, 7, 0, 10), 0, 0f)
                  .mean());
        });
  }

  @Test
  void crossEntropyOfSomeRowsOfALinearMap() {
    check
        .variable("x", random(1, 6, 4))
        .variable("weight", random(2, 11, 4))
        .check((tape, in) -> {
          Value logits = LinearProduct.of(tape, in.get("x"), in.get("weight"), null);
          return List.of(CrossEntropy.of(tape, logits.slice(1, 4), Ids.of(5, 0, 7), -1, 0f).mean());
        });
  }

  @Test
  void linearOfPlainTensors() {
    check
        .variable("x", random(1, 2, 3, 4))
        .variable("weight", random(2, 6, 4))
        .variable("bias", random(3, 6))
        .check((tape, in) ->
            List.of(LinearProduct.of(tape, in.get("x"), in.get("weight"), in.get("bias"))));
  }

  @Test
  void linearWithParameters() {
    Parameter weight = new Parameter("weight", random(2, 6, 4));
    Parameter bias = new Parameter("bias", random(3, 6));
    check
        .variable("x", random(1, 2, 3, 4))
        .parameter(weight)
        .parameter(bias)
        .check((tape, in) ->
            List.of(LinearProduct.of(tape, in.get("x"), tape.use(weight), tape.use(bias))));
  }

  @Test
  void linearOfParts() {
    Parameter weight = new Parameter("weight", random(4, 6, 12));
    Parameter bias = new Parameter("bias", random(5, 6));
    check
        .variable("x", random(1, 5, 4))
        .variable("y", random(2, 5, 7))
        .variable("z", random(3, 5, 1))
        .parameter(weight)
        .parameter(bias)
        .check((tape, in) ->
            List.of(
                LinearProduct.ofParts(
                    tape,
                    List.of(in.get("x"), in.get("y"), in.get("z")),
                    tape.use(weight),
                    tape.use(bias))));
  }

  @Test
  void linearWithSomeColumnsOrRowsOfAParameter() {
    Parameter weight = new Parameter("weight", random(2, 6, 9));
    check
        .variable("x", random(1, 2, 4))
        .variable("wide", random(3, 2, 9))
        .parameter(weight)
        .check((tape, in) -> {
          Value w = tape.use(weight);
          return List.of(
              LinearProduct.of(tape, in.get("x"), w.columns(0, 4), null),
              LinearProduct.of(tape, in.get("x"), w.columns(5, 9), null),
              LinearProduct.of(tape, in.get("wide"), w, null),
              LinearProduct.of(tape, in.get("wide"), w.slice(0, 2), null),
              LinearProduct.of(tape, in.get("wide"), w.slice(1, 3), null));
        });
  }

  @Test
  void stepwiseLinearEqualsARecurrence() {
    Parameter weight = new Parameter("weight", random(2, 4, 4));
    Parameter bias = new Parameter("bias", random(3, 4));
    check
        .variable("first", random(1, 2, 4))
        .parameter(weight)
        .parameter(bias)
        .check((tape, in) -> {
          Value inputs = tape.sequence("Inputs", Shape.of(3, 2, 4));
          Value outputs = tape.sequence("Outputs", Shape.of(3, 2, 4));
          StepwiseLinear linear =
              StepwiseLinear.begin(tape, tape.use(weight), tape.use(bias), inputs, outputs);
          Value state = in.get("first");
          for (int t = 0; t < 3; t++) {
            Elements.copyInto(tape, state, inputs.select(t));
            linear.step(2 * t, 2 * t + 2);
            state = Elements.tanh(tape, outputs.select(t));
          }
          return List.of(state, outputs);
        });
  }

  @Test
  void stepwiseLinearAddsToWhatIsThere() {
    check
        .variable("x", random(1, 5, 4))
        .variable("y", random(2, 5, 6))
        .variable("weight", random(3, 6, 4))
        .check((tape, in) -> {
          Value outputs = tape.sequence("Outputs", Shape.of(5, 6));
          Elements.copyInto(tape, in.get("y"), outputs);
          StepwiseLinear linear =
              StepwiseLinear.beginAdding(tape, in.get("weight"), in.get("x"), outputs);
          linear.step(0, 2);
          linear.step(2, 5);
          return List.of(Elements.tanh(tape, outputs));
        });
  }

  @Test
  void selectedRows() {
    check
        .variable("x", random(1, 2, 5, 4))
        .check((tape, in) -> List.of(RowSelection.of(tape, in.get("x"), Ids.of(7, 0, 7, 9, 3))));
  }

  @Test
  void scatteredRows() {
    check
        .variable("x", random(1, 3, 4))
        .check((tape, in) ->
            List.of(RowSelection.scatter(tape, in.get("x"), Ids.of(7, 0, 9), Shape.of(2, 5, 4))));
  }

  @Test
  void viewsShareTheirGradientWithTheWhole() {
    check
        .variable("x", random(1, 3, 2, 6))
        .check((tape, in) -> {
          Value whole = Elements.tanh(tape, in.get("x"));
          Value some = whole.slice(1, 3).columns(1, 5).select(1);
          Value rows = whole.reshape(6, 6).slice(0, 2).columns(2, 6);
          return List.of(Elements.multiply(tape, some, rows), whole.select(0));
        });
  }

  @Test
  void embeddingLookupOfRepeatedIdsOfAnyShape() {
    Parameter table = new Parameter("table", random(1, 11, 4)).trackRows();
    Ids ids = new Ids(new int[] {1, 2, 4, 1, 4, 3, 2, 9, 10, 0, 1, 1}, Shape.of(2, 3, 2));
    check
        .parameter(table)
        .check((tape, in) ->
            List.of(
                EmbeddingLookup.of(
                    tape, tape.use(table), ids, row -> false, EmbeddingLookup.Scaling.NONE)));
  }

  @Test
  void oneTableLookedUpAndUsedAsOutputWeight() {
    Parameter table = new Parameter("table", random(1, 11, 4)).trackRows();
    check
        .parameter(table)
        .check((tape, in) -> {
          Value rows =
              EmbeddingLookup.of(
                  tape,
                  tape.use(table),
                  Ids.of(1, 2, 1),
                  row -> false,
                  EmbeddingLookup.Scaling.NONE);
          Value logits = LinearProduct.of(tape, Elements.tanh(tape, rows), tape.use(table), null);
          return List.of(SoftmaxOf.rows(tape, logits));
        });
  }

  @ParameterizedTest
  @EnumSource(BagLookup.Mode.class)
  void bagsOneOfThemEmpty(BagLookup.Mode mode) {
    Parameter table = new Parameter("table", wellSeparated(11, 4)).trackRows();
    check
        .parameter(table)
        .check((tape, in) ->
            List.of(
                BagLookup.of(
                    tape,
                    tape.use(table),
                    Ids.of(1, 2, 4, 5, 4, 3, 2, 9),
                    new int[] {0, 3, 3, 5},
                    mode,
                    null)));
  }

  /**
   * Columns whose elements lie at least 0.25 apart, so that no step of the check changes which is
   * largest.
   */
  private static Tensor wellSeparated(int rows, int columns) {
    Tensor table = Tensor.zeros(rows, columns);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        table.set(0.25f * ((row * 3 + column * 5) % rows) - 1, row, column);
      }
    }
    return table;
  }

  @Test
  void weightedBagsAndTheirWeights() {
    check
        .variable("table", random(1, 11, 4))
        .variable("weights", random(2, 8))
        .check((tape, in) ->
            List.of(
                BagLookup.of(
                    tape,
                    in.get("table"),
                    Ids.of(1, 2, 4, 5, 4, 3, 2, 9),
                    new int[] {0, 3, 3, 5},
                    BagLookup.Mode.SUM,
                    in.get("weights"))));
  }

  @Test
  void gruStep() {
    check
        .variable("input", random(1, 2, 18))
        .variable("recurrent", random(2, 2, 18))
        .variable("previous", random(3, 2, 6))
        .check((tape, in) -> {
          Value next = tape.sequence("Next", Shape.of(2, 6));
          CellStep.gru(tape, in.get("input"), in.get("recurrent"), in.get("previous"), next);
          return List.of(next);
        });
  }

  @Test
  void lstmStep() {
    check
        .variable("input", random(1, 2, 24))
        .variable("recurrent", random(2, 2, 24))
        .variable("previousCell", random(3, 2, 6))
        .check((tape, in) -> {
          Value next = tape.sequence("Next", Shape.of(2, 6));
          Value nextCell = tape.sequence("NextCell", Shape.of(2, 6));
          CellStep.lstm(
              tape, in.get("input"), in.get("recurrent"), in.get("previousCell"), nextCell, next);
          return List.of(next, nextCell);
        });
  }

  @Test
  void additiveAttentionOverSeveralSteps() {
    check
        .variable("states", random(1, 2, 5, 12))
        .variable("keys", random(2, 2, 5, 8))
        .variable("v", random(3, 8))
        .variable("queries", random(4, 3, 2, 8))
        .check((tape, in) -> {
          Value weights = tape.sequence("AttentionWeights", Shape.of(3, 2, 5));
          Value contexts = tape.sequence("Contexts", Shape.of(3, 2, 12));
          AttentionOver attention =
              AttentionOver.additive(
                  tape,
                  in.get("states"),
                  in.get("keys"),
                  in.get("v"),
                  new int[] {0, 1},
                  new int[] {5, 3},
                  weights,
                  contexts);
          for (int t = 0; t < 3; t++) {
            attention.step(t, in.get("queries").select(t));
          }
          return List.of(contexts);
        });
  }

  @Test
  void dotAttentionOverSeveralSteps() {
    check
        .variable("states", random(1, 2, 5, 12))
        .variable("queries", random(4, 3, 2, 12))
        .check((tape, in) -> {
          Value weights = tape.sequence("AttentionWeights", Shape.of(3, 2, 5));
          Value contexts = tape.sequence("Contexts", Shape.of(3, 2, 12));
          AttentionOver attention =
              AttentionOver.dot(
                  tape, in.get("states"), new int[] {0, 1}, new int[] {5, 3}, weights, contexts);
          for (int t = 0; t < 3; t++) {
            attention.step(t, in.get("queries").select(t));
          }
          return List.of(contexts);
        });
  }
}
