package dev.dragoman.cli;

import dev.dragoman.settings.NearestName;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

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
    description = "%nTranslates and scores the translations, or scores those of a file.",
    footer = {
      "",
      "Files are read as sacreBLEU reads them, strict UTF-8: what stands in them is",
      "scored, a byte order mark too (which is said)."
    })
final class EvaluateCommand implements Callable<Integer> {
  private static final List<String> METRICS = List.of("bleu", "chrf", "chrf++");

  private final Surroundings surroundings;

  /** How BLEU splits sentences into tokens. */
  enum Tokenizer {
    /** As mteval-v13a does. */
    MTEVAL_13A("13a"),
    /** By Unicode's classes. */
    INTL("intl"),
    /** Into characters. */
    CHAR("char"),
    /** At blanks only: the text is tokenised already. */
    NONE("none"),
    /** Python's {@code \\w+|[^\\w\\s]}, as the PyTorch reference job counts. */
    PEER("peer");

    private final String word;

    Tokenizer(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }

    private static List<String> words() {
      return Stream.of(values()).map(Tokenizer::toString).toList();
    }
  }

  /** Reads a tokenizer by its word alone, where picocli would take the constant's name too. */
  static final class TokenizerWord implements ITypeConverter<Tokenizer>, Iterable<String> {
    @Override
    public Tokenizer convert(String word) {
      return Stream.of(Tokenizer.values())
          .filter(tokenizer -> tokenizer.toString().equals(word))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException(expectedOneOf(Tokenizer.words(), word)));
    }

    @Override
    public Iterator<String> iterator() {
      return Tokenizer.words().iterator();
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
      converter = TokenizerWord.class,
      completionCandidates = TokenizerWord.class,
      description = "BLEU's tokens: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Tokenizer tokenizer;

  @Option(
      names = "--beam",
      paramLabel = "K",
      converter = Count.OfBeam.class,
      description =
          "Hypotheses kept per sentence; 1 is greedy (default: as the model's experiment says,"
              + " else 5).")
  private Optional<Integer> beam = Optional.empty();

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "32",
      converter = Count.class,
      description = "Sentences translated together (default: ${DEFAULT-VALUE}).")
  private int batch;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = Count.OfThreads.class,
      description = "Threads to use; 0 for one per processor, as if left out.")
  private Optional<Integer> threads = Optional.empty();

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
    checkMetrics();
    evaluate(
        new Request(
            model,
            source,
            hypothesis,
            reference,
            metrics,
            lowercase,
            tokenizer,
            beam,
            batch,
            threads,
            json),
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

  private void checkMetrics() {
    for (String metric : metrics) {
      if (!METRICS.contains(metric)) {
        throw wrong("--metrics: " + expectedOneOf(METRICS, metric));
      }
    }
  }

  private static String expectedOneOf(List<String> known, String got) {
    String near =
        NearestName.to(got, known).map(name -> "; did you mean '" + name + "'?").orElse("");
    return "expected one of " + String.join(", ", known) + ", got '" + got + "'" + near;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /**
   * What was asked for: either {@code model} and {@code source} or {@code hypothesis} is there.
   *
   * @param metrics of bleu, chrf and chrf++, as they were listed
   */
  record Request(
      Optional<Path> model,
      Optional<String> source,
      Optional<String> hypothesis,
      String reference,
      List<String> metrics,
      boolean lowercase,
      Tokenizer tokenizer,
      Optional<Integer> beam,
      int batch,
      Optional<Integer> threads,
      boolean json) {}

  private void evaluate(Request request, Console console) {
    new EvaluationJob(request, console, surroundings.workingFolder()).run();
  }
}
