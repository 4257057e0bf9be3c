package dev.dragoman.draw;

import java.util.List;

/**
 * A part of a page.
 *
 * @param id its name in links, a word
 * @param title its heading
 * @param body what stands below the heading
 */
public record Section(String id, String title, List<Node> body) {

  /** Copies the body and checks the name. */
  public Section {
    body = List.copyOf(body);
    if (!id.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException(
          "section id: expected small letters, digits and hyphens, got '" + id + "'");
    }
  }

  /** A section of these nodes. */
  public static Section of(String id, String title, Node... body) {
    return new Section(id, title, List.of(body));
  }
}
