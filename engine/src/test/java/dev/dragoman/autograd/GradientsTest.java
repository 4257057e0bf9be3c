package dev.dragoman.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.gradientcheck.GradientCheck;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradientsTest {
  private final Parameter weight = new Parameter("weight", Tensor.zeros(3, 4));
  private final Parameter table = new Parameter("table", Tensor.zeros(10, 4)).trackRows();

  private Gradients lookedUp(float upstream, int... ids) {
    Tape tape = Tape.recording();
    Value rows =
        EmbeddingLookup.of(
            tape, tape.use(table), Ids.of(ids), row -> false, EmbeddingLookup.Scaling.NONE);
    Tensor gradient = Tensor.zeros(rows.shape());
    gradient.fill(upstream);
    tape.backward(rows, gradient);
    return tape.gradients();
  }

  @Test
  void aGradientIsZeroUntilABackwardPassAddsToIt() {
    Gradients gradients = Gradients.of(List.of(weight, table));
    assertThat(gradients.of(weight).values().toArray()).hasSize(12).containsOnly(0f);
    assertThat(gradients.of(table).touchedRows()).isEmpty();
  }

  @Test
  void touchedRowsComeOnceEachAscending() {
    Gradient gradient = lookedUp(1, 7, 2, 7, 0).of(table);
    assertThat(gradient.touchedRows()).containsExactly(0, 2, 7);
    assertThat(gradient.touchedCount()).isEqualTo(3);
    assertThat(gradient.row(7).toArray()).containsOnly(2f);
  }

  @Test
  void whereRowsAreNotTrackedAllCount() {
    Gradient gradient = new Gradients().of(weight);
    assertThat(gradient.touchedRows()).containsExactly(0, 1, 2);
    assertThat(gradient.touchedCount()).isEqualTo(3);
  }

  @Test
  void addingJoinsTheTouchedRows() {
    Gradient sum = lookedUp(1, 7, 2).of(table);
    sum.add(lookedUp(3, 7, 5).of(table));
    assertThat(sum.touchedRows()).containsExactly(2, 5, 7);
    assertThat(sum.row(7).toArray()).containsOnly(4f);
    assertThat(sum.row(5).toArray()).containsOnly(3f);
  }

  @Test
  void addingWholeGradients() {
    Gradient one = new Gradients().of(weight);
    Gradient other = new Gradients().of(weight);
    one.values().copyFrom(GradientCheck.random(1, 3, 4));
    other.values().copyFrom(GradientCheck.random(1, 3, 4));
    one.add(other);
    assertThat(one.values().get(1, 2)).isEqualTo(2 * other.values().get(1, 2));
  }

  @Test
  void clearingForgetsRowsAndValues() {
    Gradients gradients = lookedUp(1, 7, 2);
    gradients.clear();
    assertThat(gradients.of(table).values().toArray()).containsOnly(0f);
    assertThat(gradients.of(table).touchedCount()).isZero();
  }
}
