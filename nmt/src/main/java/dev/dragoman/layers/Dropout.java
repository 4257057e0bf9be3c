package dev.dragoman.layers;

import dev.dragoman.autograd.Elements;
import dev.dragoman.autograd.Noise;
import dev.dragoman.autograd.Tape;
import dev.dragoman.autograd.Value;
import org.jspecify.annotations.Nullable;

/**
 * Inverted dropout (Srivastava et al. 2014): active where noise is given, the identity elsewhere.
 *
 * @param rate probability that an element is dropped, in [0, 1)
 */
public record Dropout(float rate) {
  /** Checks the rate. */
  public Dropout {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("dropout: rate must be in [0, 1), got " + rate);
    }
  }

  /**
   * Drops elements of x [..].
   *
   * @param noise where the mask comes from; null outside training
   */
  public Value apply(Tape tape, Value x, @Nullable Noise noise) {
    return noise == null || rate == 0 ? x : Elements.dropout(tape, x, rate, noise.next());
  }
}
