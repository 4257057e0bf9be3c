package dev.dragoman.cli;

import dev.dragoman.settings.NearestName;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dragoman evaluate}: how good translations are, by BLEU and chrF. */
@Command(
    name = "evaluate",
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    customSynopsis = {
      "dragoman evaluate --model DIR --source F --reference F [OPTIONS]",
      "       dragoman evaluate --hypothesis F --reference F [OPTIONS]"
    },
    header = "Scores translations by BLEU and chrF.",
    synopsisHeading = "%nUsage: ",
    description = "%nTranslates and scores the translations, or scores those of a file.")
final class EvaluateCommand implements Callable<Integer> {
  private static final List<String> METRICS = List.of("bleu", "chrf", "chrf++");
  private static final List<String> TOKENIZERS = List.of("13a", "intl", "char", "none");

  private final Surroundings surroundings;

  /** What {@code --tokenize} takes. */
  static final class Tokenizers implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return TOKENIZERS.iterator();
    }
  }

  @Spec private CommandSpec spec;

  @Option(
      names = {"-m", "--model"},
      paramLabel = "DIR",
      description = "Folder of the model that translates the source.")
  private Optional<Path> model = Optional.empty();

  @Option(names = "--source", paramLabel = "F", description = "Sentences to translate, one a line.")
  private Optional<String> source = Optional.empty();

  @Option(
      names = "--hypothesis",
      paramLabel = "F",
      description = "Translations to score, in place of --model and --source.")
  private Optional<String> hypothesis = Optional.empty();

  @Option(
      names = "--reference",
      required = true,
      paramLabel = "F",
      description = "What the translations should be, line by line.")
  private String reference;

  @Option(
      names = "--metrics",
      paramLabel = "M",
      split = ",",
      defaultValue = "bleu,chrf",
      description = "bleu, chrf, chrf++, parted by commas (default: ${DEFAULT-VALUE}).")
  private List<String> metrics = List.of();

  @Option(names = "--lowercase", description = "Ignore upper and lower case.")
  private boolean lowercase;

  @Option(
      names = "--tokenize",
      paramLabel = "T",
      defaultValue = "13a",
      completionCandidates = Tokenizers.class,
      description = "BLEU's tokens: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private String tokenizer;

  @Option(
      names = "--json",
      description = "Write a JSON array with an object per metric: name, score, signature, …")
  private boolean json;

  EvaluateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    checkSides();
    metrics.forEach(metric -> requireKnown("--metrics", metric, METRICS));
    requireKnown("--tokenize", tokenizer, TOKENIZERS);
    evaluate(
        new Request(model, source, hypothesis, reference, metrics, lowercase, tokenizer, json),
        surroundings.console());
    return ExitCode.DONE;
  }

  private void checkSides() {
    if (hypothesis.isPresent() && (model.isPresent() || source.isPresent())) {
      throw wrong("--hypothesis stands in place of --model and --source; give one or the other");
    }
    if (hypothesis.isEmpty() && (model.isEmpty() || source.isEmpty())) {
      throw wrong("expected --model and --source, or --hypothesis, beside --reference");
    }
  }

  private void requireKnown(String option, String word, List<String> known) {
    if (!known.contains(word)) {
      String expected = option + ": expected one of " + String.join(", ", known);
      String near =
          NearestName.to(word, known).map(name -> "; did you mean '" + name + "'?").orElse("");
      throw wrong(expected + ", got '" + word + "'" + near);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /**
   * What was asked for: either {@code model} and {@code source} or {@code hypothesis} is there.
   *
   * @param metrics of bleu, chrf and chrf++, as they were listed
   * @param tokenizer 13a, intl, char or none
   */
  record Request(
      Optional<Path> model,
      Optional<String> source,
      Optional<String> hypothesis,
      String reference,
      List<String> metrics,
      boolean lowercase,
      String tokenizer,
      boolean json) {}

  @SuppressWarnings("UnusedVariable") // until it is built
  private void evaluate(Request request, Console console) {
    throw new NotBuiltYetException("evaluate");
  }
}
