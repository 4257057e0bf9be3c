package dev.dragoman.settings;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may stand in a configuration: sections, and in them values and more sections. */
sealed interface Schema {

  /** A part of the file with keys of its own. */
  sealed interface Section extends Schema {
    /** Every child's name, of all variants. */
    Set<String> childNames();

    /** The children of that name: one in a record, up to one a variant in a choice. */
    List<Schema> children(String name);
  }

  /** A single value. */
  record Value(ValueType type, Range range, boolean isFile) implements Schema {}

  /**
   * One component of a record.
   *
   * @param description the setting's one line, empty where it has none
   */
  record Field(
      RecordComponent component, String key, Schema schema, String description, String unit) {}

  /**
   * A record: its components are the keys.
   *
   * @param ownDefaults what its static method {@code defaults()} returns, where it has one: the
   *     defaults where the section around it has none to offer
   */
  record RecordSection(Class<?> type, List<Field> fields, Optional<Object> ownDefaults)
      implements Section {
    @Override
    public Set<String> childNames() {
      Set<String> names = new LinkedHashSet<>();
      fields.forEach(field -> names.add(field.key()));
      return names;
    }

    @Override
    public List<Schema> children(String name) {
      return field(name).map(Field::schema).stream().toList();
    }

    Optional<Field> field(String name) {
      return fields.stream().filter(field -> field.key().equals(name)).findFirst();
    }
  }

  /** A sealed interface of records: the key {@code kind} says which of them. */
  record ChoiceSection(Class<?> type, Map<String, RecordSection> variants) implements Section {
    static final String KIND = "kind";

    @Override
    public Set<String> childNames() {
      Set<String> names = new LinkedHashSet<>(Set.of(KIND));
      variants.values().forEach(variant -> names.addAll(variant.childNames()));
      return names;
    }

    @Override
    public List<Schema> children(String name) {
      if (name.equals(KIND)) {
        return List.of(kindValue());
      }
      return variants.values().stream().flatMap(one -> one.children(name).stream()).toList();
    }

    Value kindValue() {
      return new Value(new WordType(List.copyOf(variants.keySet())), Range.ANY, false);
    }

    String kindOf(Object instance) {
      return variants.entrySet().stream()
          .filter(entry -> entry.getValue().type().isInstance(instance))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElseThrow();
    }

    RecordSection variant(String kind) {
      @Nullable RecordSection variant = variants.get(kind);
      if (variant == null) {
        throw new IllegalArgumentException(
            type.getSimpleName() + ": expected one of " + variants.keySet() + ", got " + kind);
      }
      return variant;
    }
  }
}
