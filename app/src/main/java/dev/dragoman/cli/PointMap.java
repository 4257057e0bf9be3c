package dev.dragoman.cli;

import dev.dragoman.draw.WordMapText;
import dev.dragoman.inspect.WordGroups;
import dev.dragoman.inspect.WordMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A map of words drawn with characters: a sign for each point, which tells its group, in that
 * group's colour where the terminal has colours; behind it the word, where there is room for it.
 */
final class PointMap {
  private static final int ROWS = 30;
  private static final int LONGEST = 16;
  private static final String ORDERED = ".:+o*#";
  private static final String DIFFERENT = "ox%+*=~.,";
  private static final int[] COLOURS = {34, 33, 32, 35, 36, 31, 95, 90, 90};
  private static final int[] STEPS = {34, 36, 32, 33, 91, 31};
  private static final String ESCAPE = "\u001b[";

  private final WordMap map;
  private final WordGroups groups;
  private final Set<String> chosen;
  private final Terminal terminal;
  private final Shading shading;
  private final int columns;
  private final WordMap.Extent extent;
  private final @Nullable String[][] cells;
  private final boolean[][] letters;
  private final int[][] inks;

  PointMap(WordMap map, WordGroups groups, Set<String> chosen, Terminal terminal, Shading shading) {
    this.map = map;
    this.groups = groups;
    this.chosen = chosen;
    this.terminal = terminal;
    this.shading = shading;
    this.columns = terminal.width() - 2;
    this.extent = WordMap.extent(List.of(map.frames().getLast()));
    this.cells = new String[ROWS][columns];
    this.letters = new boolean[ROWS][columns];
    this.inks = new int[ROWS][columns];
  }

  /** The lines of the drawing, each at most as wide as the terminal. */
  List<String> lines() {
    points();
    order().forEach(this::name);
    List<String> lines = new ArrayList<>(wrapped(WordMapText.title(map)));
    String side = shading == Shading.BLOCKS ? "│" : "|";
    String rule = (shading == Shading.BLOCKS ? "─" : "-").repeat(columns);
    boolean blocks = shading == Shading.BLOCKS;
    lines.add((blocks ? "┌" : "+") + rule + (blocks ? "┐" : "+"));
    for (int row = 0; row < ROWS; row++) {
      lines.add(side + text(row) + side);
    }
    lines.add((blocks ? "└" : "+") + rule + (blocks ? "┘" : "+"));
    lines.addAll(legend());
    lines.addAll(wrapped(WordMapText.reading(map)));
    return lines;
  }

  private List<String> wrapped(String text) {
    return Columns.wrapped(text, terminal.width());
  }

  private int column(int word) {
    return (int)
        Math.round((map.layout().x()[word] - extent.left()) / extent.width() * (columns - 1));
  }

  private int row(int word) {
    return (int)
        Math.round((extent.high() - map.layout().y()[word]) / extent.height() * (ROWS - 1));
  }

  /** The rarest first, so that where several fall together the most frequent one is seen. */
  private void points() {
    for (int word = map.words().size() - 1; word >= 0; word--) {
      set(row(word), column(word), String.valueOf(sign(groups.of().get(word))), word);
    }
  }

  private void set(int row, int column, String text, int word) {
    cells[row][column] = text;
    inks[row][column] = 1 + groups.of().get(word);
  }

  private char sign(int group) {
    return switch (groups.kind()) {
      case ORDERED ->
          ORDERED.charAt(
              groups.names().size() == 1
                  ? ORDERED.length() - 1
                  : Math.round(
                      (float) group * (ORDERED.length() - 1) / (groups.names().size() - 1)));
      case DIFFERENT -> DIFFERENT.charAt(Math.min(group, DIFFERENT.length() - 1));
    };
  }

  private int colour(int group) {
    return switch (groups.kind()) {
      case ORDERED ->
          STEPS[
              groups.names().size() == 1
                  ? STEPS.length - 1
                  : Math.round((float) group * (STEPS.length - 1) / (groups.names().size() - 1))];
      case DIFFERENT -> COLOURS[Math.min(group, COLOURS.length - 1)];
    };
  }

  private List<Integer> order() {
    List<Integer> all = IntStream.range(0, map.words().size()).boxed().toList();
    return Stream.concat(
            all.stream().filter(this::isChosen), all.stream().filter(i -> !isChosen(i)))
        .toList();
  }

  private boolean isChosen(int word) {
    return chosen.contains(map.words().get(word).token());
  }

  /** Behind its sign or before it, if no other word stands there and few signs do. */
  private void name(int word) {
    String token = Columns.cut(map.words().get(word).token(), LONGEST);
    String shown =
        shading == Shading.PLAIN ? token.replace('…', shading.ellipsis().charAt(0)) : token;
    int width = Columns.width(shown);
    int row = row(word);
    int column = column(word);
    for (int from : new int[] {column + 1, column - width}) {
      if (isFree(row, from, width, column, isChosen(word))) {
        write(row, from, shown, word);
        set(row, column, String.valueOf(sign(groups.of().get(word))), word);
        return;
      }
    }
  }

  /** A word keeps a column between itself and others, and covers no sign unless it must. */
  private boolean isFree(int row, int from, int width, int sign, boolean must) {
    if (from < 0 || from + width > columns || letters[row][sign]) {
      return false;
    }
    int covered = 0;
    for (int at = Math.max(0, from - 1); at < Math.min(columns, from + width + 1); at++) {
      if (at != sign && cells[row][at] != null) {
        if (letters[row][at]) {
          return false;
        }
        covered++;
      }
    }
    return must || covered <= width / 2;
  }

  private void write(int row, int from, String text, int word) {
    int at = from;
    for (int codePoint : text.codePoints().toArray()) {
      String one = Character.toString(codePoint);
      int width = Columns.width(one);
      if (width == 0 && at > from) {
        cells[row][at - 1] += one;
        continue;
      }
      set(row, at, one, word);
      letters[row][at] = true;
      for (int more = 1; more < width; more++) {
        set(row, at + more, "", word);
        letters[row][at + more] = true;
      }
      at += width;
    }
  }

  private String text(int row) {
    StringBuilder text = new StringBuilder();
    int ink = 0;
    for (int column = 0; column < columns; column++) {
      @Nullable String there = cells[row][column];
      int next = there == null ? 0 : inks[row][column];
      if (terminal.coloured() && next != ink) {
        text.append(ESCAPE).append(next == 0 ? 0 : colour(next - 1)).append('m');
      }
      ink = next;
      text.append(there == null ? " " : there);
    }
    return text + (terminal.coloured() && ink != 0 ? ESCAPE + "0m" : "");
  }

  /** What the signs mean. */
  private List<String> legend() {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(groups.title()).append(':');
    int width = line.length();
    for (int group = 0; group < groups.names().size(); group++) {
      String sign = String.valueOf(sign(group));
      String name = groups.names().get(group);
      int more = 3 + sign.length() + Columns.width(name);
      if (width + more > terminal.width()) {
        lines.add(line.toString());
        line.setLength(0);
        width = 0;
      }
      line.append("  ")
          .append(terminal.coloured() ? ESCAPE + colour(group) + "m" + sign + ESCAPE + "0m" : sign)
          .append(' ')
          .append(name);
      width += more;
    }
    lines.add(line.toString());
    return lines;
  }
}
