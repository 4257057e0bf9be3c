package dev.dragoman.benchmarks;

/** How the operands of a matrix product lie in memory. */
enum Form {
  PACKED("packed"),
  PLAIN("A·B"),
  RIGHT_TRANSPOSED("A·Bᵀ"),
  LEFT_TRANSPOSED("Aᵀ·B"),
  BOTH_TRANSPOSED("Aᵀ·Bᵀ");

  private final String label;

  Form(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
