package dev.dragoman.inspect;

import dev.dragoman.tensor.Workers;
import dev.dragoman.text.Tokenizer;
import dev.dragoman.translate.Translation;
import dev.dragoman.translate.TranslationModel;
import dev.dragoman.vocab.Specials;
import java.util.ArrayList;
import java.util.List;

/**
 * What attention looked at in one sentence: for each target token how much it looked at each source
 * token (α of Bahdanau et al. 2015, arXiv:1409.0473).
 *
 * @param source S tokens, the end-of-sentence token last
 * @param target T tokens, without the end-of-sentence token
 * @param weights [T, S], each row sums to 1
 */
public record AttentionMap(PlacedTokens source, PlacedTokens target, float[][] weights) {

  /** Checks the shape. */
  public AttentionMap {
    int rows = target.tokens().size();
    int columns = source.tokens().size();
    if (columns == 0) {
      throw new IllegalArgumentException(
          "source: expected at least the end-of-sentence token, got no tokens");
    }
    if (weights.length != rows) {
      throw new IllegalArgumentException(
          "weights: expected [T=" + rows + ", S=" + columns + "], got " + weights.length + " rows");
    }
    for (float[] row : weights) {
      if (row.length != columns) {
        throw new IllegalArgumentException(
            "weights: expected rows of S=" + columns + ", got one of " + row.length);
      }
    }
  }

  /** Of a translation. */
  public static AttentionMap of(Translation translation, TranslationModel model) {
    return new AttentionMap(
        source(translation.source(), model),
        PlacedTokens.joined(translation.text(), translation.tokens(), model.targetTokenizer()),
        translation.attention());
  }

  /**
   * Of known translations, which the model is made to write.
   *
   * @param sources sentences
   * @param targets their translations
   */
  public static List<AttentionMap> forced(
      TranslationModel model, List<String> sources, List<String> targets, Workers workers) {
    List<PlacedTokens> left = sources.stream().map(text -> source(text, model)).toList();
    List<PlacedTokens> right =
        targets.stream().map(text -> PlacedTokens.split(text, model.targetTokenizer())).toList();
    AlignedPairs pairs =
        AlignedPairs.of(
            sources.stream().map(model.sourceTokenizer()::tokenize).toList(),
            model.sourceVocabulary(),
            targets.stream().map(model.targetTokenizer()::tokenize).toList(),
            model.targetVocabulary());
    List<float[][]> weights = ForcedAttention.of(model.model(), pairs, workers);
    List<AttentionMap> maps = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      maps.add(new AttentionMap(left.get(i), right.get(i), weights.get(i)));
    }
    return maps;
  }

  private static PlacedTokens source(String text, TranslationModel model) {
    Tokenizer tokenizer = model.sourceTokenizer();
    return PlacedTokens.split(text, tokenizer)
        .withEnd(model.sourceVocabulary().token(Specials.EOS));
  }

  /** The source token that each target token looked at most, [T], the end of sentence included. */
  public int[] strongest() {
    return strongest(source.tokens().size());
  }

  /**
   * The source word that each target token looked at most, [T]: the end-of-sentence token is no
   * candidate, and -1 stands where there is no other.
   */
  public int[] strongestWords() {
    return strongest(source.tokens().size() - 1);
  }

  private int[] strongest(int candidates) {
    int[] strongest = new int[weights.length];
    for (int t = 0; t < strongest.length; t++) {
      strongest[t] = candidates == 0 ? -1 : 0;
      for (int s = 1; s < candidates; s++) {
        if (weights[t][s] > weights[t][strongest[t]]) {
          strongest[t] = s;
        }
      }
    }
    return strongest;
  }

  /**
   * The words that target tokens looked at most as Pharaoh pairs "source-target", both counted from
   * 0: {@code 0-0 1-2 2-1}.
   */
  public String pharaoh() {
    StringBuilder pairs = new StringBuilder();
    int[] strongest = strongestWords();
    for (int t = 0; t < strongest.length; t++) {
      if (strongest[t] >= 0) {
        pairs.append(pairs.isEmpty() ? "" : " ").append(strongest[t]).append('-').append(t);
      }
    }
    return pairs.toString();
  }
}
