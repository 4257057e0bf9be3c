package dev.dragoman.draw;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A piece of HTML or SVG, written by {@link Markup}, which escapes all text. */
public sealed interface Node {

  /**
   * Characters, as people read them.
   *
   * @param text not escaped
   */
  record Text(String text) implements Node {
    /** Checks that there is a text. */
    public Text {
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * A program of the page itself.
   *
   * @param code with no end of a script or of a CDATA section in it
   */
  record Script(String code) implements Node {
    /** Checks that nothing in it ends it. */
    public Script {
      if (code.contains("]]>") || code.contains("</script")) {
        throw new IllegalArgumentException("script: holds what ends it; write that otherwise");
      }
    }
  }

  /**
   * An element.
   *
   * @param name the tag
   * @param attributes by name, not escaped, in the order in which they are written
   * @param children what it holds
   */
  record Element(String name, Map<String, String> attributes, List<Node> children) implements Node {

    /** Copies attributes and children. */
    public Element {
      attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
      children = List.copyOf(children);
    }

    /** The same with one more attribute. */
    public Element with(String attribute, String value) {
      Map<String, String> more = new LinkedHashMap<>(attributes);
      more.put(attribute, value);
      return new Element(name, more, children);
    }

    /** The same with a number as one more attribute. */
    public Element with(String attribute, double value) {
      return with(attribute, Numbers.shortest(value));
    }

    /** The same with more children. */
    public Element add(Node... nodes) {
      return add(List.of(nodes));
    }

    /** The same with more children. */
    public Element add(List<? extends Node> nodes) {
      List<Node> more = new ArrayList<>(children);
      more.addAll(nodes);
      return new Element(name, attributes, more);
    }

    /** The same with characters as one more child. */
    public Element add(String text) {
      return add(new Text(text));
    }
  }

  /** An element without attributes. */
  static Element element(String name, Node... children) {
    return new Element(name, Map.of(), List.of(children));
  }

  /** An element without attributes that holds characters. */
  static Element element(String name, String text) {
    return element(name, new Text(text));
  }
}
