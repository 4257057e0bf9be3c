package dev.dragoman.vocab;

import java.util.List;

/** The ids of the special tokens, the same in every vocabulary, and the names they are shown by. */
public final class Specials {
  /** Fills a batch up to its longest sentence; never predicted, never attended to. */
  public static final int PAD = 0;

  /** Stands for every token outside the vocabulary. */
  public static final int UNK = 1;

  /** Begins every target input. */
  public static final int BOS = 2;

  /** Ends every source and every target output. */
  public static final int EOS = 3;

  /** How many special tokens there are; the first ordinary token has this id. */
  public static final int COUNT = 4;

  /** The display names, in the order of the ids: {@code <pad> <unk> <s> </s>}. */
  public static final List<String> NAMES = List.of("<pad>", "<unk>", "<s>", "</s>");

  private Specials() {}
}
