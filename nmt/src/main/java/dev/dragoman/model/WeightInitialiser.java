package dev.dragoman.model;

import dev.dragoman.layers.Initialiser;

/** How the weight matrices are drawn; biases are zero. */
public enum WeightInitialiser {
  /** Uniform over ±√(6 / (fan in + fan out)). */
  XAVIER_UNIFORM,
  /** Normal with deviation √(2 / (fan in + fan out)). */
  XAVIER_NORMAL,
  /** Uniform over ±0.08 (Sutskever et al. 2014, arXiv:1409.3215). */
  UNIFORM;

  Initialiser initialiser() {
    return switch (this) {
      case XAVIER_UNIFORM -> new Initialiser.XavierUniform(1);
      case XAVIER_NORMAL -> new Initialiser.XavierNormal(1);
      case UNIFORM -> new Initialiser.Uniform(-0.08f, 0.08f);
    };
  }
}
