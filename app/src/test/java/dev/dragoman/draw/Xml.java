package dev.dragoman.draw;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads what was written with the JDK's own parser, which refuses whatever is not well-formed. */
public final class Xml {
  private Xml() {}

  /** The document; HTML's line about its type is passed over. */
  public static Document parse(String text) throws Exception {
    String content = text.replaceFirst("^<!DOCTYPE html>\n", "");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
  }

  /** How many elements have this name. */
  public static int count(Document document, String name) {
    return document.getElementsByTagName(name).getLength();
  }

  /** The text of the n-th element of this name. */
  public static String text(Document document, String name, int n) {
    return document.getElementsByTagName(name).item(n).getTextContent();
  }

  /** Whether some element has this attribute. */
  public static boolean hasAttribute(Document document, String attribute) {
    NodeList all = document.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      if (((Element) all.item(i)).hasAttribute(attribute)) {
        return true;
      }
    }
    return false;
  }
}
