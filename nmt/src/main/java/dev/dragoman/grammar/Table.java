package dev.dragoman.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A table of the lexicon: one row a line, columns between bars, comments after a hash. */
final class Table {

  private Table() {}

  /** The rows of a table in this package, each with so many columns. */
  static List<List<String>> read(String name, int columns) {
    List<List<String>> rows = new ArrayList<>();
    List<String> lines = text(name).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
        rows.add(row(name, i + 1, lines.get(i), columns));
      }
    }
    return rows;
  }

  private static List<String> row(String name, int line, String text, int columns) {
    List<String> row = Stream.of(text.split("\\|", -1)).map(String::strip).toList();
    if (row.size() != columns) {
      throw new IllegalStateException(
          name + ", line " + line + ": expected " + columns + " columns, got " + row.size());
    }
    return row;
  }

  /** The words of a cell, between blanks. */
  static List<String> words(String cell) {
    return cell.isEmpty() || cell.equals("-") ? List.of() : List.of(cell.split(" +", -1));
  }

  private static String text(String name) {
    try (InputStream in = Table.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the table " + name + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the table " + name + " cannot be read", e);
    }
  }
}
