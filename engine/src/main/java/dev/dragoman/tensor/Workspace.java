package dev.dragoman.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Memory for the tensors of one training step or one translation, handed out in order and taken
 * back all at once by {@link #reset()}. After the largest step was seen a step allocates no arrays.
 * Not thread-safe: one per thread.
 */
public final class Workspace {
  private static final int SMALLEST_BLOCK = 1 << 16;

  /** Sixteen floats, one cache line: every tensor begins on a multiple of it within its block. */
  private static final int ALIGNMENT = 16;

  private final List<float[]> blocks = new ArrayList<>();
  private float[] block = new float[0];
  private int next;
  private int used;
  private long held;
  private float[] scratch = new float[0];

  /** An empty workspace; it grows with what is asked of it. */
  public Workspace() {}

  /** A contiguous tensor whose values are whatever the memory held. */
  public Tensor allocate(Shape shape) {
    int size = shape.size();
    int offset = reserve(size);
    return new Tensor(block, offset, shape, shape.columns());
  }

  /** A contiguous tensor of zeros. */
  public Tensor zeros(Shape shape) {
    Tensor tensor = allocate(shape);
    Arrays.fill(tensor.data(), tensor.offset(), tensor.offset() + shape.size(), 0f);
    return tensor;
  }

  /** Memory for the inside of one operation: the next call hands out the same again. */
  Tensor scratch(int size) {
    if (scratch.length < size) {
      scratch = new float[size];
    }
    return new Tensor(scratch, 0, Shape.of(size), size);
  }

  private int reserve(int size) {
    int rounded = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (rounded > block.length - used) {
      block = blockFor(rounded);
      used = 0;
    }
    int offset = used;
    used += rounded;
    return offset;
  }

  /**
   * The shortest block not yet used that is long enough, else a new one, an eighth of all that is
   * held at least. Blocks are never given up for longer ones: a step of a new length then costs
   * what it needs more, and leaves no garbage of its own size behind.
   */
  private float[] blockFor(int size) {
    int best = -1;
    for (int i = next; i < blocks.size(); i++) {
      int length = blocks.get(i).length;
      if (length >= size && (best < 0 || length < blocks.get(best).length)) {
        best = i;
      }
    }
    if (best < 0) {
      best = blocks.size();
      blocks.add(newBlock(size));
    }
    Collections.swap(blocks, next, best);
    return blocks.get(next++);
  }

  private float[] newBlock(int size) {
    long length = Math.max(size, Math.max(SMALLEST_BLOCK, held / 8));
    float[] added = new float[(int) Math.min(Integer.MAX_VALUE - 8L, length)];
    held += added.length;
    return added;
  }

  /** Takes everything back: tensors handed out so far must not be used again. */
  public void reset() {
    block = blocks.isEmpty() ? block : blocks.getFirst();
    next = Math.min(1, blocks.size());
    used = 0;
  }

  /** Bytes held. */
  public long bytes() {
    return (held + scratch.length) * Float.BYTES;
  }
}
