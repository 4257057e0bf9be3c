package dev.dragoman.model;

import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Shape;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * A batch of numbers of one to four digits and what is to become of them. Ids: PAD 0, EOS 1, BOS 2,
 * digit d is 3 + d.
 *
 * @param source [B, 5] digits and EOS
 * @param targetInput [B, 5] BOS and digits
 * @param targetOutput [B, 5] digits and EOS
 * @param lengths of both sides [B]
 */
record Digits(Ids source, Ids targetInput, Ids targetOutput, int[] lengths) {
  static final int VOCABULARY = 13;
  private static final int EOS = 1;
  private static final int WIDTH = 5;

  static Digits random(int sentences, UnaryOperator<int[]> task, RandomGenerator random) {
    int[] source = new int[sentences * WIDTH];
    int[] input = new int[sentences * WIDTH];
    int[] output = new int[sentences * WIDTH];
    int[] lengths = new int[sentences];
    for (int b = 0; b < sentences; b++) {
      int[] digits = random.ints(random.nextInt(1, WIDTH), 3, VOCABULARY).toArray();
      int[] target = task.apply(digits);
      int at = b * WIDTH;
      System.arraycopy(digits, 0, source, at, digits.length);
      source[at + digits.length] = EOS;
      input[at] = SmallModels.BOS;
      System.arraycopy(target, 0, input, at + 1, target.length);
      System.arraycopy(target, 0, output, at, target.length);
      output[at + target.length] = EOS;
      lengths[b] = digits.length + 1;
    }
    Shape shape = Shape.of(sentences, WIDTH);
    return new Digits(
        new Ids(source, shape), new Ids(input, shape), new Ids(output, shape), lengths);
  }

  static int[] copied(int[] digits) {
    return digits.clone();
  }

  static int[] reversed(int[] digits) {
    int[] reversed = new int[digits.length];
    for (int i = 0; i < digits.length; i++) {
      reversed[i] = digits[digits.length - 1 - i];
    }
    return reversed;
  }

  int tokens() {
    int tokens = 0;
    for (int length : lengths) {
      tokens += length;
    }
    return tokens;
  }

  int outputAt(int sentence, int t) {
    return targetOutput.values()[sentence * WIDTH + t];
  }
}
