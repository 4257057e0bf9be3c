package dev.dragoman.training;

import dev.dragoman.autograd.CrossEntropy;
import dev.dragoman.autograd.Gradients;
import dev.dragoman.autograd.Noise;
import dev.dragoman.autograd.Tape;
import dev.dragoman.data.Batch;
import dev.dragoman.model.Seq2Seq;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Workers;
import dev.dragoman.tensor.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * One update: the shards of a batch go forwards and backwards, each on one thread, whose memory the
 * next shard takes over; their gradients are added up in order, clipped and applied. Shards with
 * many positions go in several pieces, one after the other into the same gradients, so that memory
 * does not depend on the longest sentences.
 */
final class UpdateStep {
  /** Positions of a piece: some 150 kB each where a vocabulary has 8,000 words. */
  static final int POSITIONS = 512;

  private final Seq2Seq model;
  private final TrainingSettings settings;
  private final Optimiser optimiser;
  private final Workers workers;
  private final int positions;
  private final UpdateRecorder recorder;
  private final List<Gradients> gradients = new ArrayList<>();
  private final List<Workspace> workspaces = new ArrayList<>();
  private final BlockingQueue<Workspace> idle = new LinkedBlockingQueue<>();

  /**
   * What an update gave.
   *
   * @param loss mean over the target tokens, in nats
   * @param gradientNorm global norm before clipping
   */
  record Result(double loss, double gradientNorm) {}

  UpdateStep(Seq2Seq model, TrainingSettings settings, Optimiser optimiser, Workers workers) {
    this(model, settings, optimiser, workers, POSITIONS, UpdateRecorder.NONE);
  }

  /**
   * With pieces of another size, recorded.
   *
   * @param positions of the longer side of a piece, padding counted
   */
  UpdateStep(
      Seq2Seq model,
      TrainingSettings settings,
      Optimiser optimiser,
      Workers workers,
      int positions,
      UpdateRecorder recorder) {
    this.positions = positions;
    this.recorder = recorder;
    this.model = model;
    this.settings = settings;
    this.optimiser = optimiser;
    this.workers = workers;
    for (int i = 0; i < settings.shards(); i++) {
      gradients.add(Gradients.of(model.parameters().values()));
    }
    for (int i = 0; i < Math.min(settings.shards(), workers.count()); i++) {
      workspaces.add(new Workspace());
    }
    idle.addAll(workspaces);
  }

  /** The memory of its steps, one for each shard that is computed at once: free between two. */
  List<Workspace> workspaces() {
    return workspaces;
  }

  /** Trains on one batch with a given learning rate. */
  Result apply(Batch batch, float learningRate) {
    List<Batch> shards = batch.shards(settings.shards());
    long update = optimiser.updates();
    double[] losses = new double[shards.size()];
    workers.forEach(
        shards.size(),
        i -> losses[i] = forwardAndBackward(i, shards.get(i), batch.targetTokens(), update));
    recorder.before(batch);
    double norm = optimiser.update(gradients.subList(0, shards.size()), learningRate, workers);
    recorder.after(optimiser.updates(), batch, gradients.getFirst());
    double sum = 0;
    for (double loss : losses) {
      sum += loss;
    }
    return new Result(sum / batch.targetTokens(), norm);
  }

  private double forwardAndBackward(int shard, Batch batch, int divisor, long update) {
    Workspace workspace = idle.remove();
    try {
      Tape tape = Tape.recording(workspace, gradients.get(shard), model.packs());
      return forwardAndBackward(tape, shard, batch, divisor, update);
    } finally {
      idle.add(workspace);
    }
  }

  private double forwardAndBackward(Tape tape, int shard, Batch batch, int divisor, long update) {
    tape.gradients().clear();
    double sum = 0;
    int key = shard;
    for (Batch piece : batch.pieces(positions)) {
      tape.reset();
      Noise noise = new Noise(settings.seed(), update, key);
      CrossEntropy.Loss loss = loss(model, tape, piece, settings.labelSmoothing(), divisor, noise);
      tape.backward(loss.mean());
      sum += loss.sum();
      key += settings.shards();
    }
    return sum;
  }

  /** The loss of a batch; {@code noise} is null outside training. */
  static CrossEntropy.Loss loss(
      Seq2Seq model,
      Tape tape,
      Batch batch,
      float labelSmoothing,
      int divisor,
      @Nullable Noise noise) {
    Shape source = Shape.of(batch.sentences(), batch.sourceWidth());
    Shape target = Shape.of(batch.sentences(), batch.targetWidth());
    return model.loss(
        tape,
        new Ids(batch.sourceIds(), source),
        batch.sourceLengths(),
        new Ids(batch.targetInput(), target),
        new Ids(batch.targetOutput(), target),
        batch.targetLengths(),
        labelSmoothing,
        divisor,
        noise);
  }
}
