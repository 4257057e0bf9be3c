package dev.dragoman.word2vec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Word pairs with people's judgements of similarity, such as WordSim-353 and SimLex-999: how well
 * cosines agree. Counts as gensim's {@code evaluate_word_pairs} does.
 */
public final class WordPairEvaluation {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private static final String NO_PAIRS =
      ": no word pairs in it; expected lines of word, tab, word, tab, number";

  private final WordVectors vectors;
  private final EvaluationSettings settings;
  private final CandidateWords candidates;
  private final List<Double> judged = new ArrayList<>();
  private final List<Double> cosines = new ArrayList<>();
  private final List<Integer> invalidLines = new ArrayList<>();
  private int unknown;

  private WordPairEvaluation(WordVectors vectors, EvaluationSettings settings) {
    this.vectors = vectors;
    this.settings = settings;
    this.candidates = new CandidateWords(vectors, settings);
  }

  /**
   * Evaluates with {@link EvaluationSettings#defaults}.
   *
   * @throws Word2VecException if the file has no pair of known words
   */
  public static WordPairReport evaluate(WordVectors vectors, Path file) {
    return evaluate(vectors, file, EvaluationSettings.defaults());
  }

  /**
   * Evaluates on a file whose lines are a word, a tab, a word, a tab and a number. Lines that begin
   * with # are comments; others of another form are left out and reported.
   *
   * @throws Word2VecException if the file has no pair of known words
   */
  public static WordPairReport evaluate(
      WordVectors vectors, Path file, EvaluationSettings settings) {
    WordPairEvaluation evaluation = new WordPairEvaluation(vectors, settings);
    try (TextLines lines = TextLines.open(file)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        evaluation.add(line, lines.number());
      }
    }
    return evaluation.report(file);
  }

  /**
   * Two words and a number that says how alike they are.
   *
   * @param judgement larger is more alike
   */
  public record Pair(String first, String second, double judgement) {}

  /**
   * The pairs of such a file; lines of another form are left out.
   *
   * @throws Word2VecException if it cannot be read or has no pairs
   */
  public static List<Pair> pairs(Path file) {
    List<Pair> pairs = new ArrayList<>();
    try (TextLines lines = TextLines.open(file)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        parsed(line).ifPresent(pairs::add);
      }
    }
    if (pairs.isEmpty()) {
      throw new Word2VecException(file + NO_PAIRS);
    }
    return pairs;
  }

  private static Optional<Pair> parsed(String line) {
    String[] fields = line.split("\t", -1);
    return line.startsWith("#")
            || fields.length != 3
            || !NUMBER.matcher(fields[2].strip()).matches()
        ? Optional.empty()
        : Optional.of(new Pair(fields[0], fields[1], Double.parseDouble(fields[2].strip())));
  }

  private void add(String line, int number) {
    if (line.isBlank() || line.startsWith("#")) {
      return;
    }
    Optional<Pair> parsed = parsed(line);
    if (parsed.isEmpty()) {
      invalidLines.add(number);
      return;
    }
    Pair pair = parsed.get();
    OptionalInt a = candidates.indexOf(candidates.spelling(pair.first()));
    OptionalInt b = candidates.indexOf(candidates.spelling(pair.second()));
    double judgement = pair.judgement();
    if (a.isPresent() && b.isPresent()) {
      judged.add(judgement);
      cosines.add(vectors.similarity(a.getAsInt(), b.getAsInt()));
    } else {
      addUnknown(judgement);
    }
  }

  private void addUnknown(double judgement) {
    unknown++;
    switch (settings.unknownWords()) {
      case SKIP -> {}
      case COUNT_AS_WRONG -> {
        judged.add(judgement);
        cosines.add(0.0);
      }
    }
  }

  private WordPairReport report(Path file) {
    if (judged.isEmpty()) {
      throw new Word2VecException(
          file
              + (unknown > 0
                  ? ": none of its " + unknown + " pairs has a vector for both words"
                  : NO_PAIRS));
    }
    double[] x = judged.stream().mapToDouble(Double::doubleValue).toArray();
    double[] y = cosines.stream().mapToDouble(Double::doubleValue).toArray();
    int all =
        switch (settings.unknownWords()) {
          case SKIP -> x.length + unknown;
          case COUNT_AS_WRONG -> x.length;
        };
    return new WordPairReport(
        Correlation.pearson(x, y),
        Correlation.spearman(x, y),
        x.length,
        unknown,
        100.0 * unknown / all,
        invalidLines);
  }
}
