package dev.dragoman.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;

class KernelChoiceTest {
  @Test
  void vectorsRunWhereTheirModuleIsPresent() {
    assumeThat(System.getProperty("dragoman.kernels")).as("kernels forced by a property").isNull();
    assertThat(Kernels.best().name()).matches("vector, (128|256|512) bits");
  }

  @Test
  void theChoiceIsMadeOnce() {
    assertThat(Kernels.best()).isSameAs(Kernels.best());
  }

  @Test
  void scalarKernelsAreAlwaysThere() {
    assertThat(Kernels.scalar().name()).isEqualTo("scalar");
  }
}
