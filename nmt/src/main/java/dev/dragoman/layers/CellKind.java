package dev.dragoman.layers;

/** Which recurrent cell. */
public enum CellKind {
  /** Gated recurrent unit (Cho et al. 2014, arXiv:1406.1078): gates r, z, n. */
  GRU(3),
  /**
   * Long short-term memory (Hochreiter and Schmidhuber 1997): gates i, f, g, o and a cell state.
   */
  LSTM(4);

  private final int gates;

  CellKind(int gates) {
    this.gates = gates;
  }

  /** How many gates: rows of the weights are gates·H. */
  public int gates() {
    return gates;
  }
}
