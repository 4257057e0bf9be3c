package dev.dragoman.cli;

import dev.dragoman.checkpoint.SavedModel;
import dev.dragoman.history.History;
import dev.dragoman.inspect.RowHistory;
import dev.dragoman.inspect.TableHistory;
import dev.dragoman.model.TableSide;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dragoman embeddings history}: how far rows moved while training, when and why. */
@Command(
    name = "history",
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    header = "Shows how vectors moved while training, when and why.",
    synopsisHeading = "%nUsage: ",
    customSynopsis = "dragoman embeddings history [WORD...] --model DIR [OPTIONS]",
    description = {
      "%nWithout words: which rows never moved, and why; which moved most, least, and were",
      "still moving at the end. Needs a model that was trained with --record; words that",
      "were named by --watch have every update on record."
    })
final class HistoryCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "WORD",
      description = "Words of one language, as they stand in the vocabulary.")
  private List<String> words = List.of();

  @Mixin private final HistoryOptions options = new HistoryOptions();

  @Option(
      names = {"-k", "--count"},
      paramLabel = "N",
      order = 4,
      defaultValue = "10",
      converter = Count.class,
      description = "How long ranked lists are (default: ${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--svg",
      paramLabel = "F",
      order = 5,
      description = "Draw the words' distances into this file.")
  private Optional<Path> svg = Optional.empty();

  @Option(names = "--json", order = 6, description = "Write everything as JSON.")
  private boolean json;

  HistoryCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    if (svg.isPresent() && words.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--svg draws the distances of words: name at least one");
    }
    History history = options.needHistory(surroundings);
    SavedModel saved = options.load(surroundings);
    history
        .damage()
        .ifPresent(what ->
            surroundings.console().err().line("note: " + history.file() + ": " + what));
    if (words.isEmpty()) {
      overview(history, saved);
    } else {
      words(history, saved);
    }
    return ExitCode.DONE;
  }

  private void overview(History history, SavedModel saved) {
    List<TableSide> sides =
        options
            .side()
            .map(List::of)
            .orElse(
                saved.model().settings().shareEmbeddings()
                    ? List.of(TableSide.SOURCE)
                    : List.of(TableSide.values()));
    List<TableHistory> tables =
        sides.stream().map(side -> HistoryOptions.of(history, saved, side)).toList();
    Output out = surroundings.console().out();
    if (json) {
      out.print(Json.text(tables.stream().map(table -> HistoryJson.of(table, count)).toList()));
      return;
    }
    for (int i = 0; i < tables.size(); i++) {
      if (i > 0) {
        out.line("");
      }
      HistoryLines.of(tables.get(i), count, out.terminal().width()).forEach(out::line);
    }
  }

  private void words(History history, SavedModel saved) throws IOException {
    HistoryOptions.Asked asked = options.table(saved, words);
    TableHistory table = HistoryOptions.of(history, saved, asked.side());
    List<RowHistory> rows =
        asked.words().stream().distinct().map(word -> table.row(asked.table().id(word))).toList();
    Output out = surroundings.console().out();
    if (json) {
      out.print(Json.text(rows.stream().map(row -> HistoryJson.of(table, row)).toList()));
    } else {
      Plot.Letters letters = Plot.Letters.of(surroundings.environment());
      for (int i = 0; i < rows.size(); i++) {
        if (i > 0) {
          out.line("");
        }
        HistoryLines.of(table, rows.get(i), letters, out.terminal().width()).forEach(out::line);
      }
    }
    if (svg.isPresent()) {
      Path file = surroundings.workingFolder().resolve(svg.get());
      Files.writeString(file, HistorySvg.of(table, rows), StandardCharsets.UTF_8);
      if (!json) {
        out.line("drawn: " + svg.get());
      }
    }
  }
}
