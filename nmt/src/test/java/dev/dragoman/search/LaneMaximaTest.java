package dev.dragoman.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaneMaximaTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 127, 247, 248, 249, 1021})
  void agreesWithAskingEveryEntry(int length) {
    Random random = new Random(length);
    float[] row = new float[length + 3];
    for (int i = 0; i < row.length; i++) {
      row[i] = i < 3 ? 1000 : (float) random.nextGaussian() - 5;
    }
    LaneMaxima maxima = new LaneMaxima(length);
    maxima.read(row, 3);
    double ofRow = Double.NEGATIVE_INFINITY;
    for (int lane = 0; lane < maxima.lanes(); lane++) {
      double ofLane = Double.NEGATIVE_INFINITY;
      for (int i = lane; i < length; i += maxima.lanes()) {
        ofLane = Math.max(ofLane, row[3 + i]);
      }
      assertThat(maxima.of(lane)).isEqualTo(ofLane);
      ofRow = Math.max(ofRow, ofLane);
    }
    assertThat(maxima.ofRow()).isEqualTo(ofRow);
  }

  @Test
  void carriesNaNThrough() {
    LaneMaxima maxima = new LaneMaxima(1000);
    float[] row = new float[1000];
    row[777] = Float.NaN;
    maxima.read(row, 0);
    assertThat(maxima.ofRow()).isNaN();
  }
}
