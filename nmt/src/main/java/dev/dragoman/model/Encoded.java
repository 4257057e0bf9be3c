package dev.dragoman.model;

import dev.dragoman.layers.AttentionMemory;
import dev.dragoman.layers.CellState;
import java.util.List;

/**
 * A batch that the encoder has read.
 *
 * @param memory what attention looks at
 * @param initialStates s₀ of each decoder layer [B, D]
 */
public record Encoded(AttentionMemory memory, List<CellState> initialStates) {}
