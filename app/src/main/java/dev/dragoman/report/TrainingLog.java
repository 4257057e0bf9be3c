package dev.dragoman.report;

import dev.dragoman.inspect.AttentionMap;
import dev.dragoman.inspect.PlacedTokens;
import dev.dragoman.translate.TranslationModel;
import dev.dragoman.vocab.Specials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What {@code metrics.jsonl} says about a training. Where a run was resumed, later events of an
 * update take the place of earlier ones; a last line that a killed run left unfinished is passed
 * over.
 *
 * @param updates by number
 * @param validations by the update after which they were made
 * @param alignments the same, where alignments were measured
 */
public record TrainingLog(
    List<Update> updates, List<Validation> validations, List<AlignmentPoint> alignments) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Copies the lists. */
  public TrainingLog {
    updates = List.copyOf(updates);
    validations = List.copyOf(validations);
    alignments = List.copyOf(alignments);
  }

  /**
   * One update.
   *
   * @param update its number, from 1
   * @param loss in nats per target token
   * @param targetTokens of its batch
   * @param seconds it took
   * @param gradientNorm before clipping
   * @param learningRate step size
   */
  public record Update(
      long update,
      double loss,
      long targetTokens,
      double seconds,
      double gradientNorm,
      double learningRate) {}

  /**
   * One validation.
   *
   * @param update updates made before it
   * @param epoch the epoch
   * @param loss in nats per target token
   * @param perplexity e^loss
   * @param bleu 0 to 100; NaN where none was measured
   * @param best whether the model was the best so far
   * @param source a sentence
   * @param reference its known translation
   * @param hypothesis what the model made of it; empty where nothing was translated
   */
  public record Validation(
      long update,
      int epoch,
      double loss,
      double perplexity,
      double bleu,
      boolean best,
      String source,
      String reference,
      String hypothesis) {}

  /**
   * Where the model looked in one sentence, and how attention agreed with known alignments.
   *
   * @param update updates made before
   * @param errorRate alignment error rate over many sentences, 0 to 1; NaN where alignments are not
   *     known
   * @param sentences how many sentences that is of; 0 where the log does not say
   * @param source text of the sentence that was looked at
   * @param target its known translation
   * @param attention [T, S] of that sentence
   */
  public record AlignmentPoint(
      long update,
      double errorRate,
      int sentences,
      String source,
      String target,
      float[][] attention) {

    /** The map of the sentence. */
    public AttentionMap map(TranslationModel model) {
      return new AttentionMap(
          PlacedTokens.split(source, model.sourceTokenizer())
              .withEnd(model.sourceVocabulary().token(Specials.EOS)),
          PlacedTokens.split(target, model.targetTokenizer()),
          attention);
    }
  }

  /** The moments at which the attention of a sentence was looked at. */
  public List<AlignmentPoint> looks() {
    return alignments.stream().filter(point -> point.attention().length > 0).toList();
  }

  /** Of a model whose training left no log. */
  public static TrainingLog none() {
    return new TrainingLog(List.of(), List.of(), List.of());
  }

  /** Reads the file, if it is there. */
  public static TrainingLog read(Path file) {
    if (!Files.isRegularFile(file)) {
      return none();
    }
    try {
      return parse(file.toString(), Files.readAllLines(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads the lines of a file.
   *
   * @param name of the file, for messages
   * @throws IllegalArgumentException if a line before the last is no JSON object
   */
  static TrainingLog parse(String name, List<String> lines) {
    SortedMap<Long, Update> updates = new TreeMap<>();
    SortedMap<Long, Validation> validations = new TreeMap<>();
    SortedMap<Long, AlignmentPoint> alignments = new TreeMap<>();
    for (int i = 0; i < lines.size(); i++) {
      JsonNode event = event(name, lines, i);
      long update = event.path("update").asLong(0);
      switch (event.path("event").asString("")) {
        case "update" -> updates.put(update, update(event));
        case "validation" -> validations.put(update, validation(event));
        case "alignment", "attention" -> alignments.put(update, alignment(event));
        default -> {}
      }
    }
    return new TrainingLog(
        List.copyOf(updates.values()),
        List.copyOf(validations.values()),
        List.copyOf(alignments.values()));
  }

  private static JsonNode event(String name, List<String> lines, int line) {
    try {
      return JSON.readTree(lines.get(line));
    } catch (JacksonException unreadable) {
      if (line == lines.size() - 1) {
        return JSON.createObjectNode();
      }
      throw new IllegalArgumentException(
          name + ", line " + (line + 1) + ": expected a JSON object, got " + lines.get(line),
          unreadable);
    }
  }

  private static Update update(JsonNode event) {
    return new Update(
        event.path("update").asLong(0),
        number(event, "loss"),
        event.path("targetTokens").asLong(0),
        number(event, "seconds"),
        number(event, "gradientNorm"),
        number(event, "learningRate"));
  }

  private static Validation validation(JsonNode event) {
    return new Validation(
        event.path("update").asLong(0),
        event.path("epoch").asInt(0),
        number(event, "loss"),
        number(event, "perplexity"),
        number(event, "bleu"),
        event.path("best").asBoolean(false),
        event.path("source").asString(""),
        event.path("reference").asString(""),
        event.path("hypothesis").asString(""));
  }

  private static AlignmentPoint alignment(JsonNode event) {
    List<float[]> rows = new ArrayList<>();
    for (JsonNode row : event.path("attention")) {
      float[] weights = new float[row.size()];
      for (int s = 0; s < weights.length; s++) {
        weights[s] = (float) row.get(s).asDouble(0);
      }
      rows.add(weights);
    }
    return new AlignmentPoint(
        event.path("update").asLong(0),
        number(event, "errorRate"),
        event.path("sentences").asInt(0),
        event.path("source").asString(""),
        event.path("target").asString(""),
        rows.toArray(float[][]::new));
  }

  private static double number(JsonNode event, String key) {
    return event.path(key).isNumber() ? event.path(key).asDouble() : Double.NaN;
  }

  /** Seconds that the updates took, validation not counted. */
  double seconds() {
    return updates.stream().mapToDouble(Update::seconds).filter(Double::isFinite).sum();
  }

  /** Target tokens that were learnt from, repetitions counted. */
  long targetTokens() {
    return updates.stream().mapToLong(Update::targetTokens).sum();
  }
}
