package dev.dragoman.tensor;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of threads that share out numbered tasks. Which thread runs a task is chance;
 * tasks therefore write to places of their own, and sums over tasks are taken afterwards in order
 * of their numbers.
 */
public final class Workers implements AutoCloseable {
  private final Thread[] threads;
  private final Object monitor = new Object();
  private @Nullable Round round;
  private boolean closed;

  private record Round(
      int tasks,
      IntConsumer task,
      AtomicInteger next,
      CountDownLatch done,
      AtomicReference<Throwable> failure) {
    void work() {
      for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
        try {
          task.accept(i);
        } catch (Throwable thrown) {
          failure.compareAndSet(null, thrown);
        } finally {
          done.countDown();
        }
      }
    }
  }

  /**
   * Starts the threads; the calling thread of {@link #forEach} works too.
   *
   * @param count number of threads that work, ≥ 1
   */
  public Workers(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("workers: needs at least 1 thread, got " + count);
    }
    threads = new Thread[count - 1];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          Thread.ofPlatform().daemon().name("dragoman-worker-" + (i + 1)).start(this::serve);
    }
  }

  /** Number of threads that work, the caller's included. */
  public int count() {
    return threads.length + 1;
  }

  @SuppressWarnings("ReferenceEquality") // the same round, not an equal one
  private void serve() {
    Round last = null;
    while (true) {
      Round current;
      synchronized (monitor) {
        while (!closed && (round == null || round == last)) {
          try {
            monitor.wait();
          } catch (InterruptedException e) {
            return;
          }
        }
        if (closed) {
          return;
        }
        current = round;
      }
      last = current;
      if (current != null) {
        current.work();
      }
    }
  }

  /**
   * Runs tasks 0 to {@code tasks} − 1 and returns when all are done.
   *
   * @throws RuntimeException what the first failing task threw
   */
  public void forEach(int tasks, IntConsumer task) {
    if (threads.length == 0 || tasks <= 1) {
      for (int i = 0; i < tasks; i++) {
        task.accept(i);
      }
      return;
    }
    Round current =
        new Round(
            tasks, task, new AtomicInteger(), new CountDownLatch(tasks), new AtomicReference<>());
    synchronized (monitor) {
      round = current;
      monitor.notifyAll();
    }
    current.work();
    await(current.done());
    Throwable failure = current.failure().get();
    if (failure instanceof RuntimeException runtime) {
      throw runtime;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw new IllegalStateException("a task failed", failure);
    }
  }

  private static void await(CountDownLatch latch) {
    boolean interrupted = false;
    while (true) {
      try {
        latch.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the threads. */
  @Override
  public void close() {
    synchronized (monitor) {
      closed = true;
      monitor.notifyAll();
    }
  }
}
