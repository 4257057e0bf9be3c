package dev.dragoman.inspect;

import dev.dragoman.grammar.GeneratedPair;
import dev.dragoman.tensor.Workers;
import dev.dragoman.translate.TranslationModel;
import dev.dragoman.vocab.Specials;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Measures attention on sentences of the built-in grammar, which knows what belongs together. The
 * model is made to write the known translation, so that its links can be compared with the known
 * ones.
 */
public final class KnownAlignments {
  private KnownAlignments() {}

  /** Where the model looks while it writes the known translation of each pair. */
  public static List<AttentionMap> maps(
      TranslationModel model, List<GeneratedPair> pairs, Workers workers) {
    return AttentionMap.forced(
        model,
        pairs.stream().map(GeneratedPair::source).toList(),
        pairs.stream().map(GeneratedPair::target).toList(),
        workers);
  }

  /**
   * The score over all pairs.
   *
   * @param maps of the pairs, in their order
   */
  public static AlignmentScore score(
      List<AttentionMap> maps, List<GeneratedPair> pairs, AlignmentScore.EndOfSentence end) {
    AlignmentScore score = AlignmentScore.none();
    for (int i = 0; i < maps.size(); i++) {
      score = score.plus(AlignmentScore.of(maps.get(i), pairs.get(i).alignment(), end));
    }
    return score;
  }

  /** The pairs of which the model knows every word on both sides, split as the grammar does. */
  public static List<GeneratedPair> known(TranslationModel model, List<GeneratedPair> pairs) {
    return pairs.stream()
        .filter(pair ->
            isKnown(
                    model.sourceTokenizer().tokenize(pair.source()),
                    pair.sourceTokens().size(),
                    model.sourceVocabulary()::id)
                && isKnown(
                    model.targetTokenizer().tokenize(pair.target()),
                    pair.targetTokens().size(),
                    model.targetVocabulary()::id))
        .toList();
  }

  private static boolean isKnown(List<String> tokens, int expected, ToIntFunction<String> ids) {
    return tokens.size() == expected
        && tokens.stream().mapToInt(ids).noneMatch(id -> id == Specials.UNK);
  }
}
