package dev.dragoman.word2vec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Word pairs with people's judgements of similarity, such as WordSim-353 and SimLex-999: how well
 * cosines agree. Counts as gensim's {@code evaluate_word_pairs} does.
 */
public final class WordPairEvaluation {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

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

  private void add(String line, int number) {
    if (line.isBlank() || line.startsWith("#")) {
      return;
    }
    String[] fields = line.split("\t", -1);
    if (fields.length != 3 || !NUMBER.matcher(fields[2].strip()).matches()) {
      invalidLines.add(number);
      return;
    }
    OptionalInt a = candidates.indexOf(candidates.spelling(fields[0]));
    OptionalInt b = candidates.indexOf(candidates.spelling(fields[1]));
    double judgement = Double.parseDouble(fields[2].strip());
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
                  : ": no word pairs in it; expected lines of word, tab, word, tab, number"));
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
