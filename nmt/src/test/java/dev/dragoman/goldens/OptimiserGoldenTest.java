package dev.dragoman.goldens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dragoman.autograd.Gradients;
import dev.dragoman.autograd.Parameter;
import dev.dragoman.tensor.Workers;
import dev.dragoman.training.Optimiser;
import dev.dragoman.training.OptimiserKind;
import dev.dragoman.training.OptimiserSettings;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

@Tag("golden")
class OptimiserGoldenTest {
  static Stream<Named<JsonNode>> cases() {
    return Golden.cases("optimiser");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void normAndParameterOfEveryStepAgree(JsonNode golden) {
    Parameter parameter = new Parameter("parameter", Golden.tensor(golden.get("start")));
    OptimiserSettings settings = settings(golden);
    Optimiser optimiser = new Optimiser(settings, List.of(parameter));
    Gradients gradients = Gradients.of(List.of(parameter));
    try (Workers workers = new Workers(1)) {
      int number = 0;
      for (JsonNode step : golden.get("steps")) {
        gradients.of(parameter).values().copyFrom(Golden.tensor(step.get("gradient")));
        double norm = optimiser.update(List.of(gradients), settings.learningRate(), workers);

        double expected = step.get("norm_before_clip").doubleValue();
        assertThat(norm)
            .as("norm of step %d", number)
            .isCloseTo(expected, within(Golden.TOLERANCE * expected));
        Golden.assertClose(
            "parameter after step " + number, parameter.value(), step.get("parameter"));
        number++;
      }
    }
  }

  private static OptimiserSettings settings(JsonNode golden) {
    float rate = (float) golden.get("learning_rate").doubleValue();
    float clipNorm = (float) golden.get("clip_norm").doubleValue();
    return switch (golden.get("name").stringValue()) {
      case "adam" -> settings(OptimiserKind.ADAM, rate, 0f, 0f, clipNorm);
      case "adamw" -> settings(OptimiserKind.ADAMW, rate, 0.1f, 0f, clipNorm);
      case "sgd_momentum" -> settings(OptimiserKind.SGD, rate, 0f, 0.9f, clipNorm);
      default -> throw new IllegalArgumentException("unknown optimiser: " + golden.get("name"));
    };
  }

  /** PyTorch's defaults: β 0.9 and 0.999, ε 1e-8. */
  private static OptimiserSettings settings(
      OptimiserKind kind, float rate, float decay, float momentum, float clipNorm) {
    return new OptimiserSettings(kind, rate, 0.9f, 0.999f, 1e-8f, decay, momentum, clipNorm);
  }
}
