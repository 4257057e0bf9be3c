package dev.dragoman.cli;

import dev.dragoman.inspect.EmbeddingTable;
import dev.dragoman.inspect.Nearness;
import dev.dragoman.inspect.RankedToken;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dragoman embeddings neighbours}: the tokens whose vectors lie nearest to a token's. */
@Command(
    name = "neighbours",
    aliases = "neighbors",
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    header = "Lists the words nearest to a word.",
    synopsisHeading = "%nUsage: ",
    customSynopsis = "dragoman embeddings neighbours WORD --model DIR [OPTIONS]",
    description = {
      "%nWith --across: the words of the target language that stand for a source",
      "word, by where the model looks while it writes known translations",
      "(attention), or by a rotation of the source table onto the target table that",
      "is learnt from those (mapping). Both read the text that the model was",
      "trained on."
    })
final class NeighboursCommand implements Callable<Integer> {
  /** How target words are found for a source word. */
  enum Across {
    /** By where the model looks. */
    ATTENTION,
    /** By a learnt rotation. */
    MAPPING
  }

  /** The same as words. */
  static final class AcrossWord extends Words<Across> {
    AcrossWord() {
      super(List.of(Across.values()));
    }
  }

  /** How vectors are compared, as words. */
  static final class NearnessWord extends Words<Nearness> {
    NearnessWord() {
      super(List.of(Nearness.values()));
    }
  }

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "WORD", description = "The word, as it stands in the vocabulary.")
  private String word;

  @Mixin private final TableOptions tables = new TableOptions();

  @Option(
      names = {"-k", "--count"},
      paramLabel = "N",
      order = 4,
      defaultValue = "10",
      converter = Count.class,
      description = "How many to list (default: ${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--by",
      paramLabel = "MEASURE",
      order = 5,
      defaultValue = "cosine",
      converter = NearnessWord.class,
      completionCandidates = NearnessWord.class,
      description =
          "${COMPLETION-CANDIDATES}: angle, distance (smaller is nearer) or scalar product (default: ${DEFAULT-VALUE}).")
  private Nearness nearness;

  @Option(
      names = "--across",
      paramLabel = "HOW",
      order = 6,
      converter = AcrossWord.class,
      completionCandidates = AcrossWord.class,
      description = "Target words for a source word, by ${COMPLETION-CANDIDATES}.")
  private Optional<Across> across = Optional.empty();

  @Mixin private final ModelTextOptions text = new ModelTextOptions();

  @Option(
      names = "--json",
      order = 20,
      description = "Write [{\"token\": …, \"score\": …}, …], nearest first.")
  private boolean json;

  NeighboursCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Output out = surroundings.console().out();
    if (across.isPresent()) {
      requireModelAlone();
      new AcrossJob(tables, text, surroundings).run(word, count, across.get(), json);
      return ExitCode.DONE;
    }
    TableOptions.Asked asked = tables.open(surroundings, List.of(word));
    String token = asked.words().getFirst();
    List<RankedToken> nearest = asked.table().neighbours(token, count, nearness);
    if (json) {
      out.print(RankedLines.json(nearest));
      return ExitCode.DONE;
    }
    Columns.wrapped(heading(asked.table(), token), out.terminal().width()).forEach(out::line);
    RankedLines.lines(
            List.of(new RankedLines.Column(nearness.name().toLowerCase(Locale.ROOT), nearest)))
        .forEach(out::line);
    return ExitCode.DONE;
  }

  private void requireModelAlone() {
    if (!tables.hasModel() || tables.hasVectors()) {
      throw new ParameterException(
          spec.commandLine(), "--across needs a model, which has two tables: give --model DIR");
    }
    if (tables.side().isPresent()) {
      throw new ParameterException(
          spec.commandLine(),
          "--across goes from the source table to the target table; leave out --table");
    }
  }

  private static String heading(EmbeddingTable table, String token) {
    String seen =
        table.occurrences(table.id(token)).stream()
            .mapToObj(times ->
                String.format(Locale.ROOT, "; '%s' was seen %,d times in training", token, times))
            .findFirst()
            .orElse("");
    return String.format(
        Locale.ROOT,
        "%s: %,d vectors of size %d%s",
        table.name(),
        table.rows(),
        table.size(),
        seen);
  }
}
