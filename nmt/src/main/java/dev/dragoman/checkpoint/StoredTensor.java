package dev.dragoman.checkpoint;

import dev.dragoman.tensor.Shape;

/**
 * Where a safetensors file keeps one tensor.
 *
 * @param name its name
 * @param shape its shape
 * @param begin first byte, counted from the end of the header
 * @param end the byte after its last
 */
record StoredTensor(String name, Shape shape, long begin, long end) {}
