package dev.dragoman.kernels;

/**
 * One implementation of every kernel.
 *
 * @param name "scalar" or e.g. "vector, 512 bits"
 * @param matrix matrix products
 * @param element element-wise operations
 * @param row operations on rows
 * @param cell recurrent cells
 * @param attention attention over one sentence
 * @param update optimiser updates and dropout
 */
public record Kernels(
    String name,
    MatrixKernels matrix,
    ElementKernels element,
    RowKernels row,
    CellKernels cell,
    AttentionKernels attention,
    UpdateKernels update) {}
