package dev.dragoman.projection;

import java.util.List;

/**
 * Maps of the same rows at several moments.
 *
 * @param layouts in the order of time
 * @param firstShare how much of the last moment's variance lies along its first principal
 *     component, 0 to 1
 * @param secondShare the same of its second
 */
public record Projection(List<Layout> layouts, double firstShare, double secondShare) {

  /** Copies the list. */
  public Projection {
    layouts = List.copyOf(layouts);
  }
}
