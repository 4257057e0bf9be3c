package dev.dragoman.projection;

/** How rows become points of a plane. */
public enum ProjectionMethod {
  /** Principal components: the plane in which the rows differ most; distances are kept roughly. */
  PCA,
  /** t-SNE: who is near whom is kept; distances between groups mean little. */
  TSNE,
  /** UMAP: the same from a graph of neighbours; groups stand further apart. */
  UMAP
}
