package dev.dragoman.history;

/**
 * What an update did to a table, over all rows that it looked up.
 *
 * @param update its number, from 1
 * @param table which table, as the start counts them
 * @param lookups tokens that were looked up
 * @param rows different ones among them
 * @param gradientNorm root of the sum of squares of their gradients, before clipping
 * @param updateNorm root of the sum of squares of their moves
 */
public record UpdateSums(
    long update, int table, int lookups, int rows, double gradientNorm, double updateNorm) {
  static final int BYTES = Long.BYTES + 3 * Integer.BYTES + 2 * Double.BYTES;
}
