package dev.dragoman.draw;

import dev.dragoman.inspect.WordGroups;
import dev.dragoman.inspect.WordMap;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is written around maps of words. */
public final class WordMapText {
  private WordMapText() {}

  /** How people call the method. */
  public static String method(WordMap map) {
    return switch (map.method()) {
      case PCA -> "PCA";
      case TSNE -> "t-SNE";
      case UMAP -> "UMAP";
    };
  }

  /** What it is a map of. */
  public static String title(WordMap map) {
    return String.format(
        Locale.ROOT, "%,d words of %s, by %s", map.words().size(), map.table(), method(map));
  }

  /** How to read it. */
  public static String reading(WordMap map) {
    String how =
        switch (map.method()) {
          case PCA ->
              String.format(
                  Locale.ROOT,
                  "Across: the direction in which the vectors differ most, %s of their variance;"
                      + " upwards: the next, %s.",
                  Numbers.percent(map.firstShare()),
                  Numbers.percent(map.secondShare()));
          case TSNE, UMAP ->
              "Who is near whom tells something; how far groups lie apart tells little.";
        };
    return how + trust(map);
  }

  private static String trust(WordMap map) {
    return map.trustworthiness().isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            " Neighbours here are neighbours in the table: %.2f (1 if all are, 0.5 at random).",
            map.trustworthiness().getAsDouble());
  }

  /** What is said of a word. */
  static String note(WordMap map, WordGroups groups, int word) {
    return map.words().get(word).token() + ": " + about(map, groups, word);
  }

  /** The same without its name. */
  static String about(WordMap map, WordGroups groups, int word) {
    String detail = groups.details().get(word);
    return Stream.of(
            detail.isEmpty() && groups.kind() == WordGroups.Kind.DIFFERENT
                ? groups.names().get(groups.of().get(word))
                : detail,
            WordGroups.seen(map.words().get(word).seen()))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
