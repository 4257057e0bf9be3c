package dev.dragoman.cli;

import dev.dragoman.history.VectorPrecision;
import java.util.List;

/** Precisions of recorded vectors as the command line calls them. */
final class PrecisionWord extends Words<VectorPrecision> {
  PrecisionWord() {
    super(List.of(VectorPrecision.values()));
  }
}
