/**
 * Loops over floats: matrix products, activations, softmax, gather and scatter, fused cell steps.
 * Each kernel is an interface with a scalar twin that is written to be read and a Vector API
 * version that gives the same bits.
 *
 * <p>Axis letters as everywhere: B sentences, S source positions, E embedding, D decoder state, A
 * attention, V vocabulary; M, N, K the extents of a matrix product. Arrays are row-major; {@code
 * xOffset} is the index of the first element and {@code xStride} the distance between the
 * beginnings of two rows. Kernels trust their caller: they {@code assert}, they do not check.
 *
 * <p>Bits: every kernel computes each output element in one fixed order of operations, whatever the
 * vector width, the tile or the number of rows, so that a result is the same on every machine, for
 * every batch and for any number of threads. Sums over an axis keep {@value
 * dev.dragoman.kernels.Lanes#COUNT} partial sums over the whole groups of {@value
 * dev.dragoman.kernels.Lanes#COUNT} elements (element i goes to partial sum i mod {@value
 * dev.dragoman.kernels.Lanes#COUNT}), which are added as a fixed tree; the remaining elements
 * follow one by one. Matrix products are chains of fused multiply-adds over k in blocks of {@value
 * dev.dragoman.kernels.MatrixKernels#K_BLOCK}. (What a NaN carries besides being one is not held.)
 */
@NullMarked
package dev.dragoman.kernels;

import org.jspecify.annotations.NullMarked;
