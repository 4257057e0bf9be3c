package dev.dragoman.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.autograd.Elements;
import dev.dragoman.autograd.EmbeddingLookup;
import dev.dragoman.autograd.Parameter;
import dev.dragoman.autograd.Tape;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Tensors print as textbooks show them. */
class PrintingTest {
  private static Tensor counting(int... axes) {
    Tensor tensor = Tensor.zeros(axes);
    for (int i = 0; i < tensor.size(); i++) {
      tensor.data()[i] = i % 2 == 0 ? 0.25f * i : -0.25f * i;
    }
    return tensor;
  }

  @Test
  void aVector() {
    assertThat(counting(3)).hasToString("tensor([ 0.0000, -0.2500,  0.5000], shape=[3])");
  }

  @Test
  void theRowsOfAMatrixStandBelowEachOther() {
    assertThat(counting(2, 3))
        .hasToString(
            """
            tensor([[ 0.0000, -0.2500,  0.5000],
                    [-0.7500,  1.0000, -1.2500]], shape=[2, 3])\
            """);
  }

  @Test
  void theMatricesOfACubeAreSetApart() {
    assertThat(counting(2, 2, 2))
        .hasToString(
            """
            tensor([[[ 0.0000, -0.2500],
                     [ 0.5000, -0.7500]],

                    [[ 1.0000, -1.2500],
                     [ 1.5000, -1.7500]]], shape=[2, 2, 2])\
            """);
  }

  @Test
  void aTableOfTenRowsIsShownWhole() {
    assertThat(counting(10, 5).toString().lines()).hasSize(10);
  }

  @Test
  void longAxesAreShortenedToTheirEndsAndColumnsAreAligned() {
    assertThat(counting(11, 12))
        .hasToString(
            """
            tensor([[  0.0000,  -0.2500,   0.5000, ...,  -2.2500,   2.5000,  -2.7500],
                    [  3.0000,  -3.2500,   3.5000, ...,  -5.2500,   5.5000,  -5.7500],
                    [  6.0000,  -6.2500,   6.5000, ...,  -8.2500,   8.5000,  -8.7500],
                    ...,
                    [ 24.0000, -24.2500,  24.5000, ..., -26.2500,  26.5000, -26.7500],
                    [ 27.0000, -27.2500,  27.5000, ..., -29.2500,  29.5000, -29.7500],
                    [ 30.0000, -30.2500,  30.5000, ..., -32.2500,  32.5000, -32.7500]], shape=[11, 12])\
            """);
  }

  @Test
  void tinyAndHugeNumbersAreWrittenWithExponents() {
    assertThat(Tensor.of(Shape.of(2), 1.5e-5f, -2e-7f))
        .hasToString("tensor([ 1.5000e-05, -2.0000e-07], shape=[2])");
    assertThat(Tensor.of(Shape.of(2), 2e7f, 1))
        .hasToString("tensor([ 2.0000e+07,  1.0000e+00], shape=[2])");
  }

  @Test
  void aViewPrintsItsOwnElements() {
    assertThat(counting(2, 3).columns(1, 2))
        .hasToString(
            """
            tensor([[-0.2500],
                    [ 1.0000]], shape=[2, 1])\
            """);
  }

  @Test
  void numbersLookTheSameEverywhere() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(counting(2)).hasToString("tensor([ 0.0000, -0.2500], shape=[2])");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void whatIsNoNumberIsShown() {
    assertThat(Tensor.of(Shape.of(3), Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY))
        .hasToString("tensor([    nan,     inf,    -inf], shape=[3])");
  }

  @Test
  void aValueNamesTheOperationThatItCameFrom() {
    Tape tape = Tape.recording();
    Parameter table = new Parameter("words", counting(10, 2));
    var rows =
        EmbeddingLookup.of(
            tape, tape.use(table), Ids.of(1, 2, 3), id -> false, EmbeddingLookup.Scaling.NONE);
    assertThat(rows)
        .hasToString(
            """
            tensor([[ 0.5000, -0.7500],
                    [ 1.0000, -1.2500],
                    [ 1.5000, -1.7500]], shape=[3, 2], from=EmbeddingLookup)\
            """);
    assertThat(Elements.tanh(tape, rows.select(0)))
        .hasToString("tensor([ 0.4621, -0.6351], shape=[2], from=Tanh)");
    assertThat(rows.sum()).hasToString("tensor(-0.7500, shape=[], from=Sum)");
    assertThat(tape.use(table).slice(0, 1))
        .hasToString("tensor([[ 0.0000, -0.2500]], shape=[1, 2], from=words)");
  }

  @Test
  void aParameterPrintsItsNameAndShape() {
    assertThat(new Parameter("words", counting(10, 2)))
        .hasToString("Parameter(words, shape=[10, 2])");
  }
}
