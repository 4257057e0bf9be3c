package dev.dragoman.search;

/**
 * The candidates of one sentence: its rows, each extended by its best ids, ranked by score.
 *
 * <p>2K candidates are enough: at most K of them can take EOS (one per row), which leaves K to go
 * on. None of them can come from below rank 2K of its row, and within a row log-softmax keeps the
 * order of the logits. So a row costs one pass for its maxima, one for log Σ exp and visits to the
 * few places whose maxima are large enough; only those log-probabilities are ever computed.
 */
final class Expansion {
  /** More than double arithmetic on scores and logits can be wrong by, relatively. */
  private static final double ROUNDING = 1e-12;

  private final Frontier frontier;
  private final ForbiddenIds forbidden;
  private final LogSoftmax softmax;

  /** The best ids of one row, forbidden ones included. */
  private final TopK rowBest;

  /** The best candidates; the item of a candidate is its slot in {@link #idOfSlot}. */
  private final TopK best;

  /** How many ids of each row can become candidates. */
  private final int width;

  /** [K, width] the best allowed ids of each row. */
  private final int[] idOfSlot;

  /** [K] log Σ exp of each row's logits. */
  private final double[] normaliser;

  /** [K] whether each row has taken EOS in this step. */
  private final boolean[] finished;

  private int from;
  private int to;

  Expansion(Frontier frontier, SearchSettings settings, SpecialIds ids) {
    int beamSize = settings.beamSize();
    int vocabularySize = frontier.vocabularySize();
    this.frontier = frontier;
    this.forbidden = new ForbiddenIds(settings, ids);
    this.softmax = new LogSoftmax(vocabularySize);
    this.width = (int) Math.min(2L * beamSize, vocabularySize);
    this.rowBest = new TopK(Math.min(width + SpecialIds.count(), vocabularySize));
    this.best = new TopK((int) Math.min(2L * beamSize, (long) beamSize * width));
    this.idOfSlot = new int[Math.multiplyExact(beamSize, width)];
    this.normaliser = new double[beamSize];
    this.finished = new boolean[beamSize];
  }

  /**
   * Ranks the candidates of the rows [from, to), which are all rows of one sentence, best first.
   */
  void expand(int from, int to) {
    this.from = from;
    this.to = to;
    best.clear();
    for (int row = from; row < to; row++) {
      rank(row);
      offer(row);
    }
    best.sort();
  }

  private void rank(int row) {
    float[] logits = frontier.logits();
    int offset = frontier.offset(row);
    normaliser[row - from] = softmax.logSumExp(logits, offset);
    finished[row - from] = false;
    if (Double.isNaN(normaliser[row - from])) {
      throw frontier.unusableLogits(row);
    }
    rowBest.select(logits, offset, frontier.vocabularySize(), softmax.maxima(), cutoff(row));
  }

  /**
   * A logit that is certainly too small for the beam as it is filled by the rows before: the worst
   * candidate's, less what rounding can make of it.
   */
  private float cutoff(int row) {
    double score = frontier.rows().score[row];
    double logSumExp = normaliser[row - from];
    double slack = ROUNDING * (1 + Math.abs(score) + Math.abs(logSumExp));
    return Math.nextDown((float) (best.worst() - score + logSumExp - slack));
  }

  /** Offers the row's allowed ids, best first, until one is not good enough for the beam. */
  private void offer(int row) {
    int slot = (row - from) * width;
    int end = slot + width;
    for (int rank = 0; rank < rowBest.size() && slot < end; rank++) {
      int id = rowBest.item(rank);
      if (forbidden.forbids(id, frontier.step())) {
        continue;
      }
      idOfSlot[slot] = id;
      if (!best.offer(frontier.rows().score[row] + logProbInRow(row, rowBest.value(rank)), slot)) {
        return;
      }
      slot++;
    }
  }

  private double logProbInRow(int row, double logit) {
    return Math.min(0, logit - normaliser[row - from]);
  }

  /** Number of candidates, at most 2K. */
  int size() {
    return best.size();
  }

  /** The row that the candidate at a rank extends. */
  int row(int rank) {
    return from + best.item(rank) / width;
  }

  /** The id that the candidate at a rank adds. */
  int id(int rank) {
    return idOfSlot[best.item(rank)];
  }

  /** Summed log-probability of the candidate at a rank. */
  double score(int rank) {
    return best.value(rank);
  }

  /** Log-probability of the id that the candidate at a rank adds. */
  double logProb(int rank) {
    int row = row(rank);
    return logProbInRow(row, frontier.logits()[frontier.offset(row) + id(rank)]);
  }

  /** Log-probability of EOS after a row. */
  double endLogProb(int row) {
    return logProbInRow(row, frontier.endLogit(row));
  }

  void markFinished(int row) {
    finished[row - from] = true;
  }

  boolean isFinished(int row) {
    return finished[row - from];
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }
}
