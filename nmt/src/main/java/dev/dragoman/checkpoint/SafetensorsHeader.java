package dev.dragoman.checkpoint;

import java.util.Map;

/**
 * What a safetensors file says about itself before the numbers begin.
 *
 * @param tensors by name, in the order of the file's header
 * @param metadata free text by key
 * @param dataStart offset in the file of the first number's first byte
 */
record SafetensorsHeader(
    Map<String, StoredTensor> tensors, Map<String, String> metadata, long dataStart) {}
