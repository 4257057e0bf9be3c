package dev.dragoman.metrics;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Everything that must be equal for two scores to be comparable, in sacreBLEU's form and order,
 * with our own name and version at the end: {@code
 * nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:dragoman-0.1.0}. Print it with every score.
 *
 * @param fields the settings in the order of printing
 */
public record Signature(List<Field> fields) {
  /** Who computed the score: our name and version. */
  public static final String VERSION = "dragoman-0.1.0";

  /** The number of references where sentences have different numbers of them. */
  public static final int VARYING_REFERENCES = -1;

  /**
   * One setting.
   *
   * @param key {@code nrefs}, {@code case}, {@code eff}; BLEU: {@code tok}, {@code smooth}; chrF:
   *     {@code nc}, {@code nw}, {@code space}; {@code version}
   * @param value its value, as printed
   */
  public record Field(String key, String value) {
    @Override
    public String toString() {
      return key + ":" + value;
    }
  }

  /** Keeps its own copy of the fields. */
  public Signature {
    fields = List.copyOf(fields);
  }

  /**
   * The value of one setting.
   *
   * @param key the setting, e.g. {@code tok}
   * @throws IllegalArgumentException if this signature has no such setting
   */
  public String value(String key) {
    return fields.stream()
        .filter(field -> field.key().equals(key))
        .map(Field::value)
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("signature " + this + " has no setting \"" + key + "\""));
  }

  /** The settings as {@code key:value}, joined by {@code |}. */
  @Override
  public String toString() {
    return fields.stream().map(Field::toString).collect(Collectors.joining("|"));
  }

  static Field references(int count) {
    return new Field("nrefs", count == VARYING_REFERENCES ? "var" : Integer.toString(count));
  }

  static Field letterCase(boolean lowercase) {
    return new Field("case", lowercase ? "lc" : "mixed");
  }

  static Field flag(String key, boolean value) {
    return new Field(key, value ? "yes" : "no");
  }

  static Field version() {
    return new Field("version", VERSION);
  }
}
