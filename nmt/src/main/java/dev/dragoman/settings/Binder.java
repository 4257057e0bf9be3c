package dev.dragoman.settings;

import dev.dragoman.settings.Schema.ChoiceSection;
import dev.dragoman.settings.Schema.Field;
import dev.dragoman.settings.Schema.RecordSection;
import dev.dragoman.settings.Schema.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the records, from the inside out: what was given, else the default. */
final class Binder {
  private final GivenValues given;

  Binder(GivenValues given) {
    this.given = given;
  }

  /** The record with everything that was given; {@code path} is its section's dotted name. */
  Object record(RecordSection section, String path, @Nullable Object defaults) {
    @Nullable Object known = defaults == null ? section.ownDefaults().orElse(null) : defaults;
    List<Field> fields = section.fields();
    Object[] arguments = new Object[fields.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = component(fields.get(i), path, known);
    }
    try {
      return RecordAccess.make(section.type(), arguments);
    } catch (IllegalArgumentException refused) {
      throw refusedByRecord(section, path, refused);
    }
  }

  private Object component(Field field, String path, @Nullable Object defaults) {
    String key = Names.join(path, field.key());
    Optional<Object> fallback =
        Optional.ofNullable(defaults).map(record -> RecordAccess.get(field.component(), record));
    return switch (field.schema()) {
      case Value value -> value(value, key, fallback);
      case RecordSection section -> record(section, key, fallback.orElse(null));
      case ChoiceSection choice -> choice(choice, key, fallback.orElse(null));
    };
  }

  private Object value(Value schema, String key, Optional<Object> fallback) {
    return given
        .get(key)
        .map(one -> checked(schema, key, one))
        .or(() -> fallback)
        .orElseThrow(() -> missing(key));
  }

  private static Object checked(Value schema, String key, Given one) {
    try {
      Object value = one.as(schema.type());
      schema.type().checkRange(value, schema.range());
      return value;
    } catch (WrongValueException wrong) {
      throw new ConfigurationException(one.about(key) + ": " + wrong.getMessage(), wrong);
    }
  }

  private Object choice(ChoiceSection choice, String path, @Nullable Object defaults) {
    Optional<Object> fallback = Optional.ofNullable(defaults).map(choice::kindOf);
    String kind =
        (String) value(choice.kindValue(), Names.join(path, ChoiceSection.KIND), fallback);
    RecordSection variant = choice.variant(kind);
    checkBelongs(choice, variant, path, kind);
    return record(variant, path, variant.type().isInstance(defaults) ? defaults : null);
  }

  /** A key of another kind is refused: it would have no effect. */
  private void checkBelongs(ChoiceSection choice, RecordSection variant, String path, String kind) {
    given
        .below(path)
        .forEach((key, one) -> {
          String name = key.substring(path.length() + 1).split("\\.", 2)[0];
          if (!name.equals(ChoiceSection.KIND) && !variant.childNames().contains(name)) {
            throw new ConfigurationException(
                one.about(key) + ": is no setting of kind " + kind + otherKinds(choice, name));
          }
        });
  }

  private static String otherKinds(ChoiceSection choice, String name) {
    Map<String, RecordSection> others = new LinkedHashMap<>(choice.variants());
    others.values().removeIf(variant -> !variant.childNames().contains(name));
    return ", only of " + String.join(", ", others.keySet()) + "; leave it out or change the kind";
  }

  private ConfigurationException missing(String key) {
    String section = Names.parent(key);
    String place =
        given.below(section).values().stream()
            .findFirst()
            .map(one -> one.place() + ": ")
            .orElse("");
    return new ConfigurationException(
        place + "missing key '" + key + "', which has no default; give it in [" + section + "]");
  }

  /** A record's own check failed: point at the given value that it speaks of. */
  private ConfigurationException refusedByRecord(
      RecordSection section, String path, IllegalArgumentException refused) {
    String complaint = String.valueOf(refused.getMessage());
    Map<String, Given> candidates = given.below(path);
    String about =
        candidates.entrySet().stream()
            .filter(entry -> candidates.size() == 1 || speaksOf(complaint, section, entry.getKey()))
            .findFirst()
            .map(entry -> entry.getValue().about(entry.getKey()))
            .orElseGet(() -> aboutSection(path, candidates));
    return new ConfigurationException(
        about.isEmpty() ? complaint : about + ": " + complaint, refused);
  }

  private static boolean speaksOf(String complaint, RecordSection section, String key) {
    String name = Names.last(key);
    return section.fields().stream()
            .filter(field -> field.key().equals(name))
            .anyMatch(field -> hasWord(complaint, field.component().getName()))
        || hasWord(complaint, name);
  }

  private static boolean hasWord(String complaint, String word) {
    return Pattern.compile("(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])")
        .matcher(complaint)
        .find();
  }

  private static String aboutSection(String path, Map<String, Given> candidates) {
    String section = path.isEmpty() ? "" : "[" + path + "]";
    return candidates.values().stream()
        .findFirst()
        .map(one -> section.isEmpty() ? one.place() : one.place() + ": " + section)
        .orElse(section);
  }
}
