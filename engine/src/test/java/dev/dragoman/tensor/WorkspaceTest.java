package dev.dragoman.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WorkspaceTest {
  private final Workspace workspace = new Workspace();

  @Test
  void tensorsOfOneRoundDoNotOverlap() {
    Tensor[] tensors = new Tensor[200];
    for (int i = 0; i < tensors.length; i++) {
      tensors[i] = workspace.allocate(Shape.of(i + 1, 37));
      tensors[i].fill(i);
    }
    for (int i = 0; i < tensors.length; i++) {
      assertThat(tensors[i].toArray()).containsOnly(i);
    }
  }

  @Test
  void zerosAreZeroThoughTheMemoryWasUsed() {
    workspace.allocate(Shape.of(1000)).fill(7);
    workspace.reset();
    assertThat(workspace.zeros(Shape.of(1000)).toArray()).containsOnly(0f);
  }

  @Test
  void afterTheLargestRoundTheSameMemoryServesAgain() {
    round();
    workspace.reset();
    Tensor first = round();
    long bytes = workspace.bytes();
    for (int i = 0; i < 5; i++) {
      workspace.reset();
      assertThat(round().data()).isSameAs(first.data());
    }
    assertThat(workspace.bytes()).isEqualTo(bytes);
  }

  private Tensor round() {
    Tensor first = workspace.allocate(Shape.of(300, 301));
    workspace.allocate(Shape.of(3, 100_001));
    workspace.allocate(Shape.of(5));
    return first;
  }

  @Test
  void smallerRoundsNeedNothingNew() {
    round();
    workspace.reset();
    round();
    long bytes = workspace.bytes();
    workspace.reset();
    workspace.allocate(Shape.of(10));
    workspace.reset();
    round();
    assertThat(workspace.bytes()).isEqualTo(bytes);
  }

  @Test
  void memoryIsNotMuchMoreThanTheLargestRound() {
    for (int i = 0; i < 10; i++) {
      round();
      workspace.reset();
    }
    long needed = (300 * 301 + 3 * 100_001 + 5) * 4L;
    long smallestBlock = (1 << 16) * 4L;
    assertThat(workspace.bytes()).isBetween(needed, needed * 9 / 8 + smallestBlock);
  }

  @Test
  void roundsOfManyLengthsHoldLittleMoreThanTheLongest() {
    SplittableRandom random = new SplittableRandom(5);
    long longest = 0;
    for (int i = 0; i < 500; i++) {
      int scale = random.nextInt(1, 40);
      long floats = 0;
      for (int tensor = 0; tensor < 60; tensor++) {
        floats += workspace.allocate(Shape.of(scale, 100 + 37 * tensor)).size();
      }
      longest = Math.max(longest, floats);
      workspace.reset();
    }
    assertThat(workspace.bytes()).isBetween(longest * 4, longest * 4 * 3 / 2);
  }

  @Test
  void everyTensorBeginsOnACacheLineOfItsBlock() {
    for (int size = 1; size < 40; size++) {
      assertThat(workspace.allocate(Shape.of(size)).offset() % 16).isZero();
    }
  }

  @Test
  void emptyTensorsAreAllowed() {
    assertThat(workspace.allocate(Shape.of(0, 5)).size()).isZero();
    assertThat(workspace.zeros(Shape.of(3, 0)).toArray()).isEmpty();
    workspace.reset();
  }

  @Test
  void aScalarTakesOneElement() {
    assertThat(workspace.zeros(Shape.of()).get()).isZero();
  }
}
