package dev.dragoman.model;

import dev.dragoman.autograd.Elements;
import dev.dragoman.autograd.Parameter;
import dev.dragoman.autograd.Tape;
import dev.dragoman.autograd.Value;
import dev.dragoman.layers.CellKind;
import dev.dragoman.layers.CellState;
import dev.dragoman.layers.Linear;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * From the encoder's final states to the decoder's first: s₀ = tanh(W [last forward state; last
 * backward state] + b), one W for each decoder layer and, for an LSTM, one for each cell state.
 */
final class Bridge {
  private final List<Linear> hidden = new ArrayList<>();
  private final List<Linear> cell = new ArrayList<>();

  Bridge(ModelSettings settings, Birth birth) {
    for (int layer = 0; layer < settings.decoderLayers(); layer++) {
      String name = layer == 0 ? "bridge" : "bridge.layer" + (layer + 1);
      hidden.add(linear(name, settings, birth));
      if (settings.cell() == CellKind.LSTM) {
        cell.add(linear(name + ".cell", settings, birth));
      }
    }
  }

  private static Linear linear(String name, ModelSettings settings, Birth birth) {
    return Linear.withBias(
        name, 2 * settings.encoderSize(), settings.decoderSize(), birth.matrices(), birth.random());
  }

  /**
   * s₀ of each decoder layer [B, D] from the last encoder layer's final states [B, H] of both
   * directions.
   */
  List<CellState> apply(Tape tape, List<CellState> finalStates) {
    List<CellState> states = new ArrayList<>();
    for (int layer = 0; layer < hidden.size(); layer++) {
      Value h =
          squashed(tape, hidden.get(layer), finalStates.stream().map(CellState::hidden).toList());
      Value c =
          cell.isEmpty()
              ? null
              : squashed(
                  tape, cell.get(layer), finalStates.stream().map(CellState::requireCell).toList());
      states.add(new CellState(h, c));
    }
    return states;
  }

  private static Value squashed(Tape tape, Linear linear, List<Value> parts) {
    return Elements.tanh(tape, linear.apply(tape, parts));
  }

  void forEachParameter(Consumer<Parameter> action) {
    hidden.forEach(linear -> linear.forEachParameter(action));
    cell.forEach(linear -> linear.forEachParameter(action));
  }
}
