package dev.dragoman.report;

import dev.dragoman.inspect.Findings;
import dev.dragoman.inspect.SideComparison;
import dev.dragoman.inspect.WordGroups;
import dev.dragoman.inspect.WordMap;
import dev.dragoman.model.TableSide;
import dev.dragoman.word2vec.Word2VecSettings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A model's tables beside word2vec's vectors of the same text, or why there are none. */
public sealed interface Comparison {

  /**
   * It was made.
   *
   * @param text which sentences word2vec read: "all 42,000 sentences"
   * @param epochs how often the model had gone through the text when it was saved
   * @param sides source, then target
   */
  record Made(String text, int epochs, List<Side> sides) implements Comparison {

    /** By so much more word2vec must have of a class for it to ask for a reason. */
    private static final double AHEAD = 0.02;

    /** Copies the list. */
    public Made {
      sides = List.copyOf(sides);
      if (sides.isEmpty()) {
        throw new IllegalArgumentException("comparison: expected at least one side, got none");
      }
    }

    /** One answer to the question whether the tables are like word2vec's. */
    public String inShort() {
      return Findings.inShort(sides.stream().map(Side::figures).toList());
    }

    /**
     * Why word2vec may be ahead in similarity where it is, against what is known of large corpora:
     * for texts of the built-in grammar alone, as only there one knows how the text came about.
     */
    public Optional<String> likelyReason() {
      if (sides.stream().noneMatch(Made::isWord2VecAhead)) {
        return Optional.empty();
      }
      return Optional.of(
          Prose.text(
              "After Hill et al. one would expect the translator to be ahead in similarity; here"
                  + " word2vec is. Why was not measured, but three reasons are likely. The text is"
                  + " small and a grammar wrote it, so that the words around a word tell its class"
                  + " almost by themselves. word2vec went through it %s, the translator %s. And a"
                  + " translator has to tell apart only words that it translates differently;"
                  + " nothing asks it to lay the others in order.",
              times(sides.stream().map(side -> side.settings().epochs()).distinct().toList()),
              times(List.of(epochs))));
    }

    private static boolean isWord2VecAhead(Side side) {
      OptionalDouble translation = side.figures().translation().sameClass();
      OptionalDouble word2vec = side.figures().word2vec().sameClass();
      return translation.isPresent()
          && word2vec.isPresent()
          && word2vec.getAsDouble() > translation.getAsDouble() + AHEAD;
    }

    private static String times(List<Integer> epochs) {
      return epochs.equals(List.of(1))
          ? "once"
          : epochs.stream().map(String::valueOf).collect(Collectors.joining(" and ")) + " times";
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
