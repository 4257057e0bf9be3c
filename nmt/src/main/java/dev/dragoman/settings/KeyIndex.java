package dev.dragoman.settings;

import dev.dragoman.settings.Schema.ChoiceSection;
import dev.dragoman.settings.Schema.Field;
import dev.dragoman.settings.Schema.RecordSection;
import dev.dragoman.settings.Schema.Section;
import dev.dragoman.settings.Schema.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every dotted key and section that a configuration knows, of all variants. */
final class KeyIndex {
  private final Map<String, SettingKey> keys = new LinkedHashMap<>();
  private final Set<String> sections = new LinkedHashSet<>();

  private KeyIndex() {}

  static KeyIndex of(RecordSection root, Object defaults) {
    KeyIndex index = new KeyIndex();
    index.add(root, "", defaults, "");
    return index;
  }

  List<SettingKey> keys() {
    return List.copyOf(keys.values());
  }

  boolean hasKey(String key) {
    return keys.containsKey(key);
  }

  boolean hasSection(String section) {
    return sections.contains(section);
  }

  Optional<String> nearestKey(String unknown) {
    return NearestName.to(unknown, keys.keySet());
  }

  Optional<String> nearestSection(String unknown) {
    return NearestName.to(unknown, sections);
  }

  /** The names directly below a section, of values and sections. */
  List<String> namesIn(String section) {
    Set<String> names = new LinkedHashSet<>(keys.keySet());
    names.addAll(sections);
    return names.stream().filter(name -> Names.parent(name).equals(section)).toList();
  }

  /** The values of a record come before its sections, as they do in a file. */
  private void add(RecordSection section, String path, @Nullable Object defaults, String kinds) {
    @Nullable Object known = defaults == null ? section.ownDefaults().orElse(null) : defaults;
    for (Field field : section.fields()) {
      if (field.schema() instanceof Value value) {
        addValue(path, field, value, known, kinds);
      }
    }
    for (Field field : section.fields()) {
      if (field.schema() instanceof Section below) {
        addSection(Names.join(path, field.key()), field, below, known, kinds);
      }
    }
  }

  private void addValue(
      String path, Field field, Value value, @Nullable Object defaults, String kinds) {
    SettingKey key =
        new SettingKey(
            Names.join(path, field.key()),
            value.type().label(),
            Optional.ofNullable(defaults)
                .map(record -> value.type().toToml(RecordAccess.get(field.component(), record))),
            field.description(),
            field.unit(),
            value.range().words(),
            kinds,
            value.type().choices(),
            value.type() instanceof SwitchType,
            value.isFile());
    keys.merge(key.key(), key, KeyIndex::ofBothKinds);
  }

  private static SettingKey ofBothKinds(SettingKey first, SettingKey second) {
    return new SettingKey(
        first.key(),
        first.type(),
        first.defaultValue(),
        first.description(),
        first.unit(),
        first.range(),
        first.appliesTo() + " or " + second.appliesTo().replaceFirst("^kind ", ""),
        first.choices(),
        first.isSwitch(),
        first.isFile());
  }

  private void addSection(
      String path, Field field, Section section, @Nullable Object defaults, String kinds) {
    sections.add(path);
    @Nullable Object below =
        defaults == null ? null : RecordAccess.get(field.component(), defaults);
    switch (section) {
      case RecordSection record -> add(record, path, below, kinds);
      case ChoiceSection choice -> addChoice(path, field, choice, below, kinds);
    }
  }

  private void addChoice(
      String path, Field field, ChoiceSection choice, @Nullable Object defaults, String kinds) {
    Value kind = choice.kindValue();
    SettingKey key =
        new SettingKey(
            Names.join(path, ChoiceSection.KIND),
            kind.type().label(),
            Optional.ofNullable(defaults).map(one -> kind.type().toToml(choice.kindOf(one))),
            field.description(),
            "",
            "",
            kinds,
            kind.type().choices(),
            false,
            false);
    keys.putIfAbsent(key.key(), key);
    choice.variants().forEach((word, variant) -> addVariant(path, variant, word, defaults));
  }

  private void addVariant(
      String path, RecordSection variant, String word, @Nullable Object defaults) {
    @Nullable Object own = variant.type().isInstance(defaults) ? defaults : null;
    add(variant, path, own, "kind " + word);
  }
}
