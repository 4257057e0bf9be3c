package dev.dragoman.projection;

import dev.dragoman.tensor.Tensor;
import dev.dragoman.tensor.Workers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes maps of the same rows at several moments that can be compared. Principal components are
 * those of the last moment for all. By t-SNE and UMAP the last moment is laid out first; each
 * earlier one begins at the layout of the one behind it, moves for a few steps, and is turned so as
 * to lie over it.
 *
 * <p>PCA takes rows as they are; t-SNE and UMAP take their directions, so that near means a large
 * cosine.
 */
public final class Projector {
  private final ProjectionMethod method;
  private final long seed;
  private final Workers workers;
  private final ProjectionListener listener;

  /**
   * A projector.
   *
   * @param seed the same seed gives the same bytes
   */
  public Projector(
      ProjectionMethod method, long seed, Workers workers, ProjectionListener listener) {
    this.method = method;
    this.seed = seed;
    this.workers = workers;
    this.listener = listener;
  }

  /**
   * Layouts of rows [N, E].
   *
   * @param moments the same rows in the order of time, at least one moment
   * @throws IllegalArgumentException if the moments differ in shape or hold anything but numbers
   */
  public Projection project(List<Tensor> moments) {
    Tensor last = moments.getLast();
    for (Tensor moment : moments) {
      if (!moment.shape().equals(last.shape())) {
        throw new IllegalArgumentException(
            "moments: expected " + last.shape() + " in all, got " + moment.shape());
      }
    }
    Pca components = Pca.of(last, workers);
    List<Layout> layouts =
        switch (method) {
          case PCA -> moments.stream().map(components::project).toList();
          case TSNE -> backwards(moments, new WithTSne());
          case UMAP -> backwards(moments, new WithUmap(last.rows()));
        };
    return new Projection(layouts, components.share(0), components.share(1));
  }

  /** How one moment is laid out. */
  private interface Step {
    int neighbours(int rows);

    Layout first(NearestNeighbours neighbours, Layout start, ProjectionListener heard);

    Layout refined(NearestNeighbours neighbours, Layout start, ProjectionListener heard);
  }

  private final class WithTSne implements Step {
    private final TSneSettings settings = TSneSettings.defaults();

    @Override
    public int neighbours(int rows) {
      return TSne.neighbours(settings, rows);
    }

    @Override
    public Layout first(NearestNeighbours neighbours, Layout start, ProjectionListener heard) {
      return TSne.first(neighbours, start, settings, new SplittableRandom(seed), workers, heard);
    }

    @Override
    public Layout refined(NearestNeighbours neighbours, Layout start, ProjectionListener heard) {
      return TSne.refined(neighbours, start, settings, workers, heard);
    }
  }

  private final class WithUmap implements Step {
    private final UmapSettings settings;

    WithUmap(int rows) {
      this.settings = UmapSettings.defaults(rows);
    }

    @Override
    public int neighbours(int rows) {
      return Umap.neighbours(settings, rows);
    }

    @Override
    public Layout first(NearestNeighbours neighbours, Layout start, ProjectionListener heard) {
      return Umap.first(neighbours, start, settings, new SplittableRandom(seed), heard);
    }

    @Override
    public Layout refined(NearestNeighbours neighbours, Layout start, ProjectionListener heard) {
      return Umap.refined(neighbours, start, settings, new SplittableRandom(seed), heard);
    }
  }

  private List<Layout> backwards(List<Tensor> moments, Step step) {
    List<Layout> layouts = new ArrayList<>();
    for (int i = moments.size() - 1; i >= 0; i--) {
      Tensor rows = Directions.of(moments.get(i));
      ProjectionListener heard = numbered(moments.size() - i, moments.size());
      NearestNeighbours neighbours =
          NearestNeighbours.of(rows, step.neighbours(rows.rows()), workers, heard);
      if (layouts.isEmpty()) {
        layouts.add(step.first(neighbours, Pca.of(rows, workers).project(rows), heard));
      } else {
        Layout following = layouts.getLast();
        layouts.add(Procrustes.aligned(step.refined(neighbours, following, heard), following));
      }
    }
    Collections.reverse(layouts);
    return layouts;
  }

  private ProjectionListener numbered(int number, int all) {
    return all == 1
        ? listener
        : (work, done, of) ->
            listener.progress("snapshot " + number + " of " + all + ": " + work, done, of);
  }
}
