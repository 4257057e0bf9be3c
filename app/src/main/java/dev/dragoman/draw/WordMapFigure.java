package dev.dragoman.draw;

import static dev.dragoman.draw.Node.element;

import dev.dragoman.inspect.WordGroups;
import dev.dragoman.inspect.WordMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A map of words as a part of a page that can be searched, enlarged and led through time, with the
 * pointer, a finger or the keyboard. {@link Page} adds the program that does this.
 */
public final class WordMapFigure {
  /** The class of the element that holds a map. */
  static final String CLASS = "wordmap";

  private static final int FINENESS = 4095;

  private WordMapFigure() {}

  /**
   * The figure.
   *
   * @param chosen tokens that are marked from the beginning, perhaps none
   * @param withoutTime what it would take to have a time slider, said where there is one moment
   */
  public static Node.Element of(
      WordMap map, WordGroups groups, Collection<String> chosen, String withoutTime) {
    return figure(map, groups)
        .add(tools(chosen), stage(map))
        .add(time(map, withoutTime), legend(groups), reading(map))
        .add(data(map, groups));
  }

  /**
   * Maps of the same words side by side, one below the other where there is no room: they share
   * what is searched, picked and told apart by colour.
   *
   * @param maps with their words in the same order
   * @param named tokens that are named on each map before all others
   */
  public static Node.Element pair(List<WordMap> maps, WordGroups groups, Collection<String> named) {
    Node.Element side = element("div").with("class", "map-pair");
    for (WordMap map : maps) {
      side =
          side.add(
              figure(map, groups)
                  .with("data-named", places(map, named))
                  .add(stage(map), said(), reading(map))
                  .add(data(map, groups)));
    }
    return element("div", tools(List.of()), side, legend(groups)).with("class", "map-shared");
  }

  private static Node.Element figure(WordMap map, WordGroups groups) {
    return element("figure")
        .with("class", CLASS)
        .with("data-inks", inks(groups))
        .with("data-size", size(WordMap.extent(map.frames())))
        .add(element("figcaption", WordMapText.title(map)));
  }

  private static Node reading(WordMap map) {
    List<String> tokens = map.words().stream().map(WordMap.Word::token).toList();
    return element("p", WordMapText.reading(map) + Glyphs.legend(tokens)).with("class", "note");
  }

  private static List<Node> data(WordMap map, WordGroups groups) {
    return List.of(hidden("map-words", words(map, groups)), hidden("map-frames", frames(map)));
  }

  private static String places(WordMap map, Collection<String> tokens) {
    return IntStream.range(0, map.words().size())
        .filter(word -> tokens.contains(map.words().get(word).token()))
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(" "));
  }

  private static String inks(WordGroups groups) {
    return IntStream.range(0, groups.names().size())
        .mapToObj(group -> WordInks.of(groups, group).variable())
        .collect(Collectors.joining(" "));
  }

  private static double grain(WordMap.Extent extent) {
    return FINENESS / Math.max(extent.width(), extent.height());
  }

  private static String size(WordMap.Extent extent) {
    double grain = grain(extent);
    return Math.round(extent.width() * grain) + " " + Math.round(extent.height() * grain);
  }

  private static Node tools(Collection<String> chosen) {
    return element(
            "div",
            element(
                "label",
                new Node.Text("Find "),
                element("input")
                    .with("type", "search")
                    .with("placeholder", "a word, or several")
                    .with("autocomplete", "off")
                    .with("spellcheck", "false")
                    .with("value", String.join(" ", chosen))),
            button("map-in", "+", "Enlarge"),
            button("map-out", "−", "Make smaller"),
            button("map-all", "All", "Show all"))
        .with("class", "map-tools");
  }

  private static Node.Element button(String kind, String text, String said) {
    return element("button", text)
        .with("type", "button")
        .with("class", kind)
        .with("aria-label", said)
        .with("title", said);
  }

  private static Node stage(WordMap map) {
    return element(
            "div",
            element("canvas", WordMapText.title(map))
                .with("tabindex", "0")
                .with("role", "application")
                .with("aria-label", WordMapText.title(map) + ": arrow keys go from word to word"),
            element("noscript", element("p", "The map is drawn by a script, which is off here.")))
        .with("class", "map-stage");
  }

  private static Node.Element said() {
    return element("p", "Point at a word to see what it is and what lies next to it.")
        .with("class", "map-said")
        .with("aria-live", "polite");
  }

  private static Node time(WordMap map, String withoutTime) {
    Node.Element said = said();
    if (!map.hasTime()) {
      return element("div", said, element("p", withoutTime).with("class", "note"));
    }
    int last = map.frames().size() - 1;
    return element(
        "div",
        said,
        element(
                "div",
                button("map-play", "▶", "Play the training"),
                element("input")
                    .with("type", "range")
                    .with("min", "0")
                    .with("max", Integer.toString(last))
                    .with("step", "1")
                    .with("value", Integer.toString(last))
                    .with("aria-label", "Moment of the training"),
                element("output", map.frames().getLast().moment()))
            .with("class", "map-time"));
  }

  private static Node legend(WordGroups groups) {
    List<Node> entries = new ArrayList<>();
    for (int group = 0; group < groups.names().size(); group++) {
      entries.add(
          element(
              "li",
              element(
                      "button",
                      element("i")
                          .with(
                              "style",
                              "background:var(--" + WordInks.of(groups, group).variable() + ")"),
                      new Node.Text(groups.names().get(group)))
                  .with("type", "button")
                  .with("aria-pressed", "false")));
    }
    return element(
            "div",
            element("span", groups.title() + ":").with("class", "note"),
            element("ul").add(entries))
        .with("class", "map-legend");
  }

  private static Node hidden(String kind, String text) {
    return element("div", text).with("class", kind).with("hidden", "hidden");
  }

  /** A line for each word: what it is called, its group, what is said of it. */
  private static String words(WordMap map, WordGroups groups) {
    return IntStream.range(0, map.words().size())
        .mapToObj(word ->
            oneLine(map.words().get(word).token())
                + "\t"
                + groups.of().get(word)
                + "\t"
                + WordMapText.about(map, groups, word))
        .collect(Collectors.joining("\n"));
  }

  private static String oneLine(String token) {
    return token.replaceAll("[\\t\\n\\r]", " ");
  }

  /** A line for each moment: what it is called, then x and y of each word. */
  private static String frames(WordMap map) {
    WordMap.Extent extent = WordMap.extent(map.frames());
    double grain = grain(extent);
    StringBuilder text = new StringBuilder();
    for (WordMap.Frame frame : map.frames()) {
      text.append(text.isEmpty() ? "" : "\n").append(frame.moment()).append('\t');
      for (int i = 0; i < frame.layout().size(); i++) {
        text.append(i == 0 ? "" : " ")
            .append(Math.round((frame.layout().x()[i] - extent.left()) * grain))
            .append(' ')
            .append(Math.round((extent.high() - frame.layout().y()[i]) * grain));
      }
    }
    return text.toString();
  }
}
