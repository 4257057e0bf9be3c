package dev.dragoman.cli;

import dev.dragoman.word2vec.AnalogyEvaluation;
import dev.dragoman.word2vec.AnalogyReport;
import dev.dragoman.word2vec.AnalogySection;
import dev.dragoman.word2vec.EvaluationSettings;
import dev.dragoman.word2vec.WordPairEvaluation;
import dev.dragoman.word2vec.WordPairReport;
import dev.dragoman.word2vec.WordVectorFiles;
import dev.dragoman.word2vec.WordVectors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** {@code dragoman word2vec evaluate}: scores vectors and shows how they did. */
final class Word2VecEvaluationJob {
  private final Path vectors;
  private final List<Path> analogies;
  private final List<Path> pairs;
  private final EvaluationSettings settings;
  private final Surroundings surroundings;

  /**
   * An evaluation.
   *
   * @param analogies files of analogy questions
   * @param pairs files of judged word pairs
   */
  Word2VecEvaluationJob(
      Path vectors,
      List<Path> analogies,
      List<Path> pairs,
      EvaluationSettings settings,
      Surroundings surroundings) {
    this.vectors = vectors;
    this.analogies = analogies;
    this.pairs = pairs;
    this.settings = settings;
    this.surroundings = surroundings;
  }

  /**
   * Writes the scores; question files are read before the vectors, which may be large, so that a
   * wrong name is known at once.
   */
  void run(boolean json) {
    analogies.forEach(this::requireFile);
    pairs.forEach(this::requireFile);
    WordVectors read = WordVectorFiles.read(located(vectors));
    SequencedMap<Path, AnalogyReport> answered = new LinkedHashMap<>();
    analogies.forEach(
        file -> answered.put(file, AnalogyEvaluation.evaluate(read, located(file), settings)));
    SequencedMap<Path, WordPairReport> judged = new LinkedHashMap<>();
    pairs.forEach(
        file -> judged.put(file, WordPairEvaluation.evaluate(read, located(file), settings)));
    surroundings
        .console()
        .out()
        .print(json ? json(read, answered, judged) : plain(read, answered, judged));
  }

  private Path located(Path file) {
    return surroundings.workingFolder().resolve(file);
  }

  private void requireFile(Path file) {
    WordVectorFiles.requireReadable(located(file));
  }

  private String plain(
      WordVectors read, Map<Path, AnalogyReport> answered, Map<Path, WordPairReport> judged) {
    List<String> lines = new ArrayList<>();
    lines.add(text("%s: %,d vectors of size %d", vectors, read.count(), read.size()));
    answered.forEach((file, report) -> addAnalogies(lines, file, report));
    if (!judged.isEmpty()) {
      lines.add("");
      lines.add(
          text("%-30s %9s %9s %7s %8s", "word pairs", "Spearman", "Pearson", "pairs", "unknown"));
      judged.forEach((file, report) -> addPairs(lines, file, report));
    }
    return String.join("\n", lines) + "\n";
  }

  private static void addAnalogies(List<String> lines, Path file, AnalogyReport report) {
    lines.add("");
    lines.add(
        text(
            "%-30s %9s %9s %7s %8s",
            "analogies: " + file.getFileName(), "percent", "correct", "of", "skipped"));
    report.sections().forEach(section -> lines.add(row(section)));
    lines.add(row(report.semantic()));
    lines.add(row(report.syntactic()));
    lines.add(row(report.total()));
    addInvalid(lines, report.invalidLines());
  }

  private static String row(AnalogySection section) {
    return text(
        "  %-28s %9s %9d %7d %8d",
        section.name(),
        section.answerable() == 0 ? "–" : text("%.2f", 100 * section.accuracy()),
        section.correct(),
        section.answerable(),
        section.skipped());
  }

  private static void addPairs(List<String> lines, Path file, WordPairReport report) {
    lines.add(
        text(
            "  %-28s %9s %9s %7d %8d",
            file.getFileName(),
            correlation(report.spearman()),
            correlation(report.pearson()),
            report.pairs(),
            report.unknown()));
    addInvalid(lines, report.invalidLines());
  }

  /** Of one pair, or of pairs that are all judged alike, there is none. */
  private static String correlation(double value) {
    return Double.isNaN(value) ? "–" : text("%.4f", value);
  }

  private static void addInvalid(List<String> lines, List<Integer> numbers) {
    if (!numbers.isEmpty()) {
      lines.add(
          text(
              "  (%d %s of another form left out, the first is line %d)",
              numbers.size(), numbers.size() == 1 ? "line" : "lines", numbers.getFirst()));
    }
  }

  private String json(
      WordVectors read, Map<Path, AnalogyReport> answered, Map<Path, WordPairReport> judged) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("vectors", vectors.toString());
    object.put("words", read.count());
    object.put("size", read.size());
    object.put(
        "analogies",
        answered.entrySet().stream().map(entry -> json(entry.getKey(), entry.getValue())).toList());
    object.put(
        "pairs",
        judged.entrySet().stream().map(entry -> json(entry.getKey(), entry.getValue())).toList());
    return Json.text(object);
  }

  private static Map<String, @Nullable Object> json(Path file, AnalogyReport report) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("file", file.toString());
    object.put("total", json(report.total()));
    object.put("semantic", json(report.semantic()));
    object.put("syntactic", json(report.syntactic()));
    object.put("sections", report.sections().stream().map(Word2VecEvaluationJob::json).toList());
    object.put("invalidLines", report.invalidLines());
    return object;
  }

  private static Map<String, @Nullable Object> json(AnalogySection section) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("name", section.name());
    object.put("correct", section.correct());
    object.put("incorrect", section.incorrect());
    object.put("skipped", section.skipped());
    object.put("accuracy", section.answerable() == 0 ? null : section.accuracy());
    return object;
  }

  private static Map<String, @Nullable Object> json(Path file, WordPairReport report) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("file", file.toString());
    object.put("spearman", Json.number(report.spearman()));
    object.put("pearson", Json.number(report.pearson()));
    object.put("pairs", report.pairs());
    object.put("unknown", report.unknown());
    object.put("unknownPercent", report.unknownPercent());
    object.put("invalidLines", report.invalidLines());
    return object;
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
