package dev.dragoman.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Searches one sentence by the definitions, with lists and full sorts: the oracle of the tests.
 * What it shares with the real search is the settings alone.
 */
final class SlowSearch {
  /** A beginning, or where {@code closed} an output with its EOS. */
  record Found(int[] ids, double score, boolean closed, boolean ended) {}

  private final FakeModel model;
  private final FakeDecoder.Source source;
  private final SearchSettings settings;
  private final int maxLength;

  SlowSearch(FakeModel model, FakeDecoder.Source source, SearchSettings settings) {
    this.model = model;
    this.source = source;
    this.settings = settings;
    this.maxLength = settings.maxLength(source.length());
  }

  /** Every output that the settings allow, the best normalised score first. */
  List<Found> exhaustive() {
    List<Found> outputs = new ArrayList<>();
    enumerate(new Found(new int[0], 0, false, false), outputs);
    outputs.sort(bestFirst());
    return outputs;
  }

  private void enumerate(Found beginning, List<Found> outputs) {
    for (Found longer : extensions(beginning)) {
      if (longer.closed()) {
        outputs.add(longer);
      } else if (longer.ids().length <= maxLength) {
        enumerate(longer, outputs);
      }
    }
  }

  /**
   * Beam search without a bound in its stop rule: it ends with K outputs or at the length bound.
   */
  List<Found> beam() {
    List<Found> outputs = new ArrayList<>();
    List<Found> beam = List.of(new Found(new int[0], 0, false, false));
    for (int step = 0; step <= maxLength && outputs.size() < settings.beamSize(); step++) {
      List<Found> candidates = new ArrayList<>();
      beam.forEach(beginning -> candidates.addAll(extensions(beginning)));
      candidates.sort(Comparator.comparingDouble(Found::score).reversed());
      candidates.stream().limit(settings.beamSize()).filter(Found::closed).forEach(outputs::add);
      if (step == maxLength) {
        candidates.stream()
            .skip(settings.beamSize())
            .filter(Found::closed)
            .forEach(cut -> outputs.add(new Found(cut.ids(), cut.score(), true, false)));
      }
      beam = candidates.stream().filter(c -> !c.closed()).limit(settings.beamSize()).toList();
    }
    outputs.sort(Comparator.comparing(Found::ended).reversed().thenComparing(bestFirst()));
    return outputs;
  }

  double normalised(Found output) {
    double length = output.ids().length + 1;
    double alpha = settings.lengthPenaltyAlpha();
    return output.score()
        / switch (settings.lengthPenalty()) {
          case NONE -> 1;
          case LENGTH -> Math.pow(length, alpha);
          case WU -> Math.pow((5 + length) / 6, alpha);
        };
  }

  private Comparator<Found> bestFirst() {
    return Comparator.comparingDouble(this::normalised).reversed();
  }

  private List<Found> extensions(Found beginning) {
    double[] logProbs = model.logProbs(source.key(), beginning.ids());
    List<Found> longer = new ArrayList<>();
    for (int id = 0; id < logProbs.length; id++) {
      double score = beginning.score() + logProbs[id];
      if (id == FakeModel.EOS && beginning.ids().length >= settings.minLength()) {
        longer.add(new Found(beginning.ids(), score, true, true));
      }
      if (id > FakeModel.EOS || (id == FakeModel.UNK && settings.allowUnknown())) {
        longer.add(new Found(FakeModel.append(beginning.ids(), id), score, false, false));
      }
    }
    return longer;
  }
}
