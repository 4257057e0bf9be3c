package dev.dragoman.settings;

import dev.dragoman.settings.Schema.ChoiceSection;
import dev.dragoman.settings.Schema.Field;
import dev.dragoman.settings.Schema.RecordSection;
import dev.dragoman.settings.Schema.Section;
import dev.dragoman.settings.Schema.Value;
import java.util.Optional;

/**
 * Writes a record as a TOML file that explains itself: every key, under its one-line description.
 */
final class TomlWriter {
  private final StringBuilder toml = new StringBuilder();

  private TomlWriter() {}

  static String write(RecordSection root, Object record) {
    TomlWriter writer = new TomlWriter();
    writer.body(root, "", record);
    return writer.toml.toString();
  }

  private void body(RecordSection section, String path, Object record) {
    for (Field field : section.fields()) {
      if (field.schema() instanceof Value value) {
        value(path, field, value, RecordAccess.get(field.component(), record));
      }
    }
    for (Field field : section.fields()) {
      if (field.schema() instanceof Section below) {
        Object inner = RecordAccess.get(field.component(), record);
        section(Names.join(path, field.key()), field, below, inner);
      }
    }
  }

  private void value(String path, Field field, Value value, Object component) {
    String key = Names.join(path, field.key());
    comment(remark(field, value));
    try {
      keyValue(field.key(), value.type().toToml(component));
    } catch (IllegalArgumentException unwritable) {
      throw new IllegalArgumentException(key + ": " + unwritable.getMessage(), unwritable);
    }
  }

  private static String remark(Field field, Value value) {
    return new SettingKey(
            field.key(),
            value.type().label(),
            Optional.empty(),
            field.description(),
            field.unit(),
            value.range().words(),
            "",
            value.type().choices(),
            value.type() instanceof SwitchType,
            value.isFile())
        .remark();
  }

  private void section(String path, Field field, Section section, Object record) {
    toml.append(toml.isEmpty() ? "" : "\n");
    comment(field.description());
    toml.append('[').append(path).append("]\n");
    switch (section) {
      case RecordSection plain -> body(plain, path, record);
      case ChoiceSection choice -> variant(path, choice, record);
    }
  }

  private void variant(String path, ChoiceSection choice, Object record) {
    String kind = choice.kindOf(record);
    comment(String.join(", ", choice.variants().keySet()));
    keyValue(ChoiceSection.KIND, choice.kindValue().type().toToml(kind));
    body(choice.variant(kind), path, record);
  }

  private void comment(String text) {
    text.lines().filter(line -> !line.isBlank()).forEach(this::commentLine);
  }

  private void commentLine(String line) {
    toml.append("# ").append(line).append('\n');
  }

  private void keyValue(String key, String value) {
    toml.append(key).append(" = ").append(value).append('\n');
  }
}
