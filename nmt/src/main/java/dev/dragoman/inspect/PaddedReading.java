package dev.dragoman.inspect;

import dev.dragoman.tensor.Workers;
import dev.dragoman.translate.Translation;
import dev.dragoman.translate.Translator;
import dev.dragoman.vocab.Specials;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * A sentence that was read with {@code <s>} behind its end as if that were text, which is what
 * padding is to a program that does not tell it from words. The counterpart of {@link
 * PaddingProbe}, whose padding is known to be none.
 *
 * @param padding how many {@code <s>} stood behind the end, ≥ 0
 * @param translation what came of it
 */
public record PaddedReading(int padding, Translation translation) {
  private static final int BATCH = 32;
  private static final String PADDING = Specials.NAMES.get(Specials.BOS);
  private static final String END = Specials.NAMES.get(Specials.EOS);

  /**
   * Reads sentences.
   *
   * @param sentences tokens of each, without its end; not blank
   * @param padding how many {@code <s>} a sentence of so many tokens gets, its end counted
   * @return one a sentence, in order
   */
  public static List<PaddedReading> all(
      Translator translator,
      List<List<String>> sentences,
      IntUnaryOperator padding,
      Workers workers) {
    PaddedReading[] all = new PaddedReading[sentences.size()];
    workers.forEach(
        Math.ceilDiv(sentences.size(), BATCH),
        batch -> {
          int begin = batch * BATCH;
          List<List<String>> some =
              sentences.subList(begin, Math.min(sentences.size(), begin + BATCH));
          List<Translation> translations =
              translator.translateTokens(
                  some.stream().map(tokens -> padded(tokens, padding)).toList());
          for (int i = 0; i < some.size(); i++) {
            int positions = some.get(i).size() + 1;
            all[begin + i] = new PaddedReading(padding.applyAsInt(positions), translations.get(i));
          }
        });
    return Arrays.asList(all);
  }

  private static List<String> padded(List<String> tokens, IntUnaryOperator padding) {
    List<String> padded = new ArrayList<>(tokens);
    padded.add(END);
    padded.addAll(Collections.nCopies(padding.applyAsInt(padded.size()), PADDING));
    return padded;
  }

  /** The share of the positions that were padding, 0 to 1. */
  public double paddingShare() {
    return (double) padding / translation.sourceTokens().size();
  }

  /** The share of attention that fell on padding, the mean over the words written; 0 to 1. */
  public double attentionOnPadding() {
    float[][] attention = translation.attention();
    double sum = 0;
    for (float[] weights : attention) {
      for (int s = weights.length - padding; s < weights.length; s++) {
        sum += weights[s];
      }
    }
    return attention.length == 0 ? 0 : sum / attention.length;
  }
}
