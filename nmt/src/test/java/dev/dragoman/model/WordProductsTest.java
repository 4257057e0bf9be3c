package dev.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.dragoman.autograd.LinearProduct;
import dev.dragoman.autograd.Packs;
import dev.dragoman.autograd.Parameter;
import dev.dragoman.autograd.Tape;
import dev.dragoman.autograd.Value;
import dev.dragoman.layers.Embedding;
import dev.dragoman.layers.Initialiser;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.tensor.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordProductsTest {
  private static final int WORDS = 6;
  private static final int SIZE = 3;
  private static final int COLUMNS = 5;

  private final SplittableRandom random = new SplittableRandom(8);
  private final Embedding embedding = Embedding.of(WORDS, SIZE, random);
  private final Parameter weight = drawn("weight", COLUMNS, SIZE);
  private final Parameter bias = drawn("bias", COLUMNS);
  private final Tape tape = Tape.inference(new Workspace(), new Packs());

  /** How many words were computed, call by call. */
  private final List<Integer> computed = new ArrayList<>();

  private Parameter drawn(String name, int... axes) {
    Parameter parameter = new Parameter(name, Tensor.zeros(axes));
    new Initialiser.Normal(0, 1).fill(parameter.value(), random);
    return parameter;
  }

  private WordProducts products(int mostFloats) {
    return new WordProducts(
        embedding, COLUMNS, List.of(weight, bias), this::countingProduct, mostFloats);
  }

  private void countingProduct(Tape on, Value embedded, Tensor out) {
    computed.add(embedded.tensor().rows());
    LinearProduct.into(on, embedded, on.use(weight), on.use(bias), out);
  }

  private void assertRight(WordProducts products, int... ids) {
    Tensor found = products.of(tape, Ids.of(ids));
    assertThat(found.shape().axes()).containsExactly(ids.length, COLUMNS);
    for (int r = 0; r < ids.length; r++) {
      for (int column = 0; column < COLUMNS; column++) {
        double expected = bias.value().get(column);
        for (int i = 0; i < SIZE; i++) {
          expected += (double) weight.value().get(column, i) * embedding.row(ids[r]).get(i);
        }
        assertThat((double) found.get(r, column))
            .as("word %d, column %d", ids[r], column)
            .isCloseTo(expected, within(1e-5));
      }
    }
  }

  @Test
  void aWordIsComputedWhenItIsMetAndThenRemembered() {
    WordProducts products = products(1000);
    assertRight(products, 4, 1, 4, 4);
    assertRight(products, 1, 4);
    assertRight(products, 1, 5, 2, 5);
    assertThat(computed).as("words computed by each call that had to").containsExactly(2, 2);
  }

  @Test
  void wordsBeyondTheBoundAreRightToo() {
    WordProducts products = products(2 * COLUMNS + 1);
    assertRight(products, IntStream.range(0, WORDS).toArray());
    assertRight(products, 5, 0, 5, 1, 3);
    assertThat(computed).as("two rows fit").containsExactly(WORDS, 2);
  }

  @Test
  void aChangedTableOrWeightIsSeen() {
    WordProducts products = products(1000);
    assertRight(products, 2);
    embedding.row(2).fill(0.25f);
    embedding.table().changed();
    assertRight(products, 2);
    weight.value().fill(-2f);
    weight.changed();
    assertRight(products, 2);
    bias.value().fill(7f);
    bias.changed();
    assertRight(products, 2);
    assertThat(computed).hasSize(4);
  }

  @Test
  void anIdOutsideTheTableIsRefused() {
    WordProducts products = products(1000);
    assertThatThrownBy(() -> products.of(tape, Ids.of(1, WORDS)))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessageContaining("id 6 at position [1] is outside embedding of size 6");
  }
}
