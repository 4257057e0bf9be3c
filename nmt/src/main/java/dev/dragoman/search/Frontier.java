package dev.dragoman.search;

/**
 * Where a search stands: its decoder, the step it is at, the rows being extended with their logits,
 * the rows that will go on, and the history of both. Rows are packed anew in every step, so a
 * sentence that is done costs nothing more. All arrays live as long as the search.
 */
final class Frontier {
  private final StepDecoder decoder;
  private final SearchSettings settings;
  private final SpecialIds ids;
  private final int vocabularySize;
  private final History history;
  private final float[] logits;
  private final int[] maxLength;
  private LiveRows rows;
  private LiveRows nextRows;
  private int step;

  /** One row per sentence, about to make the first step. */
  Frontier(StepDecoder decoder, SearchSettings settings, SpecialIds ids) {
    this.decoder = decoder;
    this.settings = settings;
    this.ids = ids;
    this.vocabularySize = checkedVocabularySize(decoder, ids);
    this.history = new History(settings.keepAttention());
    int capacity = checkedRows(decoder, settings.beamSize());
    this.logits = decoder.logits(capacity * vocabularySize);
    this.maxLength = new int[decoder.sentences()];
    this.rows = new LiveRows(capacity);
    this.nextRows = new LiveRows(capacity);
    for (int sentence = 0; sentence < maxLength.length; sentence++) {
      maxLength[sentence] = settings.maxLength(decoder.sourceLength(sentence));
      rows.add(sentence, -1, ids.beginning(), history.root(ids.beginning()), 0);
    }
  }

  /** Lets the decoder make one step with the rows there are. */
  void advance() {
    decoder.step(rows.count(), rows.sentence, rows.parentRow, rows.previousId, logits);
    history.attend(decoder, rows);
  }

  /** A row goes on to the next step, by this id. */
  void extend(int row, int id, double logProb) {
    nextRows.add(
        rows.sentence[row],
        row,
        id,
        history.append(rows.node[row], id, logProb),
        rows.score[row] + logProb);
  }

  /** The rows that go on become the rows of the next step. */
  void turn() {
    LiveRows done = rows;
    rows = nextRows;
    nextRows = done;
    nextRows.clear();
    step++;
  }

  /** How a row ends that is closed with EOS in this step. */
  Ending close(int row, double endLogProb, boolean ended) {
    double score = rows.score[row] + endLogProb;
    return new Ending(rows.node[row], endLogProb, score, settings.normalise(score, step), ended);
  }

  /** Writes out the hypothesis of an ending. */
  Hypothesis hypothesis(int sentence, Ending ending, boolean scored) {
    return new Hypothesis(
        history.ids(ending.node()),
        scored ? history.logProbs(ending.node(), ending.endLogProb()) : new double[0],
        ending.score(),
        ending.normalisedScore(),
        history.attention(ending.node(), decoder.sourceLength(sentence)),
        ending.ended());
  }

  /** The rows of this step. */
  LiveRows rows() {
    return rows;
  }

  /** How many tokens stand before the one that this step adds; 0 in the first. */
  int step() {
    return step;
  }

  /** Whether the rows of a sentence may not grow any more: only EOS can still follow. */
  boolean atBound(int sentence) {
    return step >= maxLength[sentence];
  }

  /** Most tokens of a sentence. */
  int maxLength(int sentence) {
    return maxLength[sentence];
  }

  /** Logits of all rows of this step, [R, V]. */
  float[] logits() {
    return logits;
  }

  /** Where a row begins among the logits. */
  int offset(int row) {
    return row * vocabularySize;
  }

  int vocabularySize() {
    return vocabularySize;
  }

  /** The logit of EOS in a row. */
  float endLogit(int row) {
    return logits[offset(row) + ids.end()];
  }

  /** The error for a row whose logits are not all numbers below +∞, or all −∞. */
  IllegalStateException unusableLogits(int row) {
    for (int id = 0; id < vocabularySize; id++) {
      float logit = logits[offset(row) + id];
      if (!(logit < Float.POSITIVE_INFINITY)) {
        return new IllegalStateException(
            place(rows.sentence[row])
                + "the logit of id "
                + id
                + " is "
                + logit
                + ", expected a finite number or −∞; are the model's weights finite?");
      }
    }
    return noId(rows.sentence[row]);
  }

  /** The error for a sentence that no id can extend or end. */
  IllegalStateException noId(int sentence) {
    return new IllegalStateException(
        place(sentence)
            + "every id that may be produced has logit −∞, expected at least one finite logit");
  }

  private String place(int sentence) {
    return "step " + step + " of the search, sentence " + sentence + " of the batch: ";
  }

  private static int checkedVocabularySize(StepDecoder decoder, SpecialIds ids) {
    if (decoder.vocabularySize() <= ids.largest()) {
      throw new IllegalArgumentException(
          "special ids: expected all below the decoder's vocabulary size "
              + decoder.vocabularySize()
              + ", got "
              + ids);
    }
    return decoder.vocabularySize();
  }

  private static int checkedRows(StepDecoder decoder, int beamSize) {
    long rows = (long) decoder.sentences() * beamSize;
    if (rows * decoder.vocabularySize() > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          decoder.sentences()
              + " sentences × beam "
              + beamSize
              + " × vocabulary "
              + decoder.vocabularySize()
              + " logits do not fit into one array; use a smaller batch or beam");
    }
    return (int) rows;
  }
}
