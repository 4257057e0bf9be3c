package dev.dragoman.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * BLEU (Papineni et al. 2002, "BLEU: a Method for Automatic Evaluation of Machine Translation"):
 * the geometric mean of the precisions of 1- to 4-grams, times a penalty for translations that are
 * too short. A measure for corpora; of a single sentence it says little.
 *
 * <pre>{@code
 * BleuScore score = new Bleu(BleuSettings.defaults()).corpus(hypotheses, List.of(references));
 * score.score();               // 48.530827009929865
 * score.signature().toString(); // nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:…
 * }</pre>
 *
 * <p>Instances hold only their settings and may be shared by threads.
 */
public final class Bleu {
  /** So many lines with a period that stands alone are no accident. */
  private static final int TOKENIZED_LINES = 100;

  private final BleuSettings settings;

  /** BLEU under these settings. */
  public Bleu(BleuSettings settings) {
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  /**
   * Scores a corpus.
   *
   * @param hypotheses the translations, detokenised
   * @param references reference streams, one per translator: {@code references.get(k).get(i)} is
   *     the k-th reference of sentence i. A null says that this translator left the sentence out;
   *     an empty string is a reference like any other, and of length 0
   * @throws IllegalArgumentException if there is nothing to score, the line counts differ, or a
   *     sentence has no reference
   */
  public BleuScore corpus(
      List<String> hypotheses, List<? extends List<? extends @Nullable String>> references) {
    References aligned = References.align(hypotheses, references);
    return score(sum(hypotheses, aligned), aligned.count());
  }

  /**
   * Scores one sentence. {@link BleuSettings#sentenceDefaults()} are the settings for that: without
   * effective order, a hypothesis of fewer words than {@code maxOrder} scores 0.
   *
   * @param hypothesis the translation, detokenised
   * @param references its references
   * @throws IllegalArgumentException if there is no reference
   */
  public BleuScore sentence(String hypothesis, List<String> references) {
    return corpus(
        Collections.singletonList(hypothesis),
        references.stream().map(Collections::singletonList).toList());
  }

  /**
   * Counts without scoring; the arguments are those of {@link #corpus}. Statistics of parts of a
   * corpus add up to those of the whole.
   */
  public BleuStatistics statistics(
      List<String> hypotheses, List<? extends List<? extends @Nullable String>> references) {
    return sum(hypotheses, References.align(hypotheses, references));
  }

  /**
   * The score that follows from counts.
   *
   * @param statistics the counts, for as many orders as the settings say
   * @param references how many references each sentence had, at least 1, or {@link
   *     Signature#VARYING_REFERENCES}; for the signature
   */
  public BleuScore score(BleuStatistics statistics, int references) {
    if (statistics.maxOrder() != settings.maxOrder()) {
      throw new IllegalArgumentException(
          "BLEU statistics: expected "
              + settings.maxOrder()
              + " n-gram orders as in the settings, got "
              + statistics.maxOrder());
    }
    double bp = statistics.brevityPenalty();
    Precisions precisions = Precisions.of(statistics, settings.smoothing());
    int orders = settings.effectiveOrder() ? precisions.reached() : settings.maxOrder();
    return new BleuScore(
        bp * precisions.geometricMean(orders),
        precisions.percentages(),
        bp,
        statistics,
        signature(references));
  }

  /**
   * Whether the hypotheses look as if someone had forgotten to detokenise them, which changes the
   * score: a hundred lines end in a period that stands alone. Never so with the tokeniser {@code
   * none} or under {@code force}.
   */
  public boolean looksTokenized(List<String> hypotheses) {
    if (settings.force() || settings.tokenizer() == BleuTokenizer.NONE) {
      return false;
    }
    long suspects =
        hypotheses.stream().filter(line -> Whitespace.stripTrailing(line).endsWith(" .")).count();
    return suspects >= TOKENIZED_LINES;
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
            Signature.flag("eff", settings.effectiveOrder()),
            new Signature.Field("tok", settings.tokenizer().signature()),
            new Signature.Field("smooth", settings.smoothing().signature()),
            Signature.version()));
  }

  private BleuStatistics sum(List<String> hypotheses, References references) {
    BleuStatistics sum = BleuStatistics.none(settings.maxOrder());
    for (int i = 0; i < hypotheses.size(); i++) {
      sum = sum.plus(sentenceStatistics(hypotheses.get(i), references.bySentence().get(i)));
    }
    return sum;
  }

  private BleuStatistics sentenceStatistics(String hypothesis, List<String> references) {
    WordIds ids = new WordIds();
    List<int[]> referenceWords = new ArrayList<>(references.size());
    for (String reference : references) {
      referenceWords.add(ids.ofReference(tokens(reference)));
    }
    int[] words = ids.ofHypothesis(tokens(hypothesis));
    long[] matches = new ReferenceNgrams(settings.maxOrder(), referenceWords).matches(words);
    return new BleuStatistics(
        LongStream.of(matches).boxed().toList(),
        totals(words.length),
        words.length,
        closestLength(words.length, referenceWords));
  }

  private List<String> tokens(String sentence) {
    String text = settings.lowercase() ? LowerCase.of(sentence) : sentence;
    return settings.tokenizer().tokenize(Whitespace.stripTrailing(text));
  }

  private List<Long> totals(int length) {
    return LongStream.rangeClosed(1, settings.maxOrder())
        .map(n -> ReferenceNgrams.ngrams((int) n, length))
        .boxed()
        .toList();
  }

  private static int closestLength(int length, List<int[]> references) {
    int closest = references.getFirst().length;
    for (int[] reference : references) {
      int difference = Math.abs(reference.length - length) - Math.abs(closest - length);
      if (difference < 0 || (difference == 0 && reference.length < closest)) {
        closest = reference.length;
      }
    }
    return closest;
  }
}
