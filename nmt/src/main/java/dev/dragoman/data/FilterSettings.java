package dev.dragoman.data;

import dev.dragoman.settings.Setting;
import java.util.List;

/**
 * Which pairs of a corpus are good enough to learn from. A limit of 0 is off; empty sides are
 * always dropped.
 *
 * @param maxSourceTokens how many tokens a source may have
 * @param maxTargetTokens how many tokens a target may have
 * @param maxLengthRatio how many times as many tokens the longer side may have as the shorter; more
 *     is hardly a translation
 * @param maxCharacters how many characters (UTF-16 units) each side may have; checked before the
 *     text is split, so that an endless line costs nothing
 * @param targetPrefixes how targets must begin, any of these; compared with the target's tokens
 *     joined by single blanks, so {@code "she s "} wants a token after; empty for no such condition
 */
public record FilterSettings(
    @Setting(value = "Longest source; 0 for no limit", min = 0, unit = "tokens")
        int maxSourceTokens,
    @Setting(value = "Longest target; 0 for no limit", min = 0, unit = "tokens")
        int maxTargetTokens,
    @Setting(value = "How many times as long one side may be as the other; 0 for no limit", min = 0)
        double maxLengthRatio,
    @Setting(value = "Longest side; 0 for no limit", min = 0, unit = "characters")
        int maxCharacters,
    @Setting("How targets must begin, any of these; empty for any way")
        List<String> targetPrefixes) {

  /** Checks the ranges and copies the list. */
  public FilterSettings {
    requireLimit("maxSourceTokens", maxSourceTokens);
    requireLimit("maxTargetTokens", maxTargetTokens);
    requireLimit("maxCharacters", maxCharacters);
    if (!(maxLengthRatio == 0 || maxLengthRatio >= 1)) {
      throw new IllegalArgumentException(
          "maxLengthRatio: expected 0 for off or at least 1, got " + maxLengthRatio);
    }
    targetPrefixes = List.copyOf(targetPrefixes);
  }

  /** 100 tokens and 2,000 characters a side, nine times as long at most. */
  public static FilterSettings defaults() {
    return new FilterSettings(100, 100, 9, 2_000, List.of());
  }

  private static void requireLimit(String name, int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException(name + ": expected 0 for off or more, got " + limit);
    }
  }
}
