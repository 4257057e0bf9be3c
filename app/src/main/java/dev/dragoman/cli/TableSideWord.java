package dev.dragoman.cli;

import dev.dragoman.model.TableSide;
import java.util.List;

/** A model's two tables as the command line calls them. */
final class TableSideWord extends Words<TableSide> {
  TableSideWord() {
    super(List.of(TableSide.values()));
  }
}
