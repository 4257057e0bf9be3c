package dev.dragoman.model;

/** Which attention. */
public enum AttentionKind {
  /** Additive (Bahdanau et al. 2015, arXiv:1409.0473). */
  ADDITIVE,
  /** Dot (Luong et al. 2015, arXiv:1508.04025); needs decoder size = 2·encoder size. */
  DOT,
  /** Bilinear, Luong's "general". */
  BILINEAR
}
