package dev.dragoman.inspect;

import dev.dragoman.translate.Translation;
import dev.dragoman.translate.Translator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Translates one sentence again and again in batches with ever longer ones, which fill its end with
 * padding, and compares. Padding is no part of a sentence, so nothing may change.
 *
 * @param alone the sentence translated on its own
 * @param trials the same sentence under paddings, in the order that was asked for
 */
public record PaddingProbe(Translation alone, List<Trial> trials) {

  /** Copies the list. */
  public PaddingProbe {
    trials = List.copyOf(trials);
  }

  /**
   * The sentence in a batch with a longer one.
   *
   * @param padding how many padding positions stood behind the sentence
   * @param translation what came of it
   * @param scoreDifference how far its score is from that of the sentence alone, in nats, ≥ 0
   * @param attentionDifference largest difference of an attention weight, 0 to 1; 1 where the
   *     translations have different lengths
   */
  public record Trial(
      int padding, Translation translation, double scoreDifference, double attentionDifference) {}

  /**
   * Runs the probe.
   *
   * @param sentence not blank
   * @param paddings positions of padding, each at least 1
   * @throws IllegalArgumentException if the sentence has no tokens
   */
  public static PaddingProbe run(Translator translator, String sentence, List<Integer> paddings) {
    List<String> tokens = translator.model().sourceTokenizer().tokenize(sentence);
    if (tokens.isEmpty()) {
      throw new IllegalArgumentException("expected a sentence with words to pad, got a blank one");
    }
    Translation alone = translator.translate(sentence);
    List<Trial> trials = new ArrayList<>();
    for (int padding : paddings) {
      String longer = longer(tokens.size() + padding);
      Translation padded = translator.translate(List.of(sentence, longer)).getFirst();
      trials.add(
          new Trial(
              padding,
              padded,
              Math.abs(padded.score() - alone.score()),
              difference(padded.attention(), alone.attention())));
    }
    return new PaddingProbe(alone, trials);
  }

  /** A sentence of so many tokens, whatever they mean: a lone letter is one to every tokenizer. */
  private static String longer(int tokens) {
    return String.join(" ", Collections.nCopies(tokens, "a"));
  }

  private static double difference(float[][] padded, float[][] alone) {
    if (padded.length != alone.length) {
      return 1;
    }
    double largest = 0;
    for (int t = 0; t < alone.length; t++) {
      for (int s = 0; s < alone[t].length; s++) {
        largest = Math.max(largest, Math.abs(padded[t][s] - alone[t][s]));
      }
    }
    return largest;
  }

  /** Whether text, score and attention stayed the same to the last bit. */
  public boolean isUnmoved() {
    return trials.stream()
        .allMatch(trial ->
            trial.translation().tokens().equals(alone.tokens())
                && trial.scoreDifference() == 0
                && trial.attentionDifference() == 0);
  }
}
