package dev.dragoman.data;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a filter kept and dropped: kept + dropped = read.
 *
 * @param read how many pairs came in
 * @param dropped how many were dropped for each reason; reasons that did not occur are absent
 */
public record FilterReport(int read, Map<DropReason, Integer> dropped) {

  /** Copies the counts, in the order of the reasons. */
  public FilterReport {
    Map<DropReason, Integer> copy = new EnumMap<>(DropReason.class);
    copy.putAll(dropped);
    dropped = Collections.unmodifiableMap(copy);
    if (sum(dropped) > read) {
      throw new IllegalArgumentException(
          "dropped: expected at most the " + read + " pairs read, got " + dropped);
    }
  }

  /** How many pairs were kept. */
  public int kept() {
    return read - droppedInAll();
  }

  /** How many pairs were dropped, for whatever reason. */
  public int droppedInAll() {
    return sum(dropped);
  }

  /** How many pairs were dropped for this reason. */
  public int dropped(DropReason reason) {
    return dropped.getOrDefault(reason, 0);
  }

  /**
   * One line: {@code 29,000 pairs read, 28,998 kept, 2 dropped: 1 empty source, 1 target too long}.
   */
  public String summary() {
    String counts =
        String.format(
            Locale.ROOT,
            "%,d pair%s read, %,d kept, %,d dropped",
            read,
            plural(read),
            kept(),
            droppedInAll());
    return dropped.isEmpty() ? counts : counts + ": " + reasons();
  }

  /**
   * Checks that enough is left to go on.
   *
   * @param pairs how many pairs are needed
   * @param corpusName how the message calls the corpus
   * @throws CorpusException if fewer were kept; it says what was dropped and why
   */
  public void requireAtLeast(int pairs, String corpusName) {
    if (kept() < pairs) {
      throw new CorpusException(
          String.format(
              Locale.ROOT,
              "%s: %,d usable sentence pair%s, expected at least %,d; %s",
              corpusName,
              kept(),
              plural(kept()),
              pairs,
              summary()));
    }
  }

  private static String plural(int count) {
    return count == 1 ? "" : "s";
  }

  private String reasons() {
    return dropped.entrySet().stream()
        .map(e -> String.format(Locale.ROOT, "%,d %s", e.getValue(), e.getKey().description()))
        .collect(Collectors.joining(", "));
  }

  private static int sum(Map<DropReason, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
