package dev.dragoman.report;

import dev.dragoman.inspect.SideComparison;
import dev.dragoman.inspect.WordGroups;
import dev.dragoman.inspect.WordMap;
import dev.dragoman.model.TableSide;
import dev.dragoman.word2vec.Word2VecSettings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A model's tables beside word2vec's vectors of the same text, or why there are none. */
public sealed interface Comparison {

  /**
   * It was made.
   *
   * @param text which sentences word2vec read: "all 42,000 sentences"
   * @param sides source, then target
   */
  record Made(String text, List<Side> sides) implements Comparison {

    /** Copies the list. */
    public Made {
      sides = List.copyOf(sides);
      if (sides.isEmpty()) {
        throw new IllegalArgumentException("comparison: expected at least one side, got none");
      }
    }
  }

  /**
   * It was not.
   *
   * @param why and what to do about it
   */
  record Missing(String why) implements Comparison {}

  /**
   * One side.
   *
   * @param settings what word2vec was trained with
   * @param maps empty where nobody looks at them
   */
  record Side(SideComparison figures, Word2VecSettings settings, Optional<Maps> maps) {

    /** "source" or "target". */
    public String name() {
      return figures.side() == TableSide.SOURCE ? "source" : "target";
    }

    /** What word2vec was trained with, in words. */
    public String described() {
      return Prose.text(
          "skip-gram, size %d, window %d, %d negatives, sample %s, %d %s, seed %d",
          settings.size(),
          settings.window(),
          settings.negative(),
          BigDecimal.valueOf(settings.sample()).stripTrailingZeros().toPlainString(),
          settings.epochs(),
          settings.epochs() == 1 ? "epoch" : "epochs",
          settings.seed());
    }
  }

  /**
   * The compared words as points of two planes, in the same order and the same colours.
   *
   * @param groups of the words of both
   * @param named words that are named before all others
   */
  record Maps(WordMap translation, WordMap word2vec, WordGroups groups, List<String> named) {

    /** Copies the list. */
    public Maps {
      named = List.copyOf(named);
    }
  }
}
