package dev.dragoman.report;

import dev.dragoman.draw.Node;
import dev.dragoman.draw.Section;
import dev.dragoman.draw.WordMapFigure;
import dev.dragoman.grammar.BuiltInCorpus;
import dev.dragoman.grammar.Language;
import dev.dragoman.inspect.EmbeddingTable;
import dev.dragoman.inspect.TableHistory;
import dev.dragoman.inspect.WordGroups;
import dev.dragoman.inspect.WordMap;
import dev.dragoman.inspect.WordMapper;
import dev.dragoman.model.TableSide;
import dev.dragoman.projection.ProjectionListener;
import dev.dragoman.projection.ProjectionMethod;
import dev.dragoman.tensor.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A map of the words of each table; where the training was recorded, with a slider through it. */
final class MapSection {
  private static final String ID = "map";
  private static final String TITLE = "Maps of the words";

  /** So many that a map is made in a few seconds and can be read. */
  private static final int WORDS = 2000;

  private static final int MOMENTS = 10;
  private static final long SEED = 1;
  private static final String WITHOUT_TIME =
      "A slider that shows how this map came about needs a flight record: train with --record, as the"
          + " quickstart does.";

  private MapSection() {}

  static Section of(ReportSource source, Workers workers) {
    List<Node> body = new ArrayList<>();
    body.add(
        Prose.note(
            "Each point is a word, placed by t-SNE so that words with like vectors lie together. Move"
                + " the slider to see how the map came about from random vectors. Rest on a point,"
                + " touch it, or go from word to word with the arrow keys; + and − enlarge, as does"
                + " the wheel while a map has the focus. dragoman embeddings map draws more words, by"
                + " other methods and in other colours."));
    List<TableSide> sides =
        source.saved().model().settings().shareEmbeddings()
            ? List.of(TableSide.SOURCE)
            : List.of(TableSide.values());
    try {
      for (TableSide side : sides) {
        body.add(of(source, side, history(source, side), workers));
      }
    } catch (IllegalArgumentException impossible) {
      return Section.of(
          ID, TITLE, Prose.missing("No map can be drawn: " + impossible.getMessage()));
    }
    return new Section(ID, TITLE, body);
  }

  private static Optional<TableHistory> history(ReportSource source, TableSide side) {
    List<TableHistory> tables = source.movement().tables();
    return tables.isEmpty()
        ? Optional.empty()
        : Optional.of(side == TableSide.SOURCE ? tables.getFirst() : tables.getLast());
  }

  private static Node of(
      ReportSource source, TableSide side, Optional<TableHistory> history, Workers workers) {
    EmbeddingTable table = EmbeddingTable.of(source.saved(), side);
    WordMap map =
        new WordMapper(ProjectionMethod.TSNE, SEED, MOMENTS, workers, ProjectionListener.none())
            .map(table, history, WordMapper.rows(table, WORDS, List.of()));
    return WordMapFigure.of(map, groups(source, side, map), List.of(), WITHOUT_TIME);
  }

  private static WordGroups groups(ReportSource source, TableSide side, WordMap map) {
    return source.isBuiltIn()
        ? WordGroups.byPart(
            map, new BuiltInCorpus(), side == TableSide.SOURCE ? Language.FRENCH : Language.ENGLISH)
        : WordGroups.byFrequency(map);
  }
}
