package dev.dragoman.word2vec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Analogy questions, a is to b as c is to …: how often the word nearest to b − a + c is the
 * expected one. Counts as gensim's {@code evaluate_word_analogies} does, to the single question:
 * 3CosAdd, the question words left out of the answers, questions with unknown words skipped.
 */
public final class AnalogyEvaluation {

  /** Answers that are looked through for one that is spelt unlike the question words. */
  private static final int ANSWERS = 5;

  private static final int QUESTIONS_AT_ONCE = 64;

  private final WordVectors vectors;
  private final EvaluationSettings settings;
  private final CandidateWords candidates;

  private AnalogyEvaluation(WordVectors vectors, EvaluationSettings settings) {
    this.vectors = vectors;
    this.settings = settings;
    this.candidates = new CandidateWords(vectors, settings);
  }

  /**
   * Evaluates with {@link EvaluationSettings#defaults}.
   *
   * @throws Word2VecException if the file has no questions
   */
  public static AnalogyReport evaluate(WordVectors vectors, Path file) {
    return evaluate(vectors, file, EvaluationSettings.defaults());
  }

  /**
   * Evaluates on a file such as questions-words.txt: a line {@code : name} begins a section, other
   * lines are questions of four words. Lines of more or fewer words are left out and reported.
   *
   * @throws Word2VecException if the file has no questions
   */
  public static AnalogyReport evaluate(
      WordVectors vectors, Path file, EvaluationSettings settings) {
    return new AnalogyEvaluation(vectors, settings).report(AnalogyFile.read(file));
  }

  /** A question whose words have vectors. */
  private record Asked(int section, List<String> spellings, int[] indices) {}

  private AnalogyReport report(AnalogyFile file) {
    int[] correct = new int[file.sections().size()];
    int[] incorrect = new int[correct.length];
    int[] skipped = new int[correct.length];
    List<Asked> asked = new ArrayList<>();
    for (AnalogyFile.Question question : file.questions()) {
      if (!ask(question, asked)) {
        switch (settings.unknownWords()) {
          case SKIP -> skipped[question.section()]++;
          case COUNT_AS_WRONG -> incorrect[question.section()]++;
        }
      }
    }
    int[][] answers = answers(asked);
    for (int q = 0; q < answers.length; q++) {
      Asked question = asked.get(q);
      (isCorrect(question, answers[q]) ? correct : incorrect)[question.section()]++;
    }
    List<AnalogySection> sections = new ArrayList<>();
    for (int s = 0; s < correct.length; s++) {
      sections.add(
          new AnalogySection(file.sections().get(s), correct[s], incorrect[s], skipped[s]));
    }
    return new AnalogyReport(sections, file.invalidLines());
  }

  private boolean ask(AnalogyFile.Question question, List<Asked> asked) {
    List<String> spellings = question.words().stream().map(candidates::spelling).toList();
    int[] indices = new int[spellings.size()];
    for (int i = 0; i < indices.length; i++) {
      OptionalInt index = candidates.indexOf(spellings.get(i));
      if (index.isEmpty()) {
        return false;
      }
      indices[i] = index.getAsInt();
    }
    return asked.add(new Asked(question.section(), spellings, indices));
  }

  /**
   * The first answer that is not a question word in other case decides; where all five are, the
   * last of them does.
   */
  private boolean isCorrect(Asked question, int[] answers) {
    String predicted = "";
    for (int answer : answers) {
      predicted = candidates.spelling(vectors.words().get(answer));
      if (!question.spellings.subList(0, 3).contains(predicted)) {
        break;
      }
    }
    return predicted.equals(question.spellings.get(3));
  }

  private int[][] answers(List<Asked> asked) {
    AnalogySearch search = new AnalogySearch(vectors, candidates.count());
    int[][] answers = new int[asked.size()][];
    try (ExecutorService threads = Executors.newFixedThreadPool(settings.threads())) {
      List<Future<?>> running = new ArrayList<>();
      for (int from = 0; from < answers.length; from += QUESTIONS_AT_ONCE) {
        int first = from;
        int end = Math.min(answers.length, from + QUESTIONS_AT_ONCE);
        List<int[]> questions = asked.subList(from, end).stream().map(Asked::indices).toList();
        running.add(
            threads.submit(() -> {
              int[][] found = search.answers(questions, ANSWERS);
              System.arraycopy(found, 0, answers, first, found.length);
            }));
      }
      for (Future<?> batch : running) {
        await(batch);
      }
    }
    return answers;
  }

  private static void await(Future<?> batch) {
    try {
      batch.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("evaluation was interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException("the search for answers failed", e.getCause());
    }
  }
}
