package dev.dragoman.goldens;

import dev.dragoman.autograd.BagLookup;
import dev.dragoman.autograd.Tape;
import dev.dragoman.autograd.Value;
import dev.dragoman.layers.Embedding;
import dev.dragoman.layers.EmbeddingBag;
import dev.dragoman.layers.EmbeddingOptions;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Tensor;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

@Tag("golden")
class EmbeddingBagGoldenTest {
  static Stream<Named<JsonNode>> cases() {
    return Golden.cases("embedding_bag");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void bagsAndGradientAgree(JsonNode golden) {
    Embedding embedding =
        Embedding.fromPretrained(
            "embedding", Golden.tensor(golden.get("weight")), EmbeddingOptions.defaults(), false);
    EmbeddingBag bag = new EmbeddingBag(embedding, mode(golden));
    Tape tape = Tape.recording();

    Ids ids = Golden.ids(golden.get("ids"));
    int[] offsets = Golden.ids(golden.get("offsets")).values();
    Value bags = bag.lookupWeighted(tape, ids, offsets, weights(golden));
    tape.backward(bags, Golden.tensor(golden.get("upstream")));

    Golden.assertClose("output", bags.tensor(), golden.get("output"));
    Golden.assertClose(
        "weight_gradient",
        tape.gradients().of(embedding.table()).values(),
        golden.get("weight_gradient"));
  }

  private static BagLookup.Mode mode(JsonNode golden) {
    return BagLookup.Mode.valueOf(golden.get("mode").stringValue().toUpperCase(Locale.ROOT));
  }

  private static @Nullable Tensor weights(JsonNode golden) {
    JsonNode weights = golden.get("per_sample_weights");
    return weights.isNull() ? null : Golden.tensor(weights);
  }
}
