package dev.dragoman.cli;

import dev.dragoman.inspect.AlignmentScore;
import dev.dragoman.inspect.AttentionMap;
import dev.dragoman.training.TrainingListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/**
 * {@code metrics.jsonl}: one JSON object a line for each update, each validation, each look at
 * attention where a training is recorded and, in the quickstart, each comparison of attention with
 * known alignments. Loss in nats per target token; tokens and seconds of that update.
 */
final class MetricsLog implements TrainingListener, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Writer writer;

  private MetricsLog(Writer writer) {
    this.writer = writer;
  }

  /**
   * Opens a log.
   *
   * @param append whether to go on behind what is there
   */
  static MetricsLog open(Path file, boolean append) throws IOException {
    StandardOpenOption how =
        append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
    return new MetricsLog(
        Files.newBufferedWriter(
            file,
            StandardCharsets.UTF_8,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            how));
  }

  @Override
  public void updated(Update update) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event", "update");
    event.put("update", update.update());
    event.put("epoch", update.epoch());
    event.put("loss", update.loss());
    event.put("targetTokens", update.targetTokens());
    event.put("seconds", update.seconds());
    event.put("gradientNorm", update.gradientNorm());
    event.put("learningRate", update.learningRate());
    write(event);
  }

  @Override
  public void validated(Validation validation) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event", "validation");
    event.put("update", validation.update());
    event.put("epoch", validation.epoch());
    event.put("loss", validation.loss());
    event.put("perplexity", validation.perplexity());
    event.put("bleu", Double.isNaN(validation.bleu()) ? null : validation.bleu());
    event.put("best", validation.best());
    event.put("seconds", validation.seconds());
    event.put("source", validation.sample().source());
    event.put("reference", validation.sample().reference());
    event.put("hypothesis", validation.sample().hypothesis());
    write(event);
    flush();
  }

  /**
   * Attention was compared with known alignments.
   *
   * @param update updates made so far
   * @param score over all sentences compared
   * @param map of one of them
   */
  void aligned(long update, AlignmentScore score, AttentionMap map) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event", "alignment");
    event.put("update", update);
    event.put("errorRate", Json.number(score.errorRate()));
    event.put("precision", Json.number(score.precision()));
    event.put("recall", Json.number(score.recall()));
    event.put("sentences", score.sentences());
    write(event, map);
  }

  /**
   * Attention was looked at in one sentence.
   *
   * @param update updates made so far
   */
  void attended(long update, AttentionMap map) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event", "attention");
    event.put("update", update);
    write(event, map);
  }

  private void write(Map<String, Object> event, AttentionMap map) {
    event.put("source", map.source().text());
    event.put("target", map.target().text());
    event.put("attention", map.weights());
    write(event);
  }

  private void write(Map<String, Object> event) {
    try {
      writer.write(JSON.writeValueAsString(event));
      writer.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("metrics.jsonl cannot be written: " + e.getMessage(), e);
    }
  }

  private void flush() {
    try {
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("metrics.jsonl cannot be written: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
