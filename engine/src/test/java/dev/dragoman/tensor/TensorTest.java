package dev.dragoman.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TensorTest {
  /** 0, 1, 2, … of shape [2, 3, 4]. */
  private final Tensor cube = counting(2, 3, 4);

  private static Tensor counting(int... axes) {
    Tensor tensor = Tensor.zeros(axes);
    for (int i = 0; i < tensor.size(); i++) {
      tensor.data()[i] = i;
    }
    return tensor;
  }

  @Test
  void elementsLieRowMajor() {
    assertThat(cube.get(0, 0, 3)).isEqualTo(3);
    assertThat(cube.get(0, 1, 0)).isEqualTo(4);
    assertThat(cube.get(1, 2, 3)).isEqualTo(23);
  }

  @Test
  void seenAsAMatrixTheLastAxisIsTheRow() {
    assertThat(cube.rows()).isEqualTo(6);
    assertThat(cube.columns()).isEqualTo(4);
  }

  @Test
  void aScalarHasOneElementAndNoIndex() {
    Tensor scalar = Tensor.of(Shape.of(), 3);
    assertThat(scalar.size()).isEqualTo(1);
    assertThat(scalar.get()).isEqualTo(3);
    assertThat(scalar).hasToString("tensor( 3.0000, shape=[])");
  }

  @Test
  void selectDropsTheFirstAxis() {
    assertThat(cube.select(1).shape()).isEqualTo(Shape.of(3, 4));
    assertThat(cube.select(1).select(2).toArray()).containsExactly(20, 21, 22, 23);
    assertThat(cube.select(1).select(2).select(3).get()).isEqualTo(23);
  }

  @Test
  void sliceKeepsSomeEntriesOfTheFirstAxis() {
    assertThat(cube.slice(1, 2).shape()).isEqualTo(Shape.of(1, 3, 4));
    assertThat(counting(7).slice(2, 5).toArray()).containsExactly(2, 3, 4);
    assertThat(cube.slice(1, 1).size()).isZero();
  }

  @Test
  void columnsKeepSomeOfTheLastAxis() {
    Tensor some = cube.columns(1, 3);
    assertThat(some.shape()).isEqualTo(Shape.of(2, 3, 2));
    assertThat(some.toArray()).containsExactly(1, 2, 5, 6, 9, 10, 13, 14, 17, 18, 21, 22);
    assertThat(some.isContiguous()).isFalse();
    assertThat(some.select(1).get(2, 1)).isEqualTo(22);
  }

  @Test
  void everyNthRowPicksOneSentenceOutOfSteps() {
    assertThat(cube.everyNthRow(1, 2, 3).toArray())
        .containsExactly(4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23);
  }

  @Test
  void viewsShareTheElements() {
    cube.columns(1, 3).slice(1, 2).fill(-1);
    assertThat(cube.select(1).toArray())
        .containsExactly(12, -1, -1, 15, 16, -1, -1, 19, 20, -1, -1, 23);
    assertThat(cube.select(0).toArray()).doesNotContain(-1f);
  }

  @Test
  void reshapeKeepsOrderAndElements() {
    assertThat(cube.reshape(4, 6).get(1, 0)).isEqualTo(6);
    assertThat(cube.columns(1, 3).reshape(6, 2).get(4, 1)).isEqualTo(18);
    assertThat(counting(1, 6).columns(2, 6).reshape(2, 2).toArray()).containsExactly(2, 3, 4, 5);
  }

  @Test
  void copiesAreTheirOwn() {
    Tensor copy = cube.columns(1, 3).copy();
    copy.fill(0);
    assertThat(cube.get(0, 0, 1)).isEqualTo(1);
    assertThat(copy.isContiguous()).isTrue();
  }

  @Test
  void copyFromAnyViewOfTheSameShape() {
    Tensor target = Tensor.zeros(2, 3, 4);
    target.columns(2, 4).copyFrom(cube.columns(0, 2));
    assertThat(target.select(0).select(1).toArray()).containsExactly(0, 0, 4, 5);
  }

  @Test
  void rowsThatDifferAreNamedByNumber() {
    Tensor other = cube.copy();
    other.set(7, 0, 1, 2);
    other.set(7, 1, 2, 3);
    assertThat(cube.rowsThatDiffer(other)).containsExactly(1, 5);
    assertThat(cube.columns(0, 3).rowsThatDiffer(other.columns(0, 3))).containsExactly(1);
    assertThat(cube.rowsThatDiffer(cube.copy())).isEmpty();
  }

  @Test
  void theViewOfAGradientLiesWhereTheViewOfTheValueLies() {
    Tensor gradient = Tensor.zeros(2, 3, 4);
    gradient.viewLike(cube.select(1).columns(1, 3), cube).fill(1);
    assertThat(gradient.select(0).toArray()).containsOnly(0f);
    assertThat(gradient.select(1).select(0).toArray()).containsExactly(0, 1, 1, 0);
  }

  @Test
  void emptyTensorsAreAllowed() {
    Tensor empty = Tensor.zeros(0, 5);
    assertThat(empty.toArray()).isEmpty();
    assertThat(empty).hasToString("tensor([], shape=[0, 5])");
    assertThat(empty.copy().shape()).isEqualTo(Shape.of(0, 5));
    assertThat(empty.slice(0, 0).shape()).isEqualTo(Shape.of(0, 5));
    assertThat(empty.reshape(5, 0).size()).isZero();
  }

  @Test
  void everyMistakeIsNamed() {
    assertThatThrownBy(() -> Tensor.of(Shape.of(2, 3), 1, 2))
        .hasMessage("values: shape [2, 3] needs 6, got 2");
    assertThatThrownBy(() -> Tensor.view(new float[5], 2, Shape.of(4)))
        .hasMessage("shape [4] at offset 2 does not fit in an array of 5");
    assertThatThrownBy(() -> cube.get(1, 2))
        .hasMessage("index: a tensor of shape [2, 3, 4] needs 3 indices, got [1, 2]");
    assertThatThrownBy(() -> cube.get(1, 3, 0))
        .hasMessage("index [1, 3, 0] is outside shape [2, 3, 4]");
    assertThatThrownBy(() -> cube.select(2))
        .hasMessage("entries [2, 3) of shape [2, 3, 4]: expected within 0 to 2");
    assertThatThrownBy(() -> cube.slice(1, 3))
        .hasMessage("entries [1, 3) of shape [2, 3, 4]: expected within 0 to 2");
    assertThatThrownBy(() -> cube.columns(2, 5))
        .hasMessage("columns [2, 5) of shape [2, 3, 4]: expected within 0 to 4");
    assertThatThrownBy(() -> cube.everyNthRow(1, 3, 3))
        .hasMessage("3 rows from 1 by 3 of shape [2, 3, 4]: it has 6 rows");
    assertThatThrownBy(() -> cube.reshape(5, 5))
        .hasMessage("shape [2, 3, 4] has 24 elements, cannot become [5, 5] with 25");
    assertThatThrownBy(() -> cube.columns(0, 2).reshape(12))
        .hasMessage("a view of shape [2, 3, 2] whose rows are not contiguous cannot become [12]");
    assertThatThrownBy(() -> cube.copyFrom(counting(4, 6)))
        .hasMessage("source: expected [2, 3, 4], got [4, 6]");
    assertThatThrownBy(() -> cube.rowsThatDiffer(counting(4, 6)))
        .hasMessage("other: expected [2, 3, 4], got [4, 6]");
    assertThatThrownBy(() -> Shape.of(2, -1)).hasMessage("shape [2, -1] has a negative axis");
    assertThatThrownBy(() -> Shape.of(1 << 16, 1 << 16))
        .hasMessage("shape [65536, 65536] has more elements than a Java array can hold");
    assertThatThrownBy(() -> new Ids(new int[3], Shape.of(2, 2)))
        .hasMessage("ids of shape [2, 2] need 4 values, got 3");
  }
}
