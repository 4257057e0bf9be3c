package dev.dragoman.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PacksTest {
  @Test
  void productsHaveTheSameBitsOnTheWayFromPlainLoopsToVectors() throws Exception {
    assertThat(ChangeOver.inAJvmOfItsOwn().strip()).endsWith("scalar, vector, same bits");
  }
}
