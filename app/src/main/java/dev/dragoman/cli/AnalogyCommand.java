package dev.dragoman.cli;

import dev.dragoman.inspect.AnalogyAnswers;
import dev.dragoman.inspect.EmbeddingTable;
import dev.dragoman.word2vec.AnalogyMethod;
import dev.dragoman.word2vec.QuestionWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dragoman embeddings analogy}: a is to b as c is to what? */
@Command(
    name = "analogy",
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    header = "Answers: A is to B as C is to what?",
    synopsisHeading = "%nUsage: ",
    customSynopsis = "dragoman embeddings analogy A B C [D] --model DIR [OPTIONS]",
    description = {
      "%n'analogy man king woman' asks for the words near king - man + woman, by",
      "3CosAdd, which adds cosines, and by 3CosMul, which multiplies them; with the",
      "three words left out of the answers, as is usual, and left in. Every word of",
      "the table can be an answer."
    })
final class AnalogyCommand implements Callable<Integer> {
  /** How answers are scored, as words. */
  static final class MethodWord extends Words<AnalogyMethod> {
    MethodWord() {
      super(List.of(AnalogyMethod.values()));
    }

    @Override
    String word(AnalogyMethod method) {
      return switch (method) {
        case COS_ADD -> "3cosadd";
        case COS_MUL -> "3cosmul";
      };
    }
  }

  private final Surroundings surroundings;

  @Parameters(index = "0", paramLabel = "A", description = "man")
  private String a;

  @Parameters(index = "1", paramLabel = "B", description = "king")
  private String b;

  @Parameters(index = "2", paramLabel = "C", description = "woman")
  private String c;

  @Parameters(
      index = "3",
      arity = "0..1",
      paramLabel = "D",
      description = "queen, the expected answer: says at which rank it comes.")
  private Optional<String> d = Optional.empty();

  @Mixin private final TableOptions tables = new TableOptions();

  @Option(
      names = {"-k", "--count"},
      paramLabel = "N",
      order = 4,
      defaultValue = "5",
      converter = Count.class,
      description = "How many answers to list (default: ${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--method",
      paramLabel = "M",
      order = 5,
      defaultValue = "3cosadd",
      converter = MethodWord.class,
      completionCandidates = MethodWord.class,
      description = "With --json: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private AnalogyMethod method;

  @Option(
      names = "--question-words",
      order = 6,
      description = "With --json: leave the question's words among the answers.")
  private boolean questionWords;

  @Option(
      names = "--json",
      order = 20,
      description = "Write [{\"token\": …, \"score\": …}, …], best first.")
  private boolean json;

  AnalogyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<String> words = new ArrayList<>(List.of(a, b, c));
    d.ifPresent(words::add);
    TableOptions.Asked asked = tables.open(surroundings, words);
    List<String> spelt = asked.words();
    AnalogyAnswers answers = asked.table().analogy(spelt.get(0), spelt.get(1), spelt.get(2), count);
    Output out = surroundings.console().out();
    if (json) {
      out.print(
          RankedLines.json(
              answers.answers(
                  method, questionWords ? QuestionWords.LEFT_IN : QuestionWords.LEFT_OUT)));
      return ExitCode.DONE;
    }
    out.line(
        text(
            "%s - %s + %s = ?    (%s)",
            spelt.get(1), spelt.get(0), spelt.get(2), asked.table().name()));
    show(out, answers, QuestionWords.LEFT_OUT, "question words left out");
    show(out, answers, QuestionWords.LEFT_IN, "question words left in");
    if (spelt.size() > 3) {
      ranks(asked.table(), spelt).forEach(out::line);
    }
    return ExitCode.DONE;
  }

  private static void show(
      Output out, AnalogyAnswers answers, QuestionWords words, String heading) {
    out.line("");
    out.line(heading);
    RankedLines.lines(
            List.of(
                new RankedLines.Column("3CosAdd", answers.answers(AnalogyMethod.COS_ADD, words)),
                new RankedLines.Column("3CosMul", answers.answers(AnalogyMethod.COS_MUL, words))))
        .forEach(out::line);
  }

  private static List<String> ranks(EmbeddingTable table, List<String> words) {
    List<String> lines = new ArrayList<>(List.of(""));
    for (AnalogyMethod method : AnalogyMethod.values()) {
      lines.add(
          text(
              "%s by %s: rank %s with question words left out, %s with them left in",
              words.get(3),
              method == AnalogyMethod.COS_ADD ? "3CosAdd" : "3CosMul",
              rank(table, words, method, QuestionWords.LEFT_OUT),
              rank(table, words, method, QuestionWords.LEFT_IN)));
    }
    return lines;
  }

  private static String rank(
      EmbeddingTable table, List<String> words, AnalogyMethod method, QuestionWords questionWords) {
    OptionalInt rank =
        table.analogyRank(
            words.get(0), words.get(1), words.get(2), words.get(3), method, questionWords);
    return rank.isPresent() ? text("%,d", rank.getAsInt()) : "none";
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
