package dev.dragoman.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.POJONode;

/** The parser's tree → plain Java values, as {@link ValueType} takes them. */
final class PlainTree {
  private final StandIns text;

  PlainTree(StandIns text) {
    this.text = text;
  }

  Map<String, Object> section(JsonNode table) {
    Map<String, Object> section = new LinkedHashMap<>();
    table
        .properties()
        .forEach(entry -> section.put(text.restored(entry.getKey()), plain(entry.getValue())));
    return Collections.unmodifiableMap(section);
  }

  private Object plain(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> section(node);
      case ARRAY -> list(node);
      case BOOLEAN -> node.booleanValue();
      case STRING -> text.restored(node.stringValue());
      case NUMBER -> number(node);
      case POJO -> ((POJONode) node).getPojo();
      default -> node.toString();
    };
  }

  private List<Object> list(JsonNode array) {
    List<Object> list = new ArrayList<>();
    array.forEach(element -> list.add(plain(element)));
    return Collections.unmodifiableList(list);
  }

  private Object number(JsonNode number) {
    if (number.isIntegralNumber()) {
      return number.bigIntegerValue();
    }
    return number.isBigDecimal() ? number.decimalValue() : (Object) number.doubleValue();
  }
}
