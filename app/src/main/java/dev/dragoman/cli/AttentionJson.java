package dev.dragoman.cli;

import dev.dragoman.inspect.AlignmentScore;
import dev.dragoman.inspect.AttentionMap;
import dev.dragoman.inspect.PaddingProbe;
import dev.dragoman.inspect.PlacedToken;
import dev.dragoman.inspect.PlacedTokens;
import dev.dragoman.translate.TranslationModel;
import dev.dragoman.vocab.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/**
 * Attention as JSON on one line. Places in a text are counted in code points, the end excluded; a
 * token is {@code unknown} where the vocabulary lacks it, so that the model has {@code <unk>} in
 * its place.
 */
final class AttentionJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private AttentionJson() {}

  /** {@code {"source": {…}, "target": {…}, "attention": [[…]], "alignment": "0-0 1-2"}}. */
  static String text(AttentionMap map, TranslationModel model) {
    return JSON.writeValueAsString(object(new LinkedHashMap<>(), map, model));
  }

  /**
   * As {@link #text(AttentionMap, TranslationModel)}, after {@code "update"}: how many updates were
   * made before.
   */
  static String text(long update, AttentionMap map, TranslationModel model) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("update", update);
    return JSON.writeValueAsString(object(object, map, model));
  }

  private static Map<String, Object> object(
      Map<String, Object> object, AttentionMap map, TranslationModel model) {
    object.put("source", side(map.source(), model.sourceVocabulary()));
    object.put("target", side(map.target(), model.targetVocabulary()));
    object.put("attention", map.weights());
    object.put("alignment", map.pharaoh());
    return object;
  }

  private static Map<String, Object> side(PlacedTokens side, Vocabulary vocabulary) {
    List<Map<String, Object>> tokens = new ArrayList<>();
    for (PlacedToken token : side.tokens()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("token", token.token());
      object.put("text", token.text());
      object.put("begin", side.text().codePointCount(0, token.begin()));
      object.put("end", side.text().codePointCount(0, token.end()));
      object.put("unknown", token.isUnknownTo(vocabulary));
      tokens.add(object);
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("text", side.text());
    object.put("tokens", tokens);
    return object;
  }

  /** What paddings changed. */
  static String text(PaddingProbe probe) {
    List<Map<String, Object>> trials = new ArrayList<>();
    for (PaddingProbe.Trial trial : probe.trials()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("padding", trial.padding());
      object.put("text", trial.translation().text());
      object.put("score", trial.translation().score());
      object.put("scoreDifference", trial.scoreDifference());
      object.put("attentionDifference", trial.attentionDifference());
      trials.add(object);
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("source", probe.alone().source());
    object.put("text", probe.alone().text());
    object.put("score", probe.alone().score());
    object.put("unmoved", probe.isUnmoved());
    object.put("paddings", trials);
    return JSON.writeValueAsString(object);
  }

  /**
   * Alignment error rates and what they were counted from.
   *
   * @param linked every target token linked to a word
   * @param unlinked none where a token looked at the end of the sentence most
   */
  static String text(AlignmentScore linked, AlignmentScore unlinked) {
    Map<String, Object> object = object(linked);
    object.put("endOfSentenceIsNoLink", object(unlinked));
    return JSON.writeValueAsString(object);
  }

  private static Map<String, Object> object(AlignmentScore score) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("alignmentErrorRate", Json.number(score.errorRate()));
    object.put("precision", Json.number(score.precision()));
    object.put("recall", Json.number(score.recall()));
    object.put("sentences", score.sentences());
    object.put("found", score.found());
    object.put("sure", score.sure());
    object.put("foundSure", score.foundSure());
    object.put("foundPossible", score.foundPossible());
    return object;
  }
}
