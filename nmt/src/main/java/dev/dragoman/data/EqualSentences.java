package dev.dragoman.data;

import java.util.Arrays;

/**
 * Finds equal sentences by their hashes and holds none of them: a table of the numbers of distinct
 * sentences with open addressing. Where hashes agree the sentences themselves are compared, so that
 * nothing is left to chance.
 */
final class EqualSentences {
  private static final int EMPTY = -1;

  private EqualSentences() {}

  /** The number of the first sentence that is the same as this one, perhaps its own. */
  static int[] first(SentenceSide side) {
    int[] table = new int[tableSize(side.size())];
    Arrays.fill(table, EMPTY);
    int[] first = new int[side.size()];
    for (int sentence = 0; sentence < first.length; sentence++) {
      int slot = slot(side, sentence, table);
      if (table[slot] == EMPTY) {
        table[slot] = sentence;
      }
      first[sentence] = table[slot];
    }
    return first;
  }

  /** A power of two, at most two thirds full. */
  private static int tableSize(int sentences) {
    long wanted = Long.highestOneBit(Math.max(1, 3L * sentences / 2)) << 1;
    if (wanted > 1 << 30) {
      throw new CorpusException(
          "too many pairs to hold some out, "
              + sentences
              + "; give a validation corpus of its own with --valid-source and --valid-target");
    }
    return (int) wanted;
  }

  private static int slot(SentenceSide side, int sentence, int[] table) {
    long hash = side.hash(sentence);
    int slot = (int) Randomness.mix(hash) & (table.length - 1);
    while (table[slot] != EMPTY
        && !(side.hash(table[slot]) == hash && side.isSame(table[slot], sentence))) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }
}
