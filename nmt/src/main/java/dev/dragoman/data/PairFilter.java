package dev.dragoman.data;

import dev.dragoman.text.Tokenizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Splits a corpus into tokens and keeps the pairs that are good enough to learn from. */
public final class PairFilter {

  private final FilterSettings settings;
  private final Tokenizer source;
  private final Tokenizer target;

  /**
   * A filter.
   *
   * @param settings what to keep
   * @param source splits the source sides
   * @param target splits the target sides
   */
  public PairFilter(FilterSettings settings, Tokenizer source, Tokenizer target) {
    this.settings = settings;
    this.source = source;
    this.target = target;
  }

  /** The pairs worth keeping, in the order of the corpus, and a report of the others. */
  public FilteredPairs apply(Corpus corpus) {
    List<TokenizedPair> kept = new ArrayList<>();
    Map<DropReason, Integer> dropped = new EnumMap<>(DropReason.class);
    Map<String, String> known = new HashMap<>();
    for (SentencePair text : corpus.pairs()) {
      if (isTooLong(text)) {
        dropped.merge(DropReason.TOO_MANY_CHARACTERS, 1, Integer::sum);
        continue;
      }
      TokenizedPair pair =
          new TokenizedPair(
              text,
              shared(source.tokenize(text.source()), known),
              shared(target.tokenize(text.target()), known));
      DropReason reason = reasonToDrop(pair);
      if (reason == null) {
        kept.add(pair);
      } else {
        dropped.merge(reason, 1, Integer::sum);
      }
    }
    return new FilteredPairs(corpus.name(), kept, new FilterReport(corpus.pairs().size(), dropped));
  }

  private boolean isTooLong(SentencePair text) {
    return isOver(text.source().length(), settings.maxCharacters())
        || isOver(text.target().length(), settings.maxCharacters());
  }

  /** Each token is kept in memory once, however often it occurs. */
  private static List<String> shared(List<String> tokens, Map<String, String> known) {
    return tokens.stream().map(token -> known.computeIfAbsent(token, same -> same)).toList();
  }

  private @Nullable DropReason reasonToDrop(TokenizedPair pair) {
    int sourceTokens = pair.source().size();
    int targetTokens = pair.target().size();
    if (sourceTokens == 0) {
      return DropReason.EMPTY_SOURCE;
    }
    if (targetTokens == 0) {
      return DropReason.EMPTY_TARGET;
    }
    if (isOver(sourceTokens, settings.maxSourceTokens())) {
      return DropReason.LONG_SOURCE;
    }
    if (isOver(targetTokens, settings.maxTargetTokens())) {
      return DropReason.LONG_TARGET;
    }
    if (hasBadRatio(sourceTokens, targetTokens)) {
      return DropReason.LENGTH_RATIO;
    }
    return beginsAsRequired(pair.target()) ? null : DropReason.TARGET_BEGINNING;
  }

  private static boolean isOver(int length, int limit) {
    return limit > 0 && length > limit;
  }

  private boolean hasBadRatio(int sourceTokens, int targetTokens) {
    double ratio =
        (double) Math.max(sourceTokens, targetTokens) / Math.min(sourceTokens, targetTokens);
    return settings.maxLengthRatio() > 0 && ratio > settings.maxLengthRatio();
  }

  private boolean beginsAsRequired(List<String> tokens) {
    if (settings.targetPrefixes().isEmpty()) {
      return true;
    }
    String joined = String.join(" ", tokens);
    return settings.targetPrefixes().stream().anyMatch(joined::startsWith);
  }
}
