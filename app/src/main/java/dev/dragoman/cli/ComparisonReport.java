package dev.dragoman.cli;

import dev.dragoman.inspect.Expectations;
import dev.dragoman.inspect.Findings;
import dev.dragoman.inspect.SideComparison;
import dev.dragoman.inspect.TableProfile;
import dev.dragoman.model.TableSide;
import dev.dragoman.report.Comparison;
import dev.dragoman.word2vec.AnalogyMethod;
import dev.dragoman.word2vec.QuestionWords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A comparison of a model's tables with word2vec, for people and for programs. */
final class ComparisonReport {
  private static final String SOURCE =
      "Hill et al. 2014 (arXiv:1412.6448) found translators' embeddings better at similarity, those of one language at relatedness.";

  private final Path model;
  private final Comparison.Made made;
  private final int shown;

  /**
   * A report.
   *
   * @param shown neighbours to list for each example
   */
  ComparisonReport(Path model, Comparison.Made made, int shown) {
    this.model = model;
    this.made = made;
    this.shown = shown;
  }

  /** Tables, then findings in plain words, at most so many columns wide where words allow. */
  String plain(int width) {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        Columns.wrapped(
            "Is it word2vec? " + model + " beside skip-gram vectors of the same text and size",
            width));
    for (Comparison.Side compared : made.sides()) {
      SideComparison side = compared.figures();
      lines.add("");
      lines.addAll(
          Columns.wrapped(
              text(
                  "%s: the %,d most frequent words that both tables have; analogies may be answered"
                      + " by any that both have",
                  side.side() == TableSide.SOURCE ? "SOURCE" : "TARGET", side.words()),
              width));
      lines.addAll(Columns.wrapped("word2vec: " + compared.described(), width));
      side.examples().forEach(example -> addExample(lines, example));
      addBands(lines, side);
      addRelations(lines, side);
      addRanks(lines, side);
      lines.add("");
      lines.add("What agrees and what differs");
      Findings.of(side).forEach(finding -> addWrapped(lines, finding, width));
    }
    lines.add("");
    lines.addAll(Columns.wrapped("In short: " + made.inShort(), width));
    lines.add("");
    lines.addAll(Columns.wrapped(SOURCE, width));
    made.likelyReason()
        .ifPresent(reason -> {
          lines.add("");
          lines.addAll(Columns.wrapped(reason, width));
        });
    return String.join("\n", lines) + "\n";
  }

  private static void addWrapped(List<String> lines, String finding, int width) {
    List<String> wrapped = Columns.wrapped(finding, width - 4);
    for (int i = 0; i < wrapped.size(); i++) {
      lines.add((i == 0 ? "  - " : "    ") + wrapped.get(i));
    }
  }

  private void addExample(List<String> lines, SideComparison.Example example) {
    lines.add("");
    lines.add(
        text(
            "%s (seen %,d times): %d of the %d nearest are the same in both",
            example.token(), example.count(), example.shared(), example.translation().size()));
    lines.addAll(
        RankedLines.lines(
            List.of(
                new RankedLines.Column(
                    "translation", example.translation().stream().limit(shown).toList()),
                new RankedLines.Column(
                    "word2vec", example.word2vec().stream().limit(shown).toList()))));
  }

  private static void addBands(List<String> lines, SideComparison side) {
    lines.add("");
    lines.add(text("%-34s %10s", "common neighbours by frequency", "percent"));
    for (SideComparison.Band band : side.bands()) {
      lines.add(
          text(
              "  %-32s %10.1f",
              text("seen %,d to %,d times", band.leastFrequent(), band.mostFrequent()),
              100 * band.overlap()));
    }
    lines.add(text("  %-32s %10.1f", "by chance", 100 * side.chance()));
  }

  private static void addRelations(List<String> lines, SideComparison side) {
    List<TableProfile.Relation> translation = side.translation().relations();
    if (!translation.isEmpty()) {
      lines.add("");
      lines.add(
          text(
              "%-34s %12s %12s %10s",
              "analogies, percent right", "translation", "word2vec", "questions"));
    }
    for (int i = 0; i < translation.size(); i++) {
      TableProfile.Relation one = translation.get(i);
      lines.add(
          text(
              "  %-32s %12.1f %12.1f %10d",
              one.name(),
              100 * one.accuracy(),
              100 * side.word2vec().relations().get(i).accuracy(),
              one.asked()));
    }
  }

  private static void addRanks(List<String> lines, SideComparison side) {
    if (side.question().isEmpty()) {
      return;
    }
    Expectations.Question question = side.question().get();
    lines.add("");
    lines.add(
        text(
            "%-34s %12s %12s",
            text(
                "%s - %s + %s, rank of %s", question.b(), question.a(), question.c(), question.d()),
            "translation",
            "word2vec"));
    for (int i = 0; i < side.translation().example().size(); i++) {
      TableProfile.ExampleRank translation = side.translation().example().get(i);
      lines.add(
          text(
              "  %-32s %12s %12s",
              name(translation),
              rank(translation.rank()),
              rank(side.word2vec().example().get(i).rank())));
    }
    lines.add("  (3CosAdd adds cosines with the question's words, 3CosMul multiplies them)");
  }

  private static String name(TableProfile.ExampleRank rank) {
    return (rank.method() == AnalogyMethod.COS_ADD ? "3CosAdd" : "3CosMul")
        + (rank.questionWords() == QuestionWords.LEFT_OUT
            ? ", question words left out"
            : ", question words left in");
  }

  private static String rank(OptionalInt rank) {
    return rank.isPresent() ? text("%,d", rank.getAsInt()) : "–";
  }

  /** All figures. */
  String json() {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("model", model.toString());
    object.put("text", made.text());
    object.put("sides", made.sides().stream().map(ComparisonReport::json).toList());
    object.put("inShort", made.inShort());
    object.put("likelyReason", made.likelyReason().orElse(null));
    object.put("source", SOURCE);
    return Json.text(object);
  }

  private static Map<String, @Nullable Object> json(Comparison.Side compared) {
    SideComparison side = compared.figures();
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("side", side.side().name().toLowerCase(Locale.ROOT));
    object.put("word2vecSettings", compared.described());
    object.put("words", side.words());
    object.put("neighbours", side.k());
    object.put("overlap", side.overlap());
    object.put("overlapByChance", side.chance());
    object.put("cosineCorrelation", Json.number(side.cosineCorrelation()));
    object.put("overlapByFrequency", side.bands());
    object.put("examples", side.examples().stream().map(ComparisonReport::json).toList());
    object.put("question", side.question().orElse(null));
    object.put("translation", json(side.translation()));
    object.put("word2vec", json(side.word2vec()));
    object.put("findings", Findings.of(side));
    return object;
  }

  private static Map<String, Object> json(SideComparison.Example example) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("token", example.token());
    object.put("count", example.count());
    object.put("shared", example.shared());
    object.put("translation", RankedLines.array(example.translation()));
    object.put("word2vec", RankedLines.array(example.word2vec()));
    return object;
  }

  private static Map<String, @Nullable Object> json(TableProfile profile) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put(
        "sameClass", profile.sameClass().isPresent() ? profile.sameClass().getAsDouble() : null);
    object.put("together", profile.together());
    object.put("normAndFrequency", Json.number(profile.normAndFrequency()));
    object.put("neighboursFrequency", Json.number(profile.neighboursFrequency()));
    object.put("analogies", profile.relations().stream().map(ComparisonReport::json).toList());
    object.put("pairs", profile.judged().stream().map(ComparisonReport::json).toList());
    object.put("example", profile.example().stream().map(ComparisonReport::json).toList());
    return object;
  }

  private static Map<String, Object> json(TableProfile.Relation relation) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("relation", relation.name());
    object.put("correct", relation.correct());
    object.put("asked", relation.asked());
    return object;
  }

  private static Map<String, @Nullable Object> json(TableProfile.Judged judged) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("name", judged.name());
    object.put("spearman", Json.number(judged.spearman()));
    object.put("pairs", judged.pairs());
    object.put("all", judged.all());
    return object;
  }

  private static Map<String, @Nullable Object> json(TableProfile.ExampleRank rank) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("method", rank.method() == AnalogyMethod.COS_ADD ? "3CosAdd" : "3CosMul");
    object.put("questionWordsLeftOut", rank.questionWords() == QuestionWords.LEFT_OUT);
    object.put("rank", rank.rank().isPresent() ? rank.rank().getAsInt() : null);
    return object;
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
