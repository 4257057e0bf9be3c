package dev.dragoman.cli;

import dev.dragoman.history.WatchedUpdate;
import dev.dragoman.inspect.RowFate;
import dev.dragoman.inspect.RowHistory;
import dev.dragoman.inspect.RowPoint;
import dev.dragoman.inspect.TableHistory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What vectors did while training, as JSON for programs. */
final class HistoryJson {
  private HistoryJson() {}

  /** About a whole table. */
  static Map<String, Object> of(TableHistory table, int count) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("table", name(table.shape().name()));
    object.put("rows", table.shape().rows());
    object.put("size", table.shape().columns());
    object.put("snapshots", table.snapshotUpdates());
    object.put("moved", table.movedRows());
    List<Map<String, String>> unmoved = new ArrayList<>();
    table
        .unmoved()
        .forEach((fate, tokens) -> tokens.forEach(token -> unmoved.add(reason(token, fate))));
    object.put("neverMoved", unmoved);
    object.put("movedMost", RankedLines.array(table.movedMost(count)));
    object.put("movedLeast", RankedLines.array(table.movedLeast(count)));
    object.put("stillMovingSince", table.lastPartBegins());
    object.put("stillMoving", RankedLines.array(table.stillMoving(count)));
    return object;
  }

  /** About one row; its score is how far it is from its start. */
  static Map<String, Object> of(TableHistory table, RowHistory row) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("token", row.token());
    object.put("score", row.end().toStart());
    object.put("table", name(table.shape().name()));
    object.put("id", row.id());
    object.put("fate", name(row.fate()));
    object.put("firstSeen", row.first());
    object.put("lastSeen", row.last());
    object.put("snapshots", row.points().stream().map(HistoryJson::of).toList());
    object.put("updates", row.watched().stream().map(update -> of(table, update)).toList());
    return object;
  }

  private static Map<String, String> reason(String token, RowFate fate) {
    Map<String, String> reason = new LinkedHashMap<>();
    reason.put("token", token);
    reason.put("reason", name(fate));
    return reason;
  }

  private static Map<String, Object> of(RowPoint point) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("update", point.update());
    object.put("seen", point.times());
    object.put("sentences", point.sentences());
    object.put("updatesThatSawIt", point.updates());
    object.put("gradientNorms", point.gradient());
    object.put("path", point.path());
    object.put("distanceToStart", point.toStart());
    object.put("cosineToStart", point.cosineToStart());
    object.put("distanceToPrevious", point.toPrevious());
    object.put("cosineToPrevious", point.cosineToPrevious());
    return object;
  }

  private static Map<String, Object> of(TableHistory table, WatchedUpdate update) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("update", update.update());
    object.put("seen", update.times());
    object.put("sentences", update.sentences());
    object.put("gradientNorm", update.gradientNorm());
    object.put("updateNorm", update.updateNorm());
    object.put("distanceToStart", update.toStart());
    object.put("sentence", table.vocabulary().decode(update.sentence()));
    return object;
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
