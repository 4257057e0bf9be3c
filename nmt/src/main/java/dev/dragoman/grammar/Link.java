package dev.dragoman.grammar;

/**
 * Says that a source word and a target word belong together.
 *
 * @param source index of the source token
 * @param target index of the target token
 */
public record Link(int source, int target) implements Comparable<Link> {

  /** Checks the indices. */
  public Link {
    if (source < 0 || target < 0) {
      throw new IllegalArgumentException(
          "link: expected indices from 0, got " + source + "-" + target);
    }
  }

  @Override
  public int compareTo(Link other) {
    return source != other.source
        ? Integer.compare(source, other.source)
        : Integer.compare(target, other.target);
  }

  /** In Pharaoh's form: {@code 0-1}. */
  @Override
  public String toString() {
    return source + "-" + target;
  }
}
