package dev.dragoman.goldens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.autograd.Parameter;
import dev.dragoman.autograd.Tape;
import dev.dragoman.autograd.Value;
import dev.dragoman.layers.Attention;
import dev.dragoman.layers.Initialiser;
import dev.dragoman.tensor.Elementwise;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

@Tag("golden")
class AttentionGoldenTest {
  private static final Map<String, String> NAMES =
      Map.of(
          "query", "attention.query.weight",
          "key", "attention.key.weight",
          "key_bias", "attention.key.bias",
          "energy", "attention.energy",
          "bilinear", "attention.query.weight");

  static Stream<Named<JsonNode>> cases() {
    return Golden.cases("attention");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void weightsContextAndGradientsAgree(JsonNode golden) {
    Attention attention = attention(golden);
    Map<String, Parameter> ours = new LinkedHashMap<>();
    attention.forEachParameter(parameter -> ours.put(parameter.name(), parameter));
    assertThat(golden.get("weights").size()).isEqualTo(ours.size());
    golden.get("weights").forEachEntry((theirs, array) -> Golden.fill(our(ours, theirs), array));
    Tape tape = Tape.recording();
    Value states = tape.variable(Golden.tensor(golden.get("states")));
    Value query = tape.variable(Golden.tensor(golden.get("query")));
    Shape perStep = Shape.of(1, states.shape().axis(0), states.shape().axis(1));
    Value weights = tape.sequence("AttentionWeights", perStep);
    Value contexts =
        tape.sequence("Contexts", Shape.of(1, states.shape().axis(0), states.shape().axis(2)));

    var memory = attention.remember(tape, states, Golden.ids(golden.get("lengths")).values());
    Value asking = query.reshape(1, query.shape().axis(0), query.shape().axis(1));
    attention.begin(tape, memory, asking, weights, contexts).step(0);
    tape.backward(contexts.select(0), Golden.tensor(golden.get("upstream")));

    Golden.assertClose("attention_weights", weights.tensor(), golden.get("attention_weights"));
    Golden.assertClose("context", contexts.tensor(), golden.get("context"));
    golden
        .get("gradients")
        .forEachEntry((theirs, array) ->
            assertClose(theirs, tape.gradients().of(our(ours, theirs)).values(), array, golden));
    assertClose("query_gradient", query.gradient(), golden.get("query_gradient"), golden);
    Golden.assertClose("states_gradient", states.gradient(), golden.get("states_gradient"));
  }

  private static Parameter our(Map<String, Parameter> ours, String theirs) {
    return Objects.requireNonNull(ours.get(NAMES.get(theirs)), theirs);
  }

  private static Attention attention(JsonNode golden) {
    int stateSize = Golden.shape(golden.get("query")).axis(1);
    int memorySize = Golden.shape(golden.get("states")).axis(2);
    Initialiser zero = new Initialiser.Constant(0);
    SplittableRandom random = new SplittableRandom(1);
    return switch (golden.get("name").stringValue()) {
      case "additive" -> {
        int attentionSize = Golden.shape(golden.get("weights").get("energy")).size();
        yield new Attention.Additive(
            "attention", stateSize, memorySize, attentionSize, zero, random);
      }
      case "dot" -> new Attention.Dot();
      case "bilinear" -> new Attention.Bilinear("attention", stateSize, memorySize, zero, random);
      default -> throw new IllegalArgumentException("unknown attention: " + golden.get("name"));
    };
  }

  /**
   * Compares a gradient that came through the energies e. The softmax rule α_j·(dα_j − Σ α·dα)
   * subtracts numbers of the size of dα; where one α is nearly 1, little more than their rounding
   * is left. Two computations in float32 may therefore differ by two roundings (2⁻²²) of the
   * largest |dα|, times the largest |∂e/∂x|. With seed 17, where α = 0.9997, PyTorch's {@code
   * query_gradient} of dot attention lies 2.3e-4 of its largest element from the same computation
   * in double, and ours 1.6e-4.
   */
  private static void assertClose(String name, Tensor got, JsonNode expected, JsonNode golden) {
    double[] allowance = new double[got.size()];
    Arrays.fill(
        allowance, 0x1p-22 * largestWeightGradient(golden) * largestEnergyDerivative(name, golden));
    Golden.assertClose(name, got, expected, allowance);
  }

  /** The largest |dα_bj| = |h_bj·dc_b|. */
  private static double largestWeightGradient(JsonNode golden) {
    Tensor states = Golden.tensor(golden.get("states"));
    Tensor upstream = Golden.tensor(golden.get("upstream"));
    double largest = 0;
    for (int b = 0; b < states.shape().axis(0); b++) {
      for (int j = 0; j < states.shape().axis(1); j++) {
        largest =
            Math.max(
                largest, Math.abs(Elementwise.dot(states.select(b).select(j), upstream.select(b))));
      }
    }
    return largest;
  }

  /** A bound of |∂e/∂x| over the elements x of an array, from the formula of e. */
  private static double largestEnergyDerivative(String array, JsonNode golden) {
    JsonNode weights = golden.get("weights");
    return switch (golden.get("name").stringValue() + " " + array) {
      case "additive query_gradient" ->
          largest(weights.get("energy")) * largest(weights.get("query"));
      case "additive query" -> largest(weights.get("energy")) * largest(golden.get("query"));
      case "additive key" -> largest(weights.get("energy")) * largest(golden.get("states"));
      case "additive key_bias" -> largest(weights.get("energy"));
      case "additive energy" -> 1;
      case "dot query_gradient" -> largest(golden.get("states"));
      case "bilinear query_gradient" ->
          largest(weights.get("bilinear")) * largest(golden.get("states"));
      case "bilinear bilinear" -> largest(golden.get("states")) * largest(golden.get("query"));
      default -> throw new IllegalArgumentException("unknown array: " + array);
    };
  }

  private static double largest(JsonNode array) {
    double largest = 0;
    for (float value : Golden.tensor(array).toArray()) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
