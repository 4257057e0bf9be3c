package dev.dragoman.cli;

import dev.dragoman.checkpoint.SavedModel;
import dev.dragoman.draw.Page;
import dev.dragoman.draw.Png;
import dev.dragoman.draw.Section;
import dev.dragoman.draw.Svg;
import dev.dragoman.draw.WordMapFigure;
import dev.dragoman.draw.WordMapPicture;
import dev.dragoman.grammar.BuiltInCorpus;
import dev.dragoman.grammar.Language;
import dev.dragoman.history.History;
import dev.dragoman.inspect.EmbeddingTable;
import dev.dragoman.inspect.TableHistory;
import dev.dragoman.inspect.WordGroups;
import dev.dragoman.inspect.WordMap;
import dev.dragoman.inspect.WordMapper;
import dev.dragoman.model.TableSide;
import dev.dragoman.projection.ProjectionMethod;
import dev.dragoman.tensor.Workers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** {@code dragoman embeddings map}: computes a map, then draws it wherever it was asked for. */
final class MapJob {
  /** So many moments a page's slider has at most. */
  private static final int MOMENTS = 16;

  private final TableOptions tables;
  private final MapCommand.Request request;
  private final Shading shading;
  private final Surroundings surroundings;

  MapJob(
      TableOptions tables, MapCommand.Request request, Shading shading, Surroundings surroundings) {
    this.tables = tables;
    this.request = request;
    this.shading = shading;
    this.surroundings = surroundings;
  }

  /** Does it. */
  void run() {
    TableOptions.Asked asked = tables.open(surroundings, request.words());
    Optional<TableHistory> history = history(asked);
    Optional<Language> language =
        new KnownWords(List.of(), List.of())
            .language(asked.table(), asked.side().orElse(TableSide.TARGET));
    MapCommand.Colour colour = colour(asked, history, language);
    WordMap map = map(asked, history);
    WordGroups groups =
        switch (colour) {
          case FREQUENCY -> WordGroups.byFrequency(map);
          case MOVEMENT -> WordGroups.byMovement(map, history.orElseThrow().movement());
          case PART -> WordGroups.byPart(map, new BuiltInCorpus(), language.orElseThrow());
        };
    show(map, groups, new LinkedHashSet<>(asked.words()), timeNeeds(asked));
  }

  private Optional<TableHistory> history(TableOptions.Asked asked) {
    boolean wanted =
        request.html().isPresent()
            || request.colour().equals(Optional.of(MapCommand.Colour.MOVEMENT));
    if (!wanted || asked.side().isEmpty()) {
      return Optional.empty();
    }
    Optional<History> recorded = HistoryOptions.history(tables.folder(surroundings));
    return recorded.map(history -> {
      SavedModel saved = tables.load(surroundings);
      HistoryOptions.notes(history, saved)
          .forEach(note -> surroundings.console().err().line("note: " + note));
      return HistoryOptions.of(history, saved, asked.side().orElseThrow());
    });
  }

  /** Says before anything is computed what a colour would need. */
  private MapCommand.Colour colour(
      TableOptions.Asked asked, Optional<TableHistory> history, Optional<Language> language) {
    MapCommand.Colour colour =
        request
            .colour()
            .orElse(language.isPresent() ? MapCommand.Colour.PART : MapCommand.Colour.FREQUENCY);
    if (colour == MapCommand.Colour.MOVEMENT && history.isEmpty()) {
      throw new IllegalArgumentException(
          asked.side().isEmpty()
              ? asked.place()
                  + ": a file of vectors says nothing of how they moved; give --model DIR"
              : asked.place()
                  + ": was trained without a recorder, so nothing tells how its vectors moved; train it"
                  + " again with --record, or use --colour frequency");
    }
    if (colour == MapCommand.Colour.PART && language.isEmpty()) {
      throw new IllegalArgumentException(
          "--colour part: the words of "
              + asked.table().name()
              + " are not those of the built-in grammar, which alone knows what kind of word they are;"
              + " use --colour frequency"
              + (asked.side().isPresent() ? " or movement" : ""));
    }
    return colour;
  }

  private WordMap map(TableOptions.Asked asked, Optional<TableHistory> history) {
    EmbeddingTable table = asked.table();
    Output err = surroundings.console().err();
    try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
      WordMap map =
          new WordMapper(
                  request.method(), request.seed(), MOMENTS, workers, new MapProgressLine(err))
              .map(
                  table,
                  request.html().isPresent() ? history : Optional.empty(),
                  WordMapper.rows(table, request.rows(), asked.words()));
      err.clearLive();
      return map;
    }
  }

  private static String timeNeeds(TableOptions.Asked asked) {
    return asked.side().isEmpty()
        ? "A file of vectors knows one moment. A slider that shows how a map came about needs a"
            + " model that was trained with --record."
        : "A slider that shows how this map came about needs a flight record: train the model with"
            + " --record, as the quickstart does.";
  }

  private void show(WordMap map, WordGroups groups, Set<String> chosen, String timeNeeds) {
    if (request.svg().isPresent() || request.png().isPresent()) {
      var picture = WordMapPicture.of(map, groups, chosen);
      request.svg().ifPresent(file -> write(file, Svg.file(picture)));
      request.png().ifPresent(file -> write(file, Png.file(picture)));
    }
    request.html().ifPresent(file -> write(file, page(map, groups, chosen, timeNeeds).html()));
    Output out = surroundings.console().out();
    if (request.json()) {
      out.print(Json.text(json(map, groups)));
    } else if (!request.hasFiles()) {
      new PointMap(map, groups, chosen, out.terminal(), shading).lines().forEach(out::line);
    }
  }

  private static Page page(WordMap map, WordGroups groups, Set<String> chosen, String timeNeeds) {
    String keys =
        "Rest on a point, touch it, or go from word to word with the arrow keys. Enlarge with + and"
            + " −, or with the wheel while the map has the focus; drag it then.";
    return new Page(
        "A map of words",
        keys,
        List.of(
            Section.of(
                "map",
                Character.toUpperCase(map.table().charAt(0)) + map.table().substring(1),
                WordMapFigure.of(map, groups, chosen, timeNeeds))));
  }

  private static Map<String, Object> json(WordMap map, WordGroups groups) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("table", map.table());
    object.put("method", MapCommand.name(map.method()));
    if (map.method() == ProjectionMethod.PCA) {
      object.put("varianceShares", List.of(map.firstShare(), map.secondShare()));
    }
    map.trustworthiness().ifPresent(trust -> object.put("trustworthiness", trust));
    object.put("groupedBy", groups.title());
    object.put(
        "words",
        IntStream.range(0, map.words().size()).mapToObj(i -> json(map, groups, i)).toList());
    return object;
  }

  private static Map<String, Object> json(WordMap map, WordGroups groups, int i) {
    WordMap.Word word = map.words().get(i);
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("token", word.token());
    object.put("id", word.id());
    object.put("x", map.layout().x()[i]);
    object.put("y", map.layout().y()[i]);
    word.seen().ifPresent(times -> object.put("seen", times));
    object.put("group", groups.names().get(groups.of().get(i)));
    return object;
  }

  private void write(Path file, String content) {
    write(file, content.getBytes(StandardCharsets.UTF_8));
  }

  private void write(Path file, byte[] content) {
    WrittenFile.write(surroundings.workingFolder().resolve(file), content);
    if (!request.json()) {
      surroundings.console().out().line("drawn: " + file);
    }
  }
}
