package dev.dragoman.search;

/**
 * The four ids of the target vocabulary that the search treats specially.
 *
 * @param pad fills batches; never produced
 * @param unknown stands for words outside the vocabulary; produced only where the settings allow it
 * @param beginning BOS, the id before the first target position; never produced
 * @param end EOS, finishes a hypothesis
 */
public record SpecialIds(int pad, int unknown, int beginning, int end) {

  /** Checks that the ids are distinct and not negative. */
  public SpecialIds {
    if (Math.min(Math.min(pad, unknown), Math.min(beginning, end)) < 0) {
      throw new IllegalArgumentException(
          "a special id is negative: " + describe(pad, unknown, beginning, end));
    }
    if (pad == unknown
        || pad == beginning
        || pad == end
        || unknown == beginning
        || unknown == end
        || beginning == end) {
      throw new IllegalArgumentException(
          "two special ids are the same: " + describe(pad, unknown, beginning, end));
    }
  }

  /** How many special ids there are. */
  static int count() {
    return 4;
  }

  /** The largest of the ids. */
  int largest() {
    return Math.max(Math.max(pad, unknown), Math.max(beginning, end));
  }

  private static String describe(int pad, int unknown, int beginning, int end) {
    return "PAD " + pad + ", UNK " + unknown + ", BOS " + beginning + ", EOS " + end;
  }
}
