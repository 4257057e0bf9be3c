package dev.dragoman.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * chrF (Popović 2015, "chrF: character n-gram F-score for automatic MT evaluation") and chrF++
 * (Popović 2017, "chrF++: words helping character n-grams"): the F-score of the character n-grams,
 * with chrF++ of words too, that hypothesis and reference share. Needs no tokeniser, and sees that
 * a wrong ending is better than a wrong word.
 *
 * <p>Of several references of a sentence, the one with the best score counts; of equals the first.
 *
 * <p>Instances hold only their settings and may be shared by threads.
 */
public final class Chrf {
  private final ChrfSettings settings;

  /** chrF under these settings. */
  public Chrf(ChrfSettings settings) {
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  /**
   * Scores a corpus.
   *
   * @param hypotheses the translations, detokenised
   * @param references reference streams, one per translator: {@code references.get(k).get(i)} is
   *     the k-th reference of sentence i. A null says that this translator left the sentence out;
   *     an empty string is a reference like any other
   * @throws IllegalArgumentException if there is nothing to score, the line counts differ, or a
   *     sentence has no reference
   */
  public ChrfScore corpus(
      List<String> hypotheses, List<? extends List<? extends @Nullable String>> references) {
    References aligned = References.align(hypotheses, references);
    ChrfStatistics sum = new ChrfStatistics(settings.charOrder() + settings.wordOrder());
    for (int i = 0; i < hypotheses.size(); i++) {
      sum.add(best(hypotheses.get(i), aligned.bySentence().get(i)));
    }
    return new ChrfScore(
        sum.score(settings),
        settings.charOrder(),
        settings.wordOrder(),
        settings.beta(),
        signature(aligned.count()));
  }

  /**
   * Scores one sentence.
   *
   * @param hypothesis the translation, detokenised
   * @param references its references
   * @throws IllegalArgumentException if there is no reference
   */
  public ChrfScore sentence(String hypothesis, List<String> references) {
    return corpus(
        Collections.singletonList(hypothesis),
        references.stream().map(Collections::singletonList).toList());
  }

  /**
   * The settings in sacreBLEU's form.
   *
   * @param references how many references each sentence has, at least 1, or {@link
   *     Signature#VARYING_REFERENCES}
   */
  public Signature signature(int references) {
    return new Signature(
        List.of(
            Signature.references(references),
            Signature.letterCase(settings.lowercase()),
            Signature.flag("eff", !settings.epsSmoothing()),
            new Signature.Field("nc", Integer.toString(settings.charOrder())),
            new Signature.Field("nw", Integer.toString(settings.wordOrder())),
            Signature.flag("space", settings.whitespace()),
            Signature.version()));
  }

  private ChrfStatistics best(String hypothesis, List<String> references) {
    ChrfStatistics best = compare(hypothesis, references.getFirst());
    double bestScore = best.score(settings);
    for (String reference : references.subList(1, references.size())) {
      ChrfStatistics candidate = compare(hypothesis, reference);
      double score = candidate.score(settings);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  private ChrfStatistics compare(String hypothesis, String reference) {
    String hypothesisText = settings.lowercase() ? LowerCase.of(hypothesis) : hypothesis;
    String referenceText = settings.lowercase() ? LowerCase.of(reference) : reference;
    ChrfStatistics statistics = new ChrfStatistics(settings.charOrder() + settings.wordOrder());
    count(
        statistics, 0, settings.charOrder(), characters(hypothesisText), characters(referenceText));
    if (settings.wordOrder() > 0) {
      WordIds ids = new WordIds();
      int[] referenceWords = ids.ofReference(words(referenceText));
      int[] hypothesisWords = ids.ofHypothesis(words(hypothesisText));
      count(
          statistics, settings.charOrder(), settings.wordOrder(), hypothesisWords, referenceWords);
    }
    return statistics;
  }

  private static void count(
      ChrfStatistics statistics, int firstIndex, int orders, int[] hypothesis, int[] reference) {
    long[] matches = new ReferenceNgrams(orders, List.of(reference)).matches(hypothesis);
    for (int n = 1; n <= orders; n++) {
      statistics.set(
          firstIndex + n - 1,
          ReferenceNgrams.ngrams(n, hypothesis.length),
          ReferenceNgrams.ngrams(n, reference.length),
          matches[n - 1]);
    }
  }

  private int[] characters(String text) {
    return text.codePoints()
        .filter(codePoint -> settings.whitespace() || !Whitespace.isBlank(codePoint))
        .toArray();
  }

  /** Splits at blanks, and one ASCII punctuation mark off each word: at its end, else its start. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : Whitespace.split(text)) {
      int last = word.length() - 1;
      if (last == 0) {
        words.add(word);
      } else if (isPunctuation(word.charAt(last))) {
        words.add(word.substring(0, last));
        words.add(word.substring(last));
      } else if (isPunctuation(word.charAt(0))) {
        words.add(word.substring(0, 1));
        words.add(word.substring(1));
      } else {
        words.add(word);
      }
    }
    return words;
  }

  private static boolean isPunctuation(char character) {
    return (character >= '!' && character <= '/')
        || (character >= ':' && character <= '@')
        || (character >= '[' && character <= '`')
        || (character >= '{' && character <= '~');
  }
}
