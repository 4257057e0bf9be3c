package dev.dragoman.cli;

import dev.dragoman.checkpoint.ModelFolder;
import dev.dragoman.checkpoint.SavedModel;
import dev.dragoman.history.History;
import dev.dragoman.inspect.EmbeddingTable;
import dev.dragoman.inspect.TableHistory;
import dev.dragoman.inspect.UnknownTokenException;
import dev.dragoman.model.TableSide;
import dev.dragoman.translate.Translator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which model a command looks at, and which of its tables. */
final class HistoryOptions {
  @Option(
      names = {"-m", "--model"},
      required = true,
      paramLabel = "DIR",
      order = 1,
      description = "Folder of the model, or of its training.")
  private Path model;

  @Option(
      names = "--table",
      paramLabel = "TABLE",
      order = 2,
      converter = TableSideWord.class,
      completionCandidates = TableSideWord.class,
      description = "${COMPLETION-CANDIDATES} (default: the one that has the words).")
  private Optional<TableSide> table = Optional.empty();

  /** The model. */
  SavedModel load(Surroundings surroundings) {
    return ModelFolder.load(folder(surroundings));
  }

  private Path folder(Surroundings surroundings) {
    return Translator.locate(surroundings.workingFolder().resolve(model));
  }

  /** The table that was named, if one was. */
  Optional<TableSide> side() {
    return table;
  }

  /** What the recorder wrote while the model was trained, where it did. */
  static Optional<History> history(Path modelFolder) {
    Path folder = modelFolder.toAbsolutePath().normalize();
    return Stream.of(folder.resolveSibling(History.FILE_NAME), folder.resolve(History.FILE_NAME))
        .filter(Files::exists)
        .findFirst()
        .map(History::read);
  }

  /** What there is to say about a history before it is believed: that it is cut off, or too old. */
  static List<String> notes(History history, SavedModel saved) {
    List<String> notes = new ArrayList<>();
    history.damage().ifPresent(what -> notes.add(history.file() + ": " + what));
    tooOld(history, saved).ifPresent(what -> notes.add(history.file() + ": " + what));
    return notes;
  }

  /** A run that was resumed without a recorder went on where the record ends. */
  static Optional<String> tooOld(History history, SavedModel saved) {
    long model = saved.training().updates();
    return history.lastUpdate() < model
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "ends at update %,d, the model is of update %,d; what moved its rows in between was"
                    + " not recorded (resume with --record too)",
                history.lastUpdate(),
                model))
        : Optional.empty();
  }

  /** The same, which must be there. */
  History needHistory(Surroundings surroundings) {
    return history(folder(surroundings))
        .orElseThrow(() ->
            new IllegalArgumentException(
                model
                    + ": was trained without a recorder, so nothing tells how its vectors moved; train it"
                    + " again with --record, as quickstart does"));
  }

  /** A table with the words that were asked for as it spells them. */
  record Asked(EmbeddingTable table, TableSide side, List<String> words) {}

  /** The table that was named, else the first that has all of the words. */
  Asked table(SavedModel saved, List<String> words) {
    List<TableSide> sides = table.map(List::of).orElse(List.of(TableSide.values()));
    List<Asked> tables = new ArrayList<>();
    for (TableSide side : sides) {
      EmbeddingTable one = EmbeddingTable.of(saved, side);
      tables.add(
          new Asked(
              one,
              side,
              words.stream()
                  .map(word -> TableOptions.spelt(word, one, TableOptions.sideOf(saved, side)))
                  .toList()));
    }
    return tables.stream()
        .filter(asked -> asked.words().stream().allMatch(asked.table()::contains))
        .findFirst()
        .orElseThrow(() -> unknown(tables));
  }

  private static RuntimeException unknown(List<Asked> tables) {
    for (int i = 0; i < tables.getFirst().words().size(); i++) {
      int at = i;
      if (tables.stream().noneMatch(asked -> asked.table().contains(asked.words().get(at)))) {
        Asked first = tables.getFirst();
        String name =
            tables.size() == 1 ? first.table().name() : "the source table or the target table";
        List<String> near =
            tables.stream()
                .flatMap(asked -> asked.table().suggestions(asked.words().get(at)).stream())
                .distinct()
                .limit(3)
                .toList();
        return new UnknownTokenException(first.words().get(i), name, near);
      }
    }
    return new IllegalArgumentException(
        "no table has all of "
            + String.join(", ", tables.getFirst().words())
            + "; ask for the words of one language at a time");
  }

  /** The tables that a model has, one where its sides share theirs. */
  static List<TableSide> sides(SavedModel saved) {
    return saved.model().settings().shareEmbeddings()
        ? List.of(TableSide.SOURCE)
        : List.of(TableSide.values());
  }

  /** One table's history. */
  static TableHistory of(History history, SavedModel saved, TableSide side) {
    return TableHistory.of(history, side, TableOptions.sideOf(saved, side).vocabulary());
  }
}
