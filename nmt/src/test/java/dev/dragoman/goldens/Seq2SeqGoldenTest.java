package dev.dragoman.goldens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dragoman.autograd.CrossEntropy;
import dev.dragoman.autograd.Gradients;
import dev.dragoman.autograd.Packs;
import dev.dragoman.autograd.Parameter;
import dev.dragoman.autograd.Tape;
import dev.dragoman.layers.CellKind;
import dev.dragoman.model.AttentionKind;
import dev.dragoman.model.ModelSettings;
import dev.dragoman.model.Seq2Seq;
import dev.dragoman.model.WeightInitialiser;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.tensor.Workers;
import dev.dragoman.tensor.Workspace;
import dev.dragoman.training.Optimiser;
import dev.dragoman.training.OptimiserKind;
import dev.dragoman.training.OptimiserSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Tag("golden")
class Seq2SeqGoldenTest {
  private static final Map<String, String> NAMES = names();

  private final JsonNode golden = Golden.read("seq2seq");
  private final Seq2Seq model = model();
  private final Ids source = Golden.ids(golden.get("source"));
  private final int[] lengths = Golden.ids(golden.get("lengths")).values();
  private final Ids input = Golden.ids(golden.get("target_input"));
  private final Ids output = Golden.ids(golden.get("target_output"));

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("source_embedding.weight", "sourceEmbedding");
    names.put("target_embedding.weight", "targetEmbedding");
    String[][] parts = {
      {"weight_ih", "inputWeights"},
      {"weight_hh", "recurrentWeights"},
      {"bias_ih", "inputBias"},
      {"bias_hh", "recurrentBias"}
    };
    for (String[] part : parts) {
      names.put("encoder." + part[0] + "_l0", "encoder.forward." + part[1]);
      names.put("encoder." + part[0] + "_l0_reverse", "encoder.backward." + part[1]);
      names.put("decoder." + part[0], "decoder." + part[1]);
    }
    names.put("query.weight", "attention.query.weight");
    names.put("key.weight", "attention.key.weight");
    names.put("key.bias", "attention.key.bias");
    names.put("energy.weight", "attention.energy");
    for (String layer : List.of("bridge", "readout", "output")) {
      names.put(layer + ".weight", layer + ".weight");
      names.put(layer + ".bias", layer + ".bias");
    }
    return names;
  }

  private Seq2Seq model() {
    JsonNode weights = golden.get("weights");
    Shape sourceTable = Golden.shape(weights.get("source_embedding.weight"));
    int targetRows = Golden.shape(weights.get("target_embedding.weight")).axis(0);
    int encoderSize = Golden.shape(weights.get("encoder.weight_hh_l0")).axis(1);
    int decoderSize = Golden.shape(weights.get("decoder.weight_hh")).axis(1);
    int attentionSize = Golden.shape(weights.get("query.weight")).axis(0);
    ModelSettings settings =
        new ModelSettings(
            CellKind.GRU,
            AttentionKind.ADDITIVE,
            sourceTable.axis(1),
            encoderSize,
            decoderSize,
            attentionSize,
            decoderSize,
            1,
            1,
            0f,
            false,
            false,
            WeightInitialiser.XAVIER_UNIFORM,
            0.05f);
    Seq2Seq made =
        new Seq2Seq(settings, sourceTable.axis(0), targetRows, 0, new SplittableRandom(1));
    assertThat(weights.propertyNames()).containsExactlyInAnyOrderElementsOf(NAMES.keySet());
    NAMES.forEach((theirs, ours) -> {
      Tensor value = Objects.requireNonNull(made.parameters().get(ours), ours).value();
      Tensor given = Golden.tensor(weights.get(theirs));
      System.arraycopy(given.data(), 0, value.data(), value.offset(), value.size());
    });
    return made;
  }

  private int[] targetLengths() {
    int steps = output.shape().axis(1);
    int[] real = new int[output.shape().axis(0)];
    for (int b = 0; b < real.length; b++) {
      for (int t = 0; t < steps; t++) {
        real[b] += output.values()[b * steps + t] == 0 ? 0 : 1;
      }
    }
    return real;
  }

  private static int sum(int[] values) {
    return java.util.Arrays.stream(values).sum();
  }

  @Test
  void logitsAndAttentionWeightsAgree() {
    Tape tape = Tape.recording();
    Seq2Seq.Forced forced = model.forced(tape, source, lengths, input, new int[] {3, 3}, null);
    JsonNode first = golden.get("first_update");
    int sentences = source.shape().axis(0);
    int steps = input.shape().axis(1);
    Tensor logits = Tensor.zeros(sentences, steps, model.targetSize());
    Tensor alphas = Tensor.zeros(sentences, steps, source.shape().axis(1));
    for (int b = 0; b < sentences; b++) {
      for (int t = 0; t < steps; t++) {
        logits.select(b).select(t).copyFrom(forced.logits().tensor().select(t * sentences + b));
        alphas.select(b).select(t).copyFrom(forced.attentionWeights().tensor().select(t).select(b));
      }
    }
    Golden.assertClose("logits", logits, first.get("logits"));
    Golden.assertClose("attention_weights", alphas, first.get("attention_weights"));
  }

  @Test
  void allGradientsOfTheFirstUpdateAgree() {
    Gradients gradients = Gradients.of(model.parameters().values());
    backward(gradients);
    NAMES.forEach((theirs, ours) -> {
      Parameter parameter = Objects.requireNonNull(model.parameters().get(ours));
      Golden.assertClose(
          theirs,
          gradients.of(parameter).values(),
          golden.get("first_update").get("gradients").get(theirs));
    });
  }

  private double backward(Gradients gradients) {
    Tape tape = Tape.recording(new Workspace(), gradients, new Packs());
    int[] targetLengths = targetLengths();
    CrossEntropy.Loss loss =
        model.loss(
            tape, source, lengths, input, output, targetLengths, 0f, sum(targetLengths), null);
    tape.backward(loss.mean());
    return loss.sum() / loss.targets();
  }

  @Test
  void tenLossesAndTheWeightsAfterAgree() {
    OptimiserSettings settings =
        OptimiserSettings.defaults()
            .with(OptimiserKind.ADAM, (float) golden.get("adam_learning_rate").doubleValue());
    Optimiser optimiser = new Optimiser(settings, model.parameters().values());
    Gradients gradients = Gradients.of(model.parameters().values());
    AdamRounding rounding = new AdamRounding(settings, model.parameters().values());
    JsonNode losses = golden.get("losses");
    try (Workers workers = new Workers(1)) {
      for (int i = 0; i < losses.size(); i++) {
        gradients.clear();
        double expected = losses.get(i).doubleValue();
        assertThat(backward(gradients))
            .as("loss %d", i)
            .isCloseTo(expected, within(Golden.TOLERANCE * expected));
        double norm = optimiser.update(List.of(gradients), settings.learningRate(), workers);
        rounding.afterUpdate(optimiser, norm);
      }
    }
    NAMES.forEach((theirs, ours) -> {
      Parameter parameter = Objects.requireNonNull(model.parameters().get(ours));
      Golden.assertClose(
          theirs,
          parameter.value(),
          golden.get("weights_after").get(theirs),
          rounding.allowance(parameter));
    });
  }
}
