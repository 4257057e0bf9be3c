package dev.dragoman.cli;

import dev.dragoman.autograd.Parameter;
import dev.dragoman.config.Experiment;
import dev.dragoman.data.CorpusIndex;
import dev.dragoman.model.Seq2Seq;
import dev.dragoman.training.OptimiserKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a training is about to cost, line by line: pairs, vocabularies, parameters by part, memory.
 */
final class Bill {
  private Bill() {}

  /** The lines, each at most 80 columns wide where the counts allow. */
  static List<String> lines(Experiment experiment, TrainingText text, Seq2Seq model, long updates) {
    List<String> lines = new ArrayList<>();
    lines.add(field("training", text.trainingReport().summary()));
    text.validationReport().ifPresent(report -> lines.add(field("validation", report.summary())));
    lines.addAll(index(text));
    lines.add(
        field(
            "pairs",
            "%,d for training, %,d for validation, %,d for test",
            text.train().size(),
            text.validation().size(),
            text.test().size()));
    lines.add(
        field(
            "vocabulary",
            "source %,d, target %,d tokens",
            text.source().size(),
            text.target().size()));
    lines.add(
        field(
            "unknown words",
            "training %.2f %% of source, %.2f %% of target",
            100 * text.encodedTrain().sourceUnknownRate(),
            100 * text.encodedTrain().targetUnknownRate()));
    lines.add(
        field(
            "",
            "validation %.2f %% of source, %.2f %% of target",
            100 * text.encodedValidation().sourceUnknownRate(),
            100 * text.encodedValidation().targetUnknownRate()));
    lines.addAll(parameters(model));
    lines.add(
        field(
            "memory",
            "about %,d MB for weights, gradients and the optimiser",
            megabytes(experiment, model)));
    lines.add(
        field(
            "updates",
            "%,d of up to %,d %s, %s at most",
            updates,
            experiment.batch().size(),
            experiment.batch().unit().name().toLowerCase(Locale.ROOT),
            experiment.training().epochs() == 1
                ? "1 epoch"
                : experiment.training().epochs() + " epochs"));
    return lines;
  }

  /** Where the index of the corpus is kept, if it is. */
  private static List<String> index(TrainingText text) {
    List<String> lines = new ArrayList<>();
    CorpusIndex.Origin origin = text.indexOrigin();
    origin
        .folder()
        .ifPresent(folder ->
            lines.add(
                field(
                    "index",
                    "%s, %,d MB, %s",
                    folder,
                    (text.indexBytes() >> 20) + 1,
                    origin.found() ? "found there" : "kept for the next start")));
    origin
        .remark()
        .ifPresent(remark -> lines.add(field(lines.isEmpty() ? "index" : "", "%s", remark)));
    return lines;
  }

  /** The parameters by part of the model. */
  static List<String> parameters(Seq2Seq model) {
    Map<String, Long> parts = new LinkedHashMap<>();
    for (Parameter parameter : model.parameters().values()) {
      parts.merge(part(parameter.name()), (long) parameter.value().size(), Long::sum);
    }
    List<String> lines = new ArrayList<>();
    long all = parts.values().stream().mapToLong(Long::longValue).sum();
    lines.add(field("parameters", "%,d", all));
    parts.forEach((name, size) -> lines.add(field("", "%-16s %,12d", name, size)));
    return lines;
  }

  private static String part(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static long megabytes(Experiment experiment, Seq2Seq model) {
    long weights =
        model.parameters().values().stream().mapToLong(parameter -> parameter.value().size()).sum();
    int moments = experiment.training().optimiser().kind() == OptimiserKind.SGD ? 1 : 2;
    return (weights * Float.BYTES * (3L + moments + experiment.training().shards())) >> 20;
  }

  /** A line of the bill. */
  static String field(String name, String format, Object... values) {
    return field(name, String.format(Locale.ROOT, format, values));
  }

  private static String field(String name, String value) {
    return String.format(Locale.ROOT, "%-14s %s", name, value);
  }
}
