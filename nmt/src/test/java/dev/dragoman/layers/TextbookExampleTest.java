package dev.dragoman.layers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.autograd.Tape;
import dev.dragoman.autograd.Value;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.training.Optimiser;
import dev.dragoman.training.OptimiserKind;
import dev.dragoman.training.OptimiserSettings;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The README's five lines, typed into jshell: a table of 10 rows by 5, ids 1, 2 and 3 looked up,
 * and one update.
 */
class TextbookExampleTest {

  @Test
  void threeRowsWhereTheGradientGoesAndWhatMoved() {
    var embedding = Embedding.of(10, 5, new SplittableRandom(42));
    var before = embedding.table().value().copy();
    var tape = Tape.recording();
    var rows = embedding.lookup(tape, 1, 2, 3);
    rows.sum().backward();
    var gradient = tape.gradient(embedding.table());
    new Optimiser(OptimiserSettings.defaults(), List.of(embedding.table()))
        .update(tape.gradients());
    var moved = embedding.table().value().rowsThatDiffer(before);

    assertThat(rows)
        .hasToString(
            """
            tensor([[-0.7951,  0.7755, -0.5131,  0.6246, -0.9295],
                    [ 0.4492,  1.0882, -0.7278, -1.1085, -0.5718],
                    [ 0.2359,  0.3321,  2.4005,  0.5547, -1.0905]], shape=[3, 5], from=EmbeddingLookup)\
            """);
    assertThat(gradient)
        .hasToString(
            """
            tensor([[ 0.0000,  0.0000,  0.0000,  0.0000,  0.0000],
                    [ 1.0000,  1.0000,  1.0000,  1.0000,  1.0000],
                    [ 1.0000,  1.0000,  1.0000,  1.0000,  1.0000],
                    [ 1.0000,  1.0000,  1.0000,  1.0000,  1.0000],
                    [ 0.0000,  0.0000,  0.0000,  0.0000,  0.0000],
                    [ 0.0000,  0.0000,  0.0000,  0.0000,  0.0000],
                    [ 0.0000,  0.0000,  0.0000,  0.0000,  0.0000],
                    [ 0.0000,  0.0000,  0.0000,  0.0000,  0.0000],
                    [ 0.0000,  0.0000,  0.0000,  0.0000,  0.0000],
                    [ 0.0000,  0.0000,  0.0000,  0.0000,  0.0000]], shape=[10, 5])\
            """);
    assertThat(moved).containsExactly(1, 2, 3);
  }

  @ParameterizedTest
  @EnumSource(OptimiserKind.class)
  void whicheverTheOptimiser(OptimiserKind kind) {
    Embedding embedding = Embedding.of(10, 5, new SplittableRandom(42));
    Tensor before = embedding.table().value().copy();
    Tape tape = Tape.recording();
    Value rows = embedding.lookup(tape, 1, 2, 3);
    rows.sum().backward();
    new Optimiser(OptimiserSettings.defaults().with(kind, 0.1f), List.of(embedding.table()))
        .update(tape.gradients());
    assertThat(embedding.table().value().rowsThatDiffer(before)).containsExactly(1, 2, 3);
  }
}
