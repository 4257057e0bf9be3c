package dev.dragoman.settings;

import dev.dragoman.settings.Schema.RecordSection;
import java.util.List;

/**
 * A configuration record as settings: read from a TOML file and flags, written as TOML, listed.
 *
 * <p>The record's components are the keys, in lower case with hyphens ({@code maxUpdates} is {@code
 * max-updates}); a component that is itself a record is a section, and its keys have dotted names
 * ({@code training.max-updates}). A component may be {@code int}, {@code long}, {@code float},
 * {@code double}, {@code boolean}, {@code String}, an enum (written in lower case with hyphens), an
 * {@code Optional} or {@code List} of these, a record, or a sealed interface of records. Of the
 * last, the section's key {@code kind} names the record, by its class name without the interface's
 * name at the end ({@code CircleShape} of {@code Shape} is {@code "circle"}). An absent {@code
 * Optional} is {@code "none"}, or {@code ""} where it is text.
 *
 * <p>Defaults come from an instance of the record. Where that has nothing to offer (the keys of
 * another kind than the default's), they come from a static method {@code defaults()} of the
 * section's record, and where there is none the keys must be given.
 *
 * @param <R> the record
 */
public final class Settings<R extends Record> {
  private final Class<R> type;
  private final R defaults;
  private final RecordSection schema;
  private final KeyIndex index;

  private Settings(Class<R> type, R defaults, RecordSection schema) {
    this.type = type;
    this.defaults = defaults;
    this.schema = schema;
    this.index = KeyIndex.of(schema, defaults);
  }

  /**
   * The settings of the record {@code defaults}, which has every default.
   *
   * @throws IllegalArgumentException where a component cannot be a setting: wrong type, null, or
   *     out of its own range
   */
  public static <R extends Record> Settings<R> of(R defaults) {
    @SuppressWarnings("unchecked") // a record class is final, so R is the instance's own class
    Class<R> type = (Class<R>) defaults.getClass();
    Settings<R> settings = new Settings<>(type, defaults, SchemaReader.read(type));
    settings.checkDefaults();
    return settings;
  }

  /** Defaults that could not be read back are a mistake of the record, found here and early. */
  private void checkDefaults() {
    try {
      R same = bind(TomlDocument.parse("defaults", toToml(defaults)), Flags.none());
      if (!same.equals(defaults)) {
        throw new IllegalArgumentException(
            "expected the defaults to read back as they are, got " + same + " for " + defaults);
      }
    } catch (ConfigurationException wrong) {
      throw new IllegalArgumentException(type.getSimpleName() + ": " + wrong.getMessage(), wrong);
    }
  }

  /** The instance that has every default. */
  public R defaults() {
    return defaults;
  }

  /** Every key, in the order of a written file; those of all kinds of a sealed choice. */
  public List<SettingKey> keys() {
    return index.keys();
  }

  /**
   * The defaults, overlaid with a file's keys, overlaid with flags.
   *
   * @throws ConfigurationException where a key is unknown or its value does not fit
   */
  public R bind(TomlDocument file, Flags flags) {
    Binder binder = new Binder(GivenValues.of(index, file, flags));
    return type.cast(binder.record(schema, "", defaults));
  }

  /** The defaults, overlaid with a file's keys. */
  public R bind(TomlDocument file) {
    return bind(file, Flags.none());
  }

  /** The defaults, overlaid with flags. */
  public R bind(Flags flags) {
    return bind(TomlDocument.empty(), flags);
  }

  /**
   * The record as TOML with every key under its description; reading it gives an equal record. A
   * number has no negative zero here: it is written and read as 0.
   *
   * @throws IllegalArgumentException where a value cannot be written: a number that is not finite,
   *     an {@code Optional} of empty text
   */
  public String toToml(R record) {
    return TomlWriter.write(schema, record);
  }
}
