package dev.dragoman.training;

import dev.dragoman.autograd.Tape;
import dev.dragoman.data.Batch;
import dev.dragoman.metrics.Bleu;
import dev.dragoman.metrics.BleuSettings;
import dev.dragoman.metrics.Perplexity;
import dev.dragoman.model.Seq2Seq;
import dev.dragoman.tensor.Workers;
import dev.dragoman.tensor.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Measures a model on sentences that it was not trained on: loss under teacher forcing, BLEU of
 * greedy translations.
 */
public final class Validator {
  private final Seq2Seq model;
  private final List<Batch> batches;
  private final List<String> sources;
  private final List<String> references;
  private final BatchTranslation translate;

  /** Translates with the model as it is now. */
  @FunctionalInterface
  public interface BatchTranslation {
    /** The translations of these sentences, in order. */
    List<String> apply(List<String> sentences, Workers workers);
  }

  /**
   * What was measured.
   *
   * @param perplexity of the target tokens, each sentence's end included
   * @param bleu BLEU in 0..100; NaN where nothing was translated
   * @param sample one sentence with its translation
   */
  record Scores(Perplexity perplexity, double bleu, TrainingListener.Sample sample) {
    /** Mean over the target tokens, in nats. */
    double loss() {
      return perplexity.meanLoss();
    }
  }

  /**
   * A validator.
   *
   * @param batches the validation set
   * @param sources sentences to translate for BLEU; may be empty
   * @param references what people made of them
   * @param translate translates with the model as it is now
   */
  public Validator(
      Seq2Seq model,
      List<Batch> batches,
      List<String> sources,
      List<String> references,
      BatchTranslation translate) {
    this.model = model;
    this.batches = List.copyOf(batches);
    this.sources = List.copyOf(sources);
    this.references = List.copyOf(references);
    this.translate = translate;
  }

  /**
   * Measures the model as it is now.
   *
   * @param workspaces memory that nobody else uses meanwhile, for as many threads as there are
   * @throws TrainingException if its perplexity is no finite number: then it cannot translate
   *     either
   */
  Scores validate(Workers workers, List<Workspace> workspaces) {
    Perplexity perplexity = perplexity(workers, workspaces);
    if (!Double.isFinite(perplexity.value())) {
      throw new TrainingException(
          "the validation loss is %s; lower the learning rate or the clip norm"
              .formatted(perplexity.meanLoss()));
    }
    if (sources.isEmpty()) {
      return new Scores(perplexity, Double.NaN, new TrainingListener.Sample("", "", ""));
    }
    List<String> hypotheses = translate.apply(sources, workers);
    double bleu = new Bleu(BleuSettings.defaults()).corpus(hypotheses, List.of(references)).score();
    int sample = (int) (sources.size() * 0.382);
    return new Scores(
        perplexity,
        bleu,
        new TrainingListener.Sample(
            sources.get(sample), references.get(sample), hypotheses.get(sample)));
  }

  private Perplexity perplexity(Workers workers, List<Workspace> workspaces) {
    double[] sums = new double[batches.size()];
    List<Tape> tapes = new ArrayList<>();
    for (int i = 0; i < workers.count(); i++) {
      Workspace workspace = i < workspaces.size() ? workspaces.get(i) : new Workspace();
      tapes.add(Tape.inference(workspace, model.packs()));
    }
    BlockingQueue<Tape> free = new LinkedBlockingQueue<>(tapes);
    workers.forEach(
        batches.size(),
        i -> {
          Tape tape = free.remove();
          for (Batch piece : batches.get(i).pieces(UpdateStep.POSITIONS)) {
            tape.reset();
            sums[i] += UpdateStep.loss(model, tape, piece, 0f, piece.targetTokens(), null).sum();
          }
          free.add(tape);
        });
    Perplexity perplexity = Perplexity.NONE;
    for (int i = 0; i < sums.length; i++) {
      perplexity = perplexity.plus(sums[i], batches.get(i).targetTokens());
    }
    return perplexity;
  }
}
