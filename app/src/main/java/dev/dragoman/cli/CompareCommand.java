package dev.dragoman.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dragoman embeddings compare}: is it word2vec? */
@Command(
    name = "compare",
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    header = "Lays a model's tables beside word2vec's vectors of the same text.",
    synopsisHeading = "%nUsage: ",
    customSynopsis = "dragoman embeddings compare DIR [OPTIONS]",
    description = {
      "%nTrains word2vec (skip-gram) on the source and the target text that the model",
      "was trained on, at the size of its embeddings, and says what agrees and what",
      "differs: neighbours, analogies, similarity and relatedness, frequency. The",
      "page of --html has maps too."
    })
final class CompareCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final ModelPlace model = new ModelPlace();

  @Option(
      names = "--word",
      paramLabel = "W",
      order = 1,
      description =
          "A word to show with its neighbours in both tables; may be given more than once.")
  private List<String> words = List.of();

  @Option(
      names = {"-k", "--count"},
      paramLabel = "N",
      order = 2,
      defaultValue = "5",
      converter = Count.class,
      description = "How many neighbours to show, at most 10 (default: ${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--analogies",
      paramLabel = "F",
      order = 3,
      description = "Analogy questions such as questions-words.txt.")
  private List<Path> analogies = List.of();

  @Option(
      names = "--pairs",
      paramLabel = "F",
      order = 4,
      description = "Judged word pairs such as WordSim-353 and SimLex-999.")
  private List<Path> pairs = List.of();

  @Option(
      names = "--epochs",
      paramLabel = "N",
      order = 5,
      converter = Count.class,
      description =
          "Times word2vec reads the text (default: so often that it reads five million words, 5 to 30).")
  private Optional<Integer> epochs = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      order = 6,
      defaultValue = "1",
      converter = WholeNumber.class,
      description = "Where word2vec's random choices begin (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--html",
      paramLabel = "F",
      order = 7,
      description =
          "Write a page with all of it and a map of each table, beside one of word2vec's vectors.")
  private Optional<Path> html = Optional.empty();

  @Mixin private final ModelTextOptions text = new ModelTextOptions();

  @Option(names = "--json", order = 20, description = "Write a JSON object with all figures.")
  private boolean json;

  CompareCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    new ComparisonJob(
            new Request(
                model.named(), words, Math.min(count, 10), analogies, pairs, epochs, seed, html),
            text,
            surroundings)
        .run(json);
    return ExitCode.DONE;
  }

  /**
   * What was asked for.
   *
   * @param words to show; none for some that are chosen
   * @param count neighbours to show
   * @param epochs absent for as many as the text asks for
   * @param html where a page is written
   */
  record Request(
      Path model,
      List<String> words,
      int count,
      List<Path> analogies,
      List<Path> pairs,
      Optional<Integer> epochs,
      long seed,
      Optional<Path> html) {
    Request {
      words = List.copyOf(words);
      analogies = List.copyOf(analogies);
      pairs = List.copyOf(pairs);
    }
  }
}
