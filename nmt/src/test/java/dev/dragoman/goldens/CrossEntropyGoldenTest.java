package dev.dragoman.goldens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dragoman.autograd.CrossEntropy;
import dev.dragoman.autograd.Tape;
import dev.dragoman.autograd.Value;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

@Tag("golden")
class CrossEntropyGoldenTest {
  static Stream<Named<JsonNode>> cases() {
    return Golden.cases("cross_entropy");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void meanLossAndGradientAgree(JsonNode golden) {
    Tape tape = Tape.recording();
    Value logits = tape.variable(Golden.tensor(golden.get("logits")));

    CrossEntropy.Loss loss =
        CrossEntropy.of(
            tape,
            logits,
            Golden.ids(golden.get("targets")),
            golden.get("padding_id").intValue(),
            (float) golden.get("label_smoothing").doubleValue());
    tape.backward(loss.mean());

    double expected = golden.get("mean_loss").doubleValue();
    assertThat((double) loss.mean().item())
        .isCloseTo(expected, within(Golden.TOLERANCE * expected));
    Golden.assertClose("logits_gradient", logits.gradient(), golden.get("logits_gradient"));
  }
}
