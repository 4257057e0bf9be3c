package dev.dragoman.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchAllocationTest {
  private static final int V = 1000;
  private static final int SENTENCES = 4;

  /** Never ends, allocates nothing; logits are the same in every step. */
  private record Endless(float[] logitsOfRow) implements StepDecoder {
    @Override
    public int vocabularySize() {
      return V;
    }

    @Override
    public int sentences() {
      return SENTENCES;
    }

    @Override
    public int sourceLength(int sentence) {
      return 10;
    }

    @Override
    public void step(int rows, int[] sentence, int[] parentRow, int[] previousIds, float[] logits) {
      for (int row = 0; row < rows; row++) {
        System.arraycopy(logitsOfRow, 0, logits, row * V, V);
      }
    }

    @Override
    public void attention(int row, float[] out, int offset) {
      throw new UnsupportedOperationException("no attention was asked for");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void aStepAllocatesOnlyItsPlaceInTheHistory(int beamSize) {
    long shortRun = allocatedBytes(beamSize, 500);
    long longRun = allocatedBytes(beamSize, 1500);
    // A node takes 24 bytes; doubling arrays leaves up to three times that behind.
    assertThat((longRun - shortRun) / 1000).isLessThan(4L * 24 * SENTENCES * beamSize);
  }

  private static long allocatedBytes(int beamSize, int steps) {
    float[] logits = new float[V];
    for (int id = 0; id < V; id++) {
      logits[id] = id == FakeModel.EOS ? Float.NEGATIVE_INFINITY : (id * 7919) % V / 100f;
    }
    SearchSettings settings =
        SearchSettings.defaults()
            .withBeamSize(beamSize)
            .withKeepAttention(false)
            .withMaxLength(0, steps, steps);
    Search search = Search.of(settings, FakeModel.IDS);
    search.search(new Endless(logits));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    search.search(new Endless(logits));
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
