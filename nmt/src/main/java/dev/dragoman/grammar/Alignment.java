package dev.dragoman.grammar;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which source words and target words belong together, in the two degrees that the alignment error
 * rate knows (Och and Ney 2003): sure links join words that mean the same, possible links join a
 * word that the other language has no word for ({@code ne}, {@code does}, the article of {@code la
 * France}) to the words that it helps.
 *
 * @param sure links that an aligner must find
 * @param possible links that an aligner may find; none of them is sure
 */
public record Alignment(SortedSet<Link> sure, SortedSet<Link> possible) {

  /** Copies both, and takes the sure links out of the possible ones. */
  public Alignment {
    sure = Collections.unmodifiableSortedSet(new TreeSet<>(sure));
    TreeSet<Link> others = new TreeSet<>(possible);
    others.removeAll(sure);
    possible = Collections.unmodifiableSortedSet(others);
  }

  /** The sure links in Pharaoh's form: {@code 0-0 1-2 2-1}. */
  public String pharaoh() {
    return sure.stream().map(Link::toString).collect(Collectors.joining(" "));
  }
}
