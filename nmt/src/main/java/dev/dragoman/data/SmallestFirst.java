package dev.dragoman.data;

/**
 * Numbers in a rising order of somebody's choice, as far as they are asked for: a binary heap. A
 * few of millions cost little more than looking at each once.
 */
final class SmallestFirst {
  private final int[] heap;
  private final Order order;
  private int size;

  /** Which of two numbers comes first. */
  @FunctionalInterface
  interface Order {
    boolean isBefore(int one, int other);
  }

  /** Of these numbers; the array is taken over. */
  SmallestFirst(int[] numbers, Order order) {
    this.heap = numbers;
    this.order = order;
    this.size = numbers.length;
    for (int at = size / 2 - 1; at >= 0; at--) {
      sink(at);
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Takes the first of those that are left; there must be one. */
  int next() {
    int first = heap[0];
    size--;
    heap[0] = heap[size];
    sink(0);
    return first;
  }

  private void sink(int from) {
    int at = from;
    while (true) {
      int smallest = at;
      for (int child = 2 * at + 1; child <= 2 * at + 2 && child < size; child++) {
        if (order.isBefore(heap[child], heap[smallest])) {
          smallest = child;
        }
      }
      if (smallest == at) {
        return;
      }
      int moved = heap[at];
      heap[at] = heap[smallest];
      heap[smallest] = moved;
      at = smallest;
    }
  }
}
