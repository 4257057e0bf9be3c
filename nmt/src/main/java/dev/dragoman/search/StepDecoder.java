package dev.dragoman.search;

/**
 * A decoder that the search drives one target position at a time; all that the search knows of the
 * model.
 *
 * <p>It holds the encoded source sentences of one batch and, between two steps, one decoder state
 * per row. A <em>row</em> is a hypothesis that is being extended: its sentence, the state it
 * continues and its last id. The search says with every step which rows there are, so the decoder
 * reorders its states itself: state of row r = the state that row {@code parentRow[r]} of the step
 * before has led to.
 *
 * <p>The logits of a row must depend on that row's sentence and prefix alone; then a sentence is
 * translated the same alone and in any batch. A decoder serves one search at a time. Axis letters:
 * N sentences of the batch, R rows of a step, V vocabulary, S source positions.
 */
public interface StepDecoder {

  /** Size V of the target vocabulary. */
  int vocabularySize();

  /** Number N of sentences in this batch; 0 is allowed. */
  int sentences();

  /**
   * Number S of source positions of a sentence: the width of its attention weights, and what its
   * length bound is reckoned from.
   *
   * @param sentence index of the sentence, in [0, N)
   */
  int sourceLength(int sentence);

  /**
   * Memory for the logits of a search's steps, whose contents are undefined. A decoder that serves
   * many searches may hand out the same again.
   *
   * @param size R·V of the most rows that a step of the search can have
   * @return {@code size} floats at least
   */
  default float[] logits(int size) {
    return new float[size];
  }

  /**
   * Reads each row's last id, advances its state by one target position and writes the logits of
   * the next id.
   *
   * <p>Rows stand in the order of their sentences, so the rows of one sentence are neighbours;
   * within a sentence the best hypothesis comes first. In the first step of a search there is one
   * row per sentence, each with parent row −1 (start from the sentence's initial state) and BOS.
   * Later every parent row is a row of the step before, of the same sentence; several rows may
   * share it, and rows that nobody continues are dropped. Sentences that are done have no rows any
   * more.
   *
   * @param rows number R ≥ 1 of rows; the arrays may be longer, what lies behind is undefined
   * @param sentence [R] the sentence of each row, ascending; to be read only
   * @param parentRow [R] the row of the step before whose state is continued, or −1; to be read
   *     only
   * @param previousIds [R] the last id of each row; to be read only
   * @param logits [R, V] row-major, overwritten: unnormalised log-probabilities of the next id. −∞
   *     says that an id is impossible; NaN and +∞ end the search with an error
   */
  void step(int rows, int[] sentence, int[] parentRow, int[] previousIds, float[] logits);

  /**
   * Copies the attention weights that a row of the last step was computed with. Asked only between
   * two steps, and only where {@link SearchSettings#keepAttention()} is set.
   *
   * @param row a row of the last step
   * @param out receives S floats, S being the source length of the row's sentence
   * @param offset where the first of them goes
   */
  void attention(int row, float[] out, int offset);
}
