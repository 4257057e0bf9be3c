package dev.dragoman.training;

import dev.dragoman.autograd.Gradient;
import dev.dragoman.autograd.Gradients;
import dev.dragoman.autograd.Parameter;
import dev.dragoman.tensor.Elementwise;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.tensor.Updates;
import dev.dragoman.tensor.Workers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Moves parameters by their gradients: the shards' gradients are added up in order, scaled down if
 * their global norm is too large (Pascanu et al. 2013, arXiv:1211.5063), and applied. Work is cut
 * into pieces of fixed size, so the result does not depend on how many threads share them.
 *
 * <p>Rows of a row-sparse parameter that received no gradient are left alone, their moments too
 * (PyTorch's SparseAdam). Locked rows never move, and their gradient does not count in the norm.
 * Weight decay reaches the rows of an embedding table from their first gradient on, so a row that
 * never occurs keeps the values that it was born with (PyTorch's AdamW shrinks it).
 */
public final class Optimiser {
  private static final int PIECE = 1 << 16;

  private final OptimiserSettings settings;
  private final List<Slot> slots = new ArrayList<>();
  private long updates;

  /** One parameter with its moments. */
  private record Slot(Parameter parameter, Tensor first, Tensor second, BitSet metRows) {}

  /** A range of elements of one parameter. */
  private record Piece(Slot slot, int from, int to) {}

  /** An optimiser whose moments are zero. */
  public Optimiser(OptimiserSettings settings, Collection<Parameter> parameters) {
    this.settings = settings;
    for (Parameter parameter : parameters) {
      Shape shape = parameter.value().shape();
      Tensor none = Tensor.zeros(0);
      slots.add(
          new Slot(
              parameter,
              Tensor.zeros(shape),
              settings.kind() == OptimiserKind.SGD ? none : Tensor.zeros(shape),
              new BitSet()));
    }
  }

  /** How many updates were made. */
  public long updates() {
    return updates;
  }

  /**
   * One update on the calling thread with the learning rate of the settings; gives the global norm
   * before clipping.
   */
  public double update(Gradients gradients) {
    try (Workers alone = new Workers(1)) {
      return update(List.of(gradients), settings.learningRate(), alone);
    }
  }

  /**
   * One update.
   *
   * @param shards gradients of the shards of one batch; the first receives the sum
   * @param learningRate step size of this update
   * @return the global norm before clipping
   */
  public double update(List<Gradients> shards, float learningRate, Workers workers) {
    List<Slot> moving = slots.stream().filter(slot -> slot.parameter().isTrainable()).toList();
    shards.forEach(shard ->
        moving.forEach(
            slot -> shard.of(slot.parameter()))); // made now, not by several threads at once
    addUp(moving, shards, workers);
    Gradients sum = shards.getFirst();
    List<Piece> pieces = pieces(moving, sum);
    double norm = Math.sqrt(sumOfSquares(pieces, sum, workers));
    if (!Double.isFinite(norm)) {
      throw new TrainingException(
          "update %d: the gradient's norm is %s; lower the learning rate or the clip norm"
              .formatted(updates + 1, norm));
    }
    updates++;
    float scale =
        settings.clipNorm() > 0 && norm > settings.clipNorm()
            ? (float) (settings.clipNorm() / (norm + 1e-6))
            : 1f;
    Move move = move(scale, learningRate);
    workers.forEach(
        pieces.size(), i -> move.apply(pieces.get(i), sum.of(pieces.get(i).slot().parameter())));
    moving.forEach(slot -> slot.parameter().changed());
    return norm;
  }

  private static void addUp(List<Slot> moving, List<Gradients> shards, Workers workers) {
    for (int s = 1; s < shards.size(); s++) {
      Gradients other = shards.get(s);
      workers.forEach(
          moving.size(),
          i -> {
            Parameter parameter = moving.get(i).parameter();
            shards.getFirst().of(parameter).add(other.of(parameter));
          });
    }
  }

  private List<Piece> pieces(List<Slot> moving, Gradients gradients) {
    List<Piece> pieces = new ArrayList<>();
    for (Slot slot : moving) {
      Parameter parameter = slot.parameter();
      if (parameter.isRowSparse()) {
        addRows(pieces, slot, gradients.of(parameter).touchedRows());
      } else if (parameter.tracksRows() && settings.kind() == OptimiserKind.ADAMW) {
        addRows(pieces, slot, metRows(slot, gradients.of(parameter)));
      } else if (parameter.hasLockedRows()) {
        addUnlockedRows(pieces, slot);
      } else {
        addRange(pieces, slot, 0, parameter.value().size());
      }
    }
    return pieces;
  }

  /** The rows that ever received a gradient. */
  private static int[] metRows(Slot slot, Gradient gradient) {
    for (int row : gradient.touchedRows()) {
      slot.metRows().set(row);
    }
    int[] rows = new int[slot.metRows().cardinality()];
    int row = -1;
    for (int i = 0; i < rows.length; i++) {
      row = slot.metRows().nextSetBit(row + 1);
      rows[i] = row;
    }
    return rows;
  }

  private static void addUnlockedRows(List<Piece> pieces, Slot slot) {
    Tensor value = slot.parameter().value();
    int from = 0;
    for (int row = 0; row <= value.rows(); row++) {
      if (row == value.rows() || slot.parameter().isRowLocked(row)) {
        addRange(pieces, slot, from * value.columns(), row * value.columns());
        from = row + 1;
      }
    }
  }

  /** Runs of consecutive unlocked rows, ascending. */
  private static void addRows(List<Piece> pieces, Slot slot, int[] rows) {
    int columns = slot.parameter().value().columns();
    int i = 0;
    while (i < rows.length) {
      if (slot.parameter().isRowLocked(rows[i])) {
        i++;
        continue;
      }
      int end = i + 1;
      while (end < rows.length
          && rows[end] == rows[end - 1] + 1
          && !slot.parameter().isRowLocked(rows[end])) {
        end++;
      }
      addRange(pieces, slot, rows[i] * columns, (rows[end - 1] + 1) * columns);
      i = end;
    }
  }

  private static void addRange(List<Piece> pieces, Slot slot, int from, int to) {
    for (int at = from; at < to; at += PIECE) {
      pieces.add(new Piece(slot, at, Math.min(to, at + PIECE)));
    }
  }

  private static double sumOfSquares(List<Piece> pieces, Gradients gradients, Workers workers) {
    double[] parts = new double[pieces.size()];
    workers.forEach(
        parts.length,
        i -> {
          Piece piece = pieces.get(i);
          parts[i] =
              Elementwise.sumOfSquares(
                  flat(gradients.of(piece.slot().parameter()).values(), piece));
        });
    double sum = 0;
    for (double part : parts) {
      sum += part;
    }
    return sum;
  }

  private static Tensor flat(Tensor tensor, Piece piece) {
    return Tensor.view(
        tensor.data(), tensor.offset() + piece.from(), Shape.of(piece.to() - piece.from()));
  }

  /** Moves one piece by its gradient. */
  private interface Move {
    void apply(Piece piece, Gradient gradient);
  }

  /** The move of this update; what all pieces share is computed once. */
  private Move move(float scale, float learningRate) {
    return switch (settings.kind()) {
      case ADAM -> adam(scale, learningRate, 0);
      case ADAMW -> adam(scale, learningRate, learningRate * settings.weightDecay());
      case SGD -> (piece, gradient) -> sgd(piece, gradient, scale, learningRate);
    };
  }

  private Move adam(float scale, float learningRate, float decay) {
    double beta1 = asWritten(settings.beta1());
    double beta2 = asWritten(settings.beta2());
    double firstCorrection = 1 - StrictMath.pow(beta1, (double) updates);
    double secondCorrection = 1 - StrictMath.pow(beta2, (double) updates);
    Updates.AdamStep step =
        new Updates.AdamStep(
            scale,
            beta1,
            beta2,
            (float) (learningRate / firstCorrection),
            (float) (1 / Math.sqrt(secondCorrection)),
            settings.epsilon(),
            decay);
    return (piece, gradient) -> {
      Slot slot = piece.slot();
      Updates.adam(
          slot.parameter().value(),
          gradient.values(),
          slot.first(),
          slot.second(),
          piece.from(),
          piece.to(),
          step);
    };
  }

  /**
   * The decimal that the float stands for: 0.999, not 0.99900001287; 1 − β is what counts, and
   * there the difference is 1e-5.
   */
  private static double asWritten(float beta) {
    return Double.parseDouble(Float.toString(beta));
  }

  private void sgd(Piece piece, Gradient gradient, float scale, float learningRate) {
    Tensor velocity = flat(piece.slot().first(), piece);
    Elementwise.scaleInto(settings.momentum(), velocity, velocity);
    Elementwise.addScaled(scale, flat(gradient.values(), piece), velocity);
    Elementwise.addScaled(-learningRate, velocity, flat(piece.slot().parameter().value(), piece));
  }

  /** The moments by name, for a checkpoint that training resumes from: views, not copies. */
  public Map<String, Tensor> state() {
    Map<String, Tensor> state = new LinkedHashMap<>();
    for (Slot slot : slots) {
      state.put(slot.parameter().name() + ".firstMoment", slot.first());
      if (settings.kind() != OptimiserKind.SGD) {
        state.put(slot.parameter().name() + ".secondMoment", slot.second());
      }
    }
    return state;
  }

  /**
   * Takes moments over that {@link #state()} gave.
   *
   * @param updatesMade how many updates had been made
   */
  public void restore(Map<String, Tensor> state, long updatesMade) {
    state()
        .forEach((name, place) -> {
          Tensor saved = state.get(name);
          if (saved == null) {
            throw new IllegalArgumentException("optimiser state: " + name + " is missing");
          }
          if (!saved.shape().equals(place.shape())) {
            throw new IllegalArgumentException(
                "optimiser state: %s: expected shape %s, got %s"
                    .formatted(name, place.shape(), saved.shape()));
          }
          place.copyFrom(saved);
        });
    slots.forEach(Optimiser::recallMetRows);
    updates = updatesMade;
  }

  /** A row that received a gradient has moments. */
  private static void recallMetRows(Slot slot) {
    slot.metRows().clear();
    for (int row : slot.first().rowsThatDiffer(Tensor.zeros(slot.first().shape()))) {
      slot.metRows().set(row);
    }
  }
}
