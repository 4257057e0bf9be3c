package dev.dragoman.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a file and the flags give, each key known and given once, flags before the file.
 */
final class GivenValues {
  private final KeyIndex index;
  private final Map<String, Given> byKey = new LinkedHashMap<>();

  private GivenValues(KeyIndex index) {
    this.index = index;
  }

  static GivenValues of(KeyIndex index, TomlDocument document, Flags flags) {
    GivenValues values = new GivenValues(index);
    values.addSection(document, List.of(), document.root());
    values.addFlags(flags);
    return values;
  }

  Optional<Given> get(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** What is given in a section and in those below it. */
  Map<String, Given> below(String section) {
    Map<String, Given> below = new LinkedHashMap<>(byKey);
    below.keySet().removeIf(key -> !Names.isBelow(section, key));
    return below;
  }

  private void addSection(TomlDocument document, List<String> path, Map<?, ?> section) {
    section.forEach((name, value) -> {
      List<String> below = new ArrayList<>(path);
      below.add((String) name);
      add(document, below, value);
    });
  }

  private void add(TomlDocument document, List<String> path, Object value) {
    String key = String.join(".", path);
    boolean plainName = !path.getLast().contains(".");
    if (plainName && index.hasSection(key)) {
      if (!(value instanceof Map<?, ?> section)) {
        throw notASection(document, path, value);
      }
      addSection(document, path, section);
    } else if (plainName && index.hasKey(key)) {
      byKey.put(key, new Given.InFile(document.place(path), value));
    } else {
      throw unknown(document, path, value instanceof Map);
    }
  }

  private ConfigurationException notASection(
      TomlDocument document, List<String> path, Object value) {
    String section = String.join(".", path);
    return new ConfigurationException(
        at(document, path)
            + "expected a section ["
            + section
            + "] with keys such as "
            + index.namesIn(section).getFirst()
            + ", got "
            + Got.describe(value));
  }

  private ConfigurationException unknown(
      TomlDocument document, List<String> path, boolean isSection) {
    String key = String.join(".", path);
    String said = isSection ? "unknown section [" + key + "]" : "unknown key '" + key + "'";
    return new ConfigurationException(at(document, path) + said + advice(key, isSection));
  }

  private String advice(String key, boolean isSection) {
    Optional<String> near =
        isSection
            ? index.nearestSection(key).map(section -> "[" + section + "]")
            : index.nearestKey(key).map(known -> "'" + known + "'");
    return near.map(name -> "; did you mean " + name + "?").orElseGet(() -> knownBeside(key));
  }

  private String knownBeside(String key) {
    String section = Names.parent(key);
    String where = section.isEmpty() ? "at the top" : "in [" + section + "]";
    List<String> known = index.namesIn(section).stream().map(Names::last).toList();
    return known.isEmpty() ? "" : "; known " + where + ": " + String.join(", ", known);
  }

  private static String at(TomlDocument document, List<String> path) {
    String place = document.place(path);
    return place.isEmpty() ? "" : place + ": ";
  }

  private void addFlags(Flags flags) {
    Map<String, String> labels = new HashMap<>();
    for (Flags.Flag flag : flags.given()) {
      checkKnown(flag);
      @Nullable String earlier = labels.put(flag.key(), flag.label());
      if (earlier != null) {
        throw new ConfigurationException(twice(flag, earlier));
      }
      byKey.put(flag.key(), new Given.InFlag(flag.label(), flag.text()));
    }
  }

  private static String twice(Flags.Flag flag, String earlier) {
    return earlier.equals(flag.label())
        ? flag.label() + ": given twice; give it once"
        : String.format(
            Locale.ROOT,
            "%s and %s both set %s; give one of them",
            earlier,
            flag.label(),
            flag.key());
  }

  private void checkKnown(Flags.Flag flag) {
    if (index.hasKey(flag.key())) {
      return;
    }
    if (index.hasSection(flag.key())) {
      throw new ConfigurationException(
          flag.label()
              + ": is a section; give one of its keys, such as --"
              + index.namesIn(flag.key()).getFirst());
    }
    String near =
        index.nearestKey(flag.key()).map(key -> "; did you mean --" + key + "?").orElse("");
    throw new ConfigurationException(flag.label() + ": unknown key" + near);
  }
}
