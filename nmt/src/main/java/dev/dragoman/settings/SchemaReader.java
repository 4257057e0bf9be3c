package dev.dragoman.settings;

import dev.dragoman.settings.Schema.ChoiceSection;
import dev.dragoman.settings.Schema.Field;
import dev.dragoman.settings.Schema.RecordSection;
import dev.dragoman.settings.Schema.Section;
import dev.dragoman.settings.Schema.Value;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out by reflection what a configuration record allows. */
final class SchemaReader {
  private static final Map<Class<?>, ValueType> PLAIN =
      Map.of(
          int.class, WholeType.INT,
          Integer.class, WholeType.INT,
          long.class, WholeType.LONG,
          Long.class, WholeType.LONG,
          float.class, RealType.FLOAT,
          Float.class, RealType.FLOAT,
          double.class, RealType.DOUBLE,
          Double.class, RealType.DOUBLE,
          boolean.class, SwitchType.BOOLEAN,
          String.class, TextType.STRING);

  private final Deque<Class<?>> open = new ArrayDeque<>();

  private SchemaReader() {}

  /**
   * The schema of a record.
   *
   * @throws IllegalArgumentException where a component cannot be a setting
   */
  static RecordSection read(Class<?> type) {
    return new SchemaReader().recordSection(type);
  }

  private RecordSection recordSection(Class<?> type) {
    if (open.contains(type)) {
      throw new IllegalArgumentException(type.getName() + ": a section cannot contain itself");
    }
    open.push(type);
    List<Field> fields = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      fields.add(field(component));
    }
    open.pop();
    checkDistinct(type, fields);
    return new RecordSection(type, List.copyOf(fields), RecordAccess.ownDefaults(type));
  }

  private static void checkDistinct(Class<?> type, List<Field> fields) {
    Set<String> seen = new HashSet<>();
    for (Field field : fields) {
      if (!seen.add(field.key())) {
        throw new IllegalArgumentException(
            type.getName() + ": two components are written " + field.key());
      }
    }
  }

  private Field field(RecordComponent component) {
    @Nullable Setting setting = component.getAnnotation(Setting.class);
    return new Field(
        component,
        Names.ofComponent(component.getName()),
        schema(component, setting),
        setting == null ? "" : setting.value(),
        setting == null ? "" : setting.unit());
  }

  private Schema schema(RecordComponent component, @Nullable Setting setting) {
    Class<?> type = component.getType();
    if (type.isRecord()) {
      return recordSection(type);
    }
    if (type.isInterface() && type.isSealed()) {
      return choiceSection(type);
    }
    ValueType valueType =
        valueType(component.getGenericType()).orElseThrow(() -> unsupported(component));
    return setting == null
        ? new Value(valueType, Range.ANY, false)
        : new Value(valueType, Range.of(setting), setting.file());
  }

  private ChoiceSection choiceSection(Class<?> sealedType) {
    Map<String, RecordSection> variants = new LinkedHashMap<>();
    for (Class<?> variant : records(sealedType)) {
      RecordSection section = recordSection(variant);
      if (section.childNames().contains(ChoiceSection.KIND)) {
        throw new IllegalArgumentException(
            variant.getName() + ": the key kind says which variant it is; name it otherwise");
      }
      variants.put(Names.ofVariant(variant, sealedType), section);
    }
    ChoiceSection choice = new ChoiceSection(sealedType, variants);
    checkAlike(choice);
    return choice;
  }

  private static List<Class<?>> records(Class<?> sealedType) {
    List<Class<?>> records = new ArrayList<>();
    for (Class<?> permitted : sealedType.getPermittedSubclasses()) {
      if (permitted.isRecord()) {
        records.add(permitted);
      } else if (permitted.isInterface() && permitted.isSealed()) {
        records.addAll(records(permitted));
      } else {
        throw new IllegalArgumentException(
            permitted.getName() + ": expected a record, as a variant of a setting must be one");
      }
    }
    return records;
  }

  private static void checkAlike(ChoiceSection choice) {
    for (String name : choice.childNames()) {
      List<Schema> children = choice.children(name);
      long sections = children.stream().filter(Section.class::isInstance).count();
      if (sections > 0 && sections < children.size()) {
        throw new IllegalArgumentException(
            choice.type().getName()
                + ": "
                + name
                + " is a value in one variant, a section in another");
      }
    }
  }

  private static Optional<ValueType> valueType(Type type) {
    if (type instanceof ParameterizedType generic) {
      return genericType(generic);
    }
    return type instanceof Class<?> plain ? plainType(plain) : Optional.empty();
  }

  private static Optional<ValueType> genericType(ParameterizedType type) {
    Optional<ValueType> element = valueType(type.getActualTypeArguments()[0]);
    if (type.getRawType() == Optional.class) {
      return element.filter(SchemaReader::canBeAbsent).map(OptionalType::new);
    }
    if (type.getRawType() == List.class) {
      return element.filter(one -> !(one instanceof ListType)).map(ListType::new);
    }
    return Optional.empty();
  }

  private static boolean canBeAbsent(ValueType type) {
    return switch (type) {
      case ListType list -> false;
      case OptionalType optional -> false;
      case EnumType choice -> !choice.choices().contains("none");
      default -> true;
    };
  }

  private static Optional<ValueType> plainType(Class<?> type) {
    if (type.isEnum()) {
      return Optional.of(EnumType.of(type));
    }
    return Optional.ofNullable(PLAIN.get(type));
  }

  private static IllegalArgumentException unsupported(RecordComponent component) {
    return new IllegalArgumentException(
        component.getDeclaringRecord().getName()
            + "."
            + component.getName()
            + ": expected int, long, float, double, boolean, String, an enum, an Optional or List"
            + " of these, a record or a sealed interface of records, got "
            + component.getGenericType().getTypeName());
  }
}
