package dev.dragoman.layers;

import dev.dragoman.tensor.Tensor;
import java.util.random.RandomGenerator;

/** How the values of a new parameter are drawn. */
public sealed interface Initialiser {

  /** Overwrites every element of the tensor. */
  void fill(Tensor tensor, RandomGenerator random);

  /**
   * Normal distribution.
   *
   * @param mean mean
   * @param deviation standard deviation, ≥ 0
   */
  record Normal(float mean, float deviation) implements Initialiser {
    /** Checks the deviation. */
    public Normal {
      if (!(deviation >= 0)) {
        throw new IllegalArgumentException(
            "normal initialiser: deviation must be ≥ 0, got " + deviation);
      }
    }

    @Override
    public void fill(Tensor tensor, RandomGenerator random) {
      each(tensor, () -> (float) (mean + deviation * random.nextGaussian()));
    }
  }

  /**
   * Uniform distribution over [low, high).
   *
   * @param low lower bound
   * @param high upper bound, ≥ low
   */
  record Uniform(float low, float high) implements Initialiser {
    /** Checks the bounds. */
    public Uniform {
      if (!(high >= low)) {
        throw new IllegalArgumentException(
            "uniform initialiser: needs low ≤ high, got %s and %s".formatted(low, high));
      }
    }

    @Override
    public void fill(Tensor tensor, RandomGenerator random) {
      each(tensor, () -> low + (high - low) * random.nextFloat());
    }
  }

  /**
   * Uniform over ±gain·√(6 / (fan in + fan out)) for a matrix [out, in] (Glorot and Bengio 2010).
   *
   * @param gain factor, 1 for the paper's
   */
  record XavierUniform(float gain) implements Initialiser {
    @Override
    public void fill(Tensor tensor, RandomGenerator random) {
      float bound = (float) (gain * Math.sqrt(6.0 / fans(tensor)));
      new Uniform(-bound, bound).fill(tensor, random);
    }
  }

  /**
   * Normal with deviation gain·√(2 / (fan in + fan out)) for a matrix [out, in] (Glorot and Bengio
   * 2010).
   *
   * @param gain factor, 1 for the paper's
   */
  record XavierNormal(float gain) implements Initialiser {
    @Override
    public void fill(Tensor tensor, RandomGenerator random) {
      new Normal(0, (float) (gain * Math.sqrt(2.0 / fans(tensor)))).fill(tensor, random);
    }
  }

  /**
   * The same value everywhere.
   *
   * @param value the value
   */
  record Constant(float value) implements Initialiser {
    @Override
    public void fill(Tensor tensor, RandomGenerator random) {
      tensor.fill(value);
    }
  }

  private static int fans(Tensor tensor) {
    return tensor.rows() + tensor.columns();
  }

  /** A source of floats. */
  @FunctionalInterface
  interface FloatSource {
    /** The next number. */
    float next();
  }

  private static void each(Tensor tensor, FloatSource source) {
    for (int row = 0; row < tensor.rows(); row++) {
      int at = tensor.rowOffset(row);
      for (int column = 0; column < tensor.columns(); column++) {
        tensor.data()[at + column] = source.next();
      }
    }
  }
}
