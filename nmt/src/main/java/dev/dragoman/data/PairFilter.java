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

  /** What becomes of a pair. */
  public sealed interface Verdict {
    /**
     * It is worth learning from.
     *
     * @param pair with its tokens
     */
    record Kept(TokenizedPair pair) implements Verdict {}

    /**
     * It is left out.
     *
     * @param reason the first that applies
     */
    record Dropped(DropReason reason) implements Verdict {}
  }

  /** The pairs worth keeping, in the order of the corpus, and a report of the others. */
  public FilteredPairs apply(Corpus corpus) {
    List<TokenizedPair> kept = new ArrayList<>();
    Map<DropReason, Integer> dropped = new EnumMap<>(DropReason.class);
    Map<String, String> known = new HashMap<>();
    for (SentencePair text : corpus.pairs()) {
      switch (judge(text)) {
        case Verdict.Kept(TokenizedPair pair) -> kept.add(shared(pair, known));
        case Verdict.Dropped(DropReason reason) -> dropped.merge(reason, 1, Integer::sum);
      }
    }
    return new FilteredPairs(corpus.name(), kept, new FilterReport(corpus.pairs().size(), dropped));
  }

  /** Splits one pair into tokens and says whether it is worth keeping. */
  public Verdict judge(SentencePair text) {
    if (isTooLong(text)) {
      return new Verdict.Dropped(DropReason.TOO_MANY_CHARACTERS);
    }
    TokenizedPair pair =
        new TokenizedPair(text, source.tokenize(text.source()), target.tokenize(text.target()));
    DropReason reason = reasonToDrop(pair);
    return reason == null ? new Verdict.Kept(pair) : new Verdict.Dropped(reason);
  }

  private boolean isTooLong(SentencePair text) {
    return isOver(text.source().length(), settings.maxCharacters())
        || isOver(text.target().length(), settings.maxCharacters());
  }

  /** Each token is kept in memory once, however often it occurs. */
  private static TokenizedPair shared(TokenizedPair pair, Map<String, String> known) {
    return new TokenizedPair(
        pair.text(), shared(pair.source(), known), shared(pair.target(), known));
  }

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
