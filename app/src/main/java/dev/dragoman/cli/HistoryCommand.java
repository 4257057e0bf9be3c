package dev.dragoman.cli;

import dev.dragoman.checkpoint.SavedModel;
import dev.dragoman.draw.MovementChart;
import dev.dragoman.draw.Picture;
import dev.dragoman.draw.Png;
import dev.dragoman.draw.Svg;
import dev.dragoman.history.History;
import dev.dragoman.inspect.RowHistory;
import dev.dragoman.inspect.TableHistory;
import dev.dragoman.model.TableSide;
import java.nio.charset.StandardCharsets;
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
      "%nWithout words: which rows never moved, and why; which moved most, least, and",
      "were still moving at the end. Needs a model that was trained with --record;",
      "words that were named by --watch have every update on record."
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

  @Option(
      names = "--png",
      paramLabel = "F",
      order = 6,
      description = "The same as a picture of dots.")
  private Optional<Path> png = Optional.empty();

  @Option(
      names = "--ascii",
      order = 7,
      description = "Draw with plain characters (default: where the locale has no UTF-8).")
  private boolean ascii;

  @Option(names = "--json", order = 8, description = "Write everything as JSON.")
  private boolean json;

  HistoryCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if ((svg.isPresent() || png.isPresent()) && words.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--svg and --png draw the distances of words: name at least one");
    }
    History history = options.needHistory(surroundings);
    SavedModel saved = options.load(surroundings);
    HistoryOptions.notes(history, saved)
        .forEach(note -> surroundings.console().err().line("note: " + note));
    if (words.isEmpty()) {
      overview(history, saved);
    } else {
      words(history, saved);
    }
    return ExitCode.DONE;
  }

  private void overview(History history, SavedModel saved) {
    List<TableSide> sides =
        options.side().map(List::of).orElseGet(() -> HistoryOptions.sides(saved));
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

  private void words(History history, SavedModel saved) {
    HistoryOptions.Asked asked = options.table(saved, words);
    TableHistory table = HistoryOptions.of(history, saved, asked.side());
    List<RowHistory> rows =
        asked.words().stream().distinct().map(word -> table.row(asked.table().id(word))).toList();
    Output out = surroundings.console().out();
    if (json) {
      out.print(Json.text(rows.stream().map(row -> HistoryJson.of(table, row)).toList()));
    } else {
      Shading shading = ascii ? Shading.PLAIN : Shading.of(surroundings.environment());
      for (int i = 0; i < rows.size(); i++) {
        if (i > 0) {
          out.line("");
        }
        HistoryLines.of(table, rows.get(i), shading, out.terminal().width()).forEach(out::line);
      }
    }
    draw(MovementChart.ofRows(table, rows).picture());
  }

  private void draw(Picture picture) {
    svg.ifPresent(file -> write(file, Svg.file(picture).getBytes(StandardCharsets.UTF_8)));
    png.ifPresent(file -> write(file, Png.file(picture)));
  }

  private void write(Path file, byte[] content) {
    WrittenFile.write(surroundings.workingFolder().resolve(file), content);
    if (!json) {
      surroundings.console().out().line("drawn: " + file);
    }
  }
}
