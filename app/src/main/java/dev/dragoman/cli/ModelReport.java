package dev.dragoman.cli;

import dev.dragoman.checkpoint.SavedModel;
import dev.dragoman.checkpoint.Side;
import dev.dragoman.checkpoint.TrainingSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is in a model folder, in lines for people. */
final class ModelReport {
  private static final int FREQUENT = 8;

  private ModelReport() {}

  /** Parameters by part, vocabularies, training, configuration. */
  static List<String> lines(SavedModel saved) {
    List<String> lines = new ArrayList<>(Bill.parameters(saved.model()));
    lines.add(vocabulary("source", saved.source()));
    lines.add(vocabulary("target", saved.target()));
    lines.addAll(training(saved.training()));
    lines.add("");
    lines.add("configuration");
    saved
        .configuration()
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> lines.add("  " + line));
    return lines;
  }

  private static String vocabulary(String name, Side side) {
    List<String> tokens = side.vocabulary().tokens();
    List<String> frequent =
        tokens.subList(Math.min(4, tokens.size()), Math.min(4 + FREQUENT, tokens.size()));
    return field(
        name,
        String.format(
            Locale.ROOT, "%,d tokens: %s …", side.vocabulary().size(), String.join(" ", frequent)));
  }

  private static List<String> training(TrainingSummary training) {
    List<String> lines = new ArrayList<>();
    lines.add(
        field(
            "training",
            String.format(
                Locale.ROOT,
                "%,d updates, %d epochs, seed %d",
                training.updates(),
                training.epochs(),
                training.seed())));
    training
        .validationLoss()
        .ifPresent(loss ->
            lines.add(
                field(
                    "validation",
                    String.format(
                        Locale.ROOT,
                        "loss %.4f nats per token, perplexity %.2f",
                        loss,
                        training.perplexity().orElseThrow()))));
    training
        .bleu()
        .ifPresent(bleu ->
            lines.add(
                field(
                    "",
                    String.format(
                        Locale.ROOT, "BLEU %.2f (greedy, part of the validation set)", bleu))));
    return lines;
  }

  private static String field(String name, String value) {
    return String.format(Locale.ROOT, "%-14s %s", name, value);
  }
}
