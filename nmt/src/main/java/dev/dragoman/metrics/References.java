package dev.dragoman.metrics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The references of a corpus, turned from streams (one per translator) to sentences; missing ones
 * are left out.
 *
 * @param bySentence for each hypothesis its references, at least one
 * @param count how many references every sentence has, or {@link Signature#VARYING_REFERENCES}
 */
record References(List<List<String>> bySentence, int count) {
  /** Pairs the streams with the hypotheses, line by line. */
  static References align(
      List<String> hypotheses, List<? extends List<? extends @Nullable String>> streams) {
    requireSomething(hypotheses, streams);
    for (int k = 0; k < streams.size(); k++) {
      requireSameLength(hypotheses.size(), streams.get(k).size(), k, streams.size());
    }
    List<List<String>> bySentence = new ArrayList<>(hypotheses.size());
    for (int i = 0; i < hypotheses.size(); i++) {
      bySentence.add(ofSentence(i, streams));
    }
    return new References(bySentence, commonCount(bySentence));
  }

  private static void requireSomething(List<String> hypotheses, List<?> streams) {
    if (hypotheses.isEmpty()) {
      throw new IllegalArgumentException(
          "hypotheses: expected at least one sentence to score, got none; is the file empty?");
    }
    if (streams.isEmpty()) {
      throw new IllegalArgumentException(
          "references: expected at least one reference stream, got none");
    }
    for (int i = 0; i < hypotheses.size(); i++) {
      if (hypotheses.get(i) == null) {
        throw new IllegalArgumentException(
            "hypothesis " + (i + 1) + ": expected a string, got null; an empty one is \"\"");
      }
    }
  }

  private static void requireSameLength(int hypotheses, int references, int k, int streams) {
    if (hypotheses != references) {
      String which = streams == 1 ? "references" : "reference stream " + (k + 1) + " of " + streams;
      throw new IllegalArgumentException(
          which
              + ": expected as many sentences as hypotheses, "
              + hypotheses
              + ", got "
              + references
              + "; sentence i of one belongs to sentence i of the other");
    }
  }

  private static List<String> ofSentence(
      int sentence, List<? extends List<? extends @Nullable String>> streams) {
    List<String> references = new ArrayList<>(streams.size());
    for (List<? extends @Nullable String> stream : streams) {
      String reference = stream.get(sentence);
      if (reference != null) {
        references.add(reference);
      }
    }
    if (references.isEmpty()) {
      throw new IllegalArgumentException(
          "sentence " + (sentence + 1) + ": expected at least one reference, all are missing");
    }
    return references;
  }

  private static int commonCount(List<List<String>> bySentence) {
    int first = bySentence.getFirst().size();
    boolean same = bySentence.stream().allMatch(references -> references.size() == first);
    return same ? first : Signature.VARYING_REFERENCES;
  }
}
