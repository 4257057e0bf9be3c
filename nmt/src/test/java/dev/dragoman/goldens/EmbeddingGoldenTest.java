package dev.dragoman.goldens;

import dev.dragoman.autograd.Tape;
import dev.dragoman.autograd.Value;
import dev.dragoman.layers.Embedding;
import dev.dragoman.layers.EmbeddingOptions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

@Tag("golden")
class EmbeddingGoldenTest {
  static Stream<Named<JsonNode>> cases() {
    return Golden.cases("embedding");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void rowsTableAndGradientAgree(JsonNode golden) {
    Embedding embedding =
        Embedding.fromPretrained(
            "embedding",
            Golden.tensor(golden.get("weight_before")),
            options(golden.get("options")),
            false);
    Tape tape = Tape.recording();

    Value rows = embedding.lookup(tape, Golden.ids(golden.get("ids")));
    tape.backward(rows, Golden.tensor(golden.get("upstream")));

    Golden.assertClose("output", rows.tensor(), golden.get("output"));
    Golden.assertClose(
        "weight_after_lookup", embedding.table().value(), golden.get("weight_after_lookup"));
    Golden.assertClose(
        "weight_gradient",
        tape.gradients().of(embedding.table()).values(),
        golden.get("weight_gradient"));
  }

  /** torch.nn.Embedding's arguments as ours. */
  private static EmbeddingOptions options(JsonNode given) {
    EmbeddingOptions options = EmbeddingOptions.defaults();
    for (String name : given.propertyNames()) {
      JsonNode value = given.get(name);
      options =
          switch (name) {
            case "padding_idx" -> options.withPadding(value.intValue());
            case "max_norm" -> options.withMaxNorm((float) value.doubleValue(), normType(given));
            case "norm_type" -> options;
            case "scale_grad_by_freq" -> options.withGradientScaledByFrequency();
            case "sparse" -> options.withSparseGradient();
            default ->
                throw new IllegalArgumentException("unknown option of torch.nn.Embedding: " + name);
          };
    }
    return options;
  }

  private static float normType(JsonNode given) {
    JsonNode type = given.path("norm_type");
    if (type.isMissingNode()) {
      return 2;
    }
    return type.isString() ? Float.POSITIVE_INFINITY : (float) type.doubleValue();
  }
}
