package dev.dragoman.inspect;

import dev.dragoman.word2vec.AnalogyMethod;
import dev.dragoman.word2vec.QuestionWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What a comparison found, in plain words, each sentence from its figures. What to expect is from
 * Hill, Cho, Jean, Devin and Bengio 2014, "Embedding Word Similarity with Neural Machine
 * Translation" (arXiv:1412.6448): embeddings of translators are better at similarity (a word's
 * place can be taken by another), those of one language at relatedness (words stand together).
 */
public final class Findings {

  /** From here on a share of common neighbours, or a rank correlation, is called much. */
  private static final double MUCH = 0.5;

  /** Shares of analogies that differ by more are not alike. */
  private static final double FAR_APART = 0.1;

  /** How many times as many as by chance are called far more. */
  private static final double FAR_MORE = 3;

  /** And how many more. */
  private static final double MORE = 1.5;

  /** The least difference of two shares that is called one. */
  private static final double DIFFERENT = 0.02;

  /** A rank correlation that is called a tendency. */
  private static final double TENDENCY = 0.3;

  private Findings() {}

  /**
   * One answer to the question whether a model's tables are like word2vec's, from the neighbours
   * that they share, the order of all pairs, and the analogies that each answers.
   */
  public static String inShort(List<SideComparison> sides) {
    List<String> sentences = new ArrayList<>();
    sentences.add(verdict(sides));
    sentences.add(
        text(
            "Of a word's %d nearest, word2vec's vectors of the same text share %s with the model's,"
                + " where chance would give %s.",
            sides.getFirst().k(),
            shares(sides, SideComparison::overlap),
            shares(sides, SideComparison::chance)));
    sentences.add(
        text(
            "How near pairs of words are has a rank correlation of %s, where 1 is the same order"
                + " and 0 no connection.",
            bySide(sides, side -> text("%.2f", side.cosineCorrelation()))));
    List<SideComparison> asked = sides.stream().filter(Findings::hasAnalogies).toList();
    if (!asked.isEmpty()) {
      sentences.add(
          text(
              "Of the analogies word2vec answers %s rightly, the model %s.",
              shares(asked, side -> side.word2vec().allRelations().accuracy()),
              shares(asked, side -> side.translation().allRelations().accuracy())));
    }
    return String.join(" ", sentences);
  }

  private static String verdict(List<SideComparison> sides) {
    if (sides.stream().allMatch(Findings::isMuchAlike)) {
      return "Much like word2vec.";
    }
    double times =
        sides.stream().mapToDouble(side -> side.overlap() / side.chance()).min().orElseThrow();
    return times >= FAR_MORE
        ? "Like word2vec in part, but not the same."
        : times >= MORE
            ? "Like word2vec in little."
            : "Not like word2vec, as far as neighbours tell.";
  }

  private static boolean isMuchAlike(SideComparison side) {
    return side.overlap() >= MUCH
        && side.cosineCorrelation() >= MUCH
        && (!hasAnalogies(side)
            || Math.abs(
                    side.translation().allRelations().accuracy()
                        - side.word2vec().allRelations().accuracy())
                <= FAR_APART);
  }

  private static boolean hasAnalogies(SideComparison side) {
    return side.translation().allRelations().asked() > 0;
  }

  private static String shares(List<SideComparison> sides, ToDoubleFunction<SideComparison> share) {
    return bySide(sides, side -> text("%.1f %%", 100 * share.applyAsDouble(side)));
  }

  private static String bySide(
      List<SideComparison> sides, Function<SideComparison, String> figure) {
    return sides.stream()
        .map(side -> figure.apply(side) + " (" + side.side().name().toLowerCase(Locale.ROOT) + ")")
        .collect(Collectors.joining(" and "));
  }

  /** Sentences about one side. */
  public static List<String> of(SideComparison compared) {
    List<String> findings = new ArrayList<>();
    findings.add(overlap(compared));
    findings.add(order(compared.cosineCorrelation()));
    addSimilarity(compared, findings);
    findings.add(relatedness(compared));
    addAnalogies(compared, findings);
    addExample(compared, findings);
    findings.add(frequency(compared));
    addJudged(compared, findings);
    return findings;
  }

  private static String overlap(SideComparison compared) {
    double times = compared.overlap() / compared.chance();
    String verdict = times >= FAR_MORE ? "far more" : times >= MORE ? "more" : "hardly more";
    return text(
        "Neighbours: the tables agree on %s than chance would. Of a word's %d nearest %.1f %% are the same in both, %.1f times as many as by chance (%.1f %%).",
        verdict, compared.k(), 100 * compared.overlap(), times, 100 * compared.chance());
  }

  private static String order(double correlation) {
    String verdict =
        correlation >= TENDENCY
            ? "pairs that are near in one table tend to be near in the other"
            : correlation >= TENDENCY / 3
                ? "nearness in one table says a little about nearness in the other"
                : "nearness in one table says hardly anything about nearness in the other";
    return text(
        "All pairs of words: %s (rank correlation of their cosines %.2f).", verdict, correlation);
  }

  private static void addSimilarity(SideComparison compared, List<String> findings) {
    OptionalDouble translation = compared.translation().sameClass();
    OptionalDouble word2vec = compared.word2vec().sameClass();
    if (translation.isPresent() && word2vec.isPresent()) {
      double difference = translation.getAsDouble() - word2vec.getAsDouble();
      findings.add(
          text(
              "Similarity, neighbours of the word's own class in the grammar, which could take its place: translation %.1f %%, word2vec"
                  + " %.1f %%, %s.",
              100 * translation.getAsDouble(),
              100 * word2vec.getAsDouble(),
              more(difference, "as Hill et al. found", "unlike what Hill et al. found")));
    }
  }

  private static String relatedness(SideComparison compared) {
    double translation = compared.translation().together();
    double word2vec = compared.word2vec().together();
    return text(
        "Relatedness, neighbours that stand near the word in some sentence: translation %.1f %%, word2vec %.1f %%, %s.",
        100 * translation,
        100 * word2vec,
        more(translation - word2vec, "unlike what Hill et al. found", "as Hill et al. found"));
  }

  private static String more(double difference, String whereTranslation, String whereWord2vec) {
    if (Math.abs(difference) < DIFFERENT) {
      return "which is no clear difference";
    }
    return difference > 0
        ? "more in the translation table, " + whereTranslation
        : "more in word2vec, " + whereWord2vec;
  }

  private static void addAnalogies(SideComparison compared, List<String> findings) {
    TableProfile.Relation translation = compared.translation().allRelations();
    TableProfile.Relation word2vec = compared.word2vec().allRelations();
    if (translation.asked() > 0) {
      double difference = translation.accuracy() - word2vec.accuracy();
      String verdict =
          Math.abs(difference) < DIFFERENT
              ? "both are about as often right"
              : (difference > 0 ? "the translation table" : "word2vec") + " is more often right";
      findings.add(
          text(
              "Analogies, a is to b as c is to what: %s, translation %.1f %%, word2vec %.1f %% of %,d questions (the answer is the word nearest"
                  + " to b − a + c, which is called 3CosAdd; the question's own words left out; any word that both tables have may answer).",
              verdict,
              100 * translation.accuracy(),
              100 * word2vec.accuracy(),
              translation.asked()));
    }
  }

  private static void addExample(SideComparison compared, List<String> findings) {
    if (compared.question().isPresent()) {
      Expectations.Question question = compared.question().get();
      findings.add(
          text(
              "%s - %s + %s: '%s' comes at rank %s in the translation table and %s in word2vec with the question's words left out of the"
                  + " answers, at rank %s and %s with them left in.",
              question.b(),
              question.a(),
              question.c(),
              question.d(),
              rank(compared.translation(), QuestionWords.LEFT_OUT),
              rank(compared.word2vec(), QuestionWords.LEFT_OUT),
              rank(compared.translation(), QuestionWords.LEFT_IN),
              rank(compared.word2vec(), QuestionWords.LEFT_IN)));
    }
  }

  private static String rank(TableProfile profile, QuestionWords words) {
    OptionalInt rank =
        profile.example().stream()
            .filter(one -> one.method() == AnalogyMethod.COS_ADD && one.questionWords() == words)
            .findFirst()
            .map(TableProfile.ExampleRank::rank)
            .orElse(OptionalInt.empty());
    return rank.isPresent() ? text("%,d", rank.getAsInt()) : "none, as a word is missing";
  }

  private static String frequency(SideComparison compared) {
    SideComparison.Band first = compared.bands().getFirst();
    SideComparison.Band last = compared.bands().getLast();
    return text(
        "Frequency: of the neighbours of words seen at least %,d times the tables share %.1f %%, of words seen at most %,d times %.1f %%."
            + " Rank correlation of a word's count with its vector's length: translation %s, word2vec %s; with its neighbours'"
            + " counts: %s and %s.",
        first.leastFrequent(),
        100 * first.overlap(),
        last.mostFrequent(),
        100 * last.overlap(),
        correlation(compared.translation().normAndFrequency()),
        correlation(compared.word2vec().normAndFrequency()),
        correlation(compared.translation().neighboursFrequency()),
        correlation(compared.word2vec().neighboursFrequency()));
  }

  /** There is none where all values are alike. */
  private static String correlation(double value) {
    return Double.isNaN(value) ? "none" : text("%+.2f", value);
  }

  private static void addJudged(SideComparison compared, List<String> findings) {
    for (int i = 0; i < compared.translation().judged().size(); i++) {
      TableProfile.Judged translation = compared.translation().judged().get(i);
      TableProfile.Judged word2vec = compared.word2vec().judged().get(i);
      findings.add(
          Double.isNaN(translation.spearman()) || Double.isNaN(word2vec.spearman())
              ? text(
                  "%s: %d of its %d pairs are in both tables, too few to judge by.",
                  translation.name(), translation.pairs(), translation.all())
              : text(
                  "%s: Spearman's rho %.3f in the translation table, %.3f in word2vec, over %d of its %d pairs.",
                  translation.name(),
                  translation.spearman(),
                  word2vec.spearman(),
                  translation.pairs(),
                  translation.all()));
    }
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
