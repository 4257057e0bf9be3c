package dev.dragoman.autograd;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.gradientcheck.GradientCheck;
import dev.dragoman.tensor.Elementwise;
import dev.dragoman.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gradient check itself: it must see a rule that is a little wrong. */
class WrongRuleTest {
  private final Tensor x = GradientCheck.random(1, 2, 5);

  /** tanh whose backward rule multiplies by a factor, in every element or only in the last. */
  private static Value tanh(Tape tape, Value x, float factor, int firstWrong) {
    Value out = tape.result("WrongTanh", x.shape(), x.needsGradient());
    Elementwise.tanhInto(x.tensor(), out.tensor());
    tape.record(() -> {
      Tensor dX = Tensor.zeros(x.shape());
      Elementwise.addTanhBackward(out.tensor(), out.gradient(), dX);
      for (int i = firstWrong; i < dX.size(); i++) {
        dX.data()[i] *= factor;
      }
      Elementwise.add(dX, x.gradient());
    });
    return out;
  }

  private void check(float factor, int firstWrong) {
    new GradientCheck()
        .variable("x", x)
        .check((tape, inputs) -> List.of(tanh(tape, inputs.get("x"), factor, firstWrong)));
  }

  @Test
  void aRightRulePasses() {
    assertThatCode(() -> check(1f, 0)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(floats = {1.01f, 0.99f, -1f, 0f})
  void aRuleThatIsWrongByOnePercentFails(float factor) {
    assertThatThrownBy(() -> check(factor, 0))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("gradient of x[");
  }

  @Test
  void theWorstElementIsNamedByItsIndex() {
    assertThatThrownBy(() -> check(1.01f, 9))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("gradient of x[1, 4]: the backward rules give ");
  }

  @Test
  void aParameterIsNamed() {
    Parameter weight = new Parameter("readout.weight", x);
    assertThatThrownBy(() ->
            new GradientCheck()
                .parameter(weight)
                .check((tape, inputs) -> List.of(tanh(tape, tape.use(weight), 1.01f, 0))))
        .hasMessageStartingWith("gradient of readout.weight[");
  }

  @Test
  void aMissingRuleFails() {
    assertThatThrownBy(() ->
            new GradientCheck()
                .variable("x", x)
                .check((tape, inputs) -> {
                  Value out = tape.result("Silent", x.shape(), true);
                  out.tensor().copyFrom(x);
                  return List.of(out);
                }))
        .isInstanceOf(AssertionError.class);
  }
}
