package dev.dragoman.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WorkersTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void everyTaskRunsOnce(int threads) {
    try (Workers workers = new Workers(threads)) {
      assertThat(workers.count()).isEqualTo(threads);
      for (int tasks : new int[] {0, 1, 2, 7, 1000}) {
        AtomicIntegerArray runs = new AtomicIntegerArray(tasks);
        workers.forEach(tasks, runs::incrementAndGet);
        for (int i = 0; i < tasks; i++) {
          assertThat(runs.get(i)).isEqualTo(1);
        }
      }
    }
  }

  @Test
  void whatTasksWroteIsSeenAfterwardsWhoeverRanThem() {
    int[] results = new int[10_000];
    try (Workers workers = new Workers(3)) {
      for (int round = 1; round <= 20; round++) {
        int factor = round;
        workers.forEach(results.length, i -> results[i] = factor * i);
        for (int i = 0; i < results.length; i++) {
          assertThat(results[i]).isEqualTo(factor * i);
        }
      }
    }
  }

  @Test
  void tasksRunOnAllThreadsAtTheSameTime() {
    CountDownLatch allHere = new CountDownLatch(3);
    Set<String> threads = ConcurrentHashMap.newKeySet();
    try (Workers workers = new Workers(3)) {
      workers.forEach(
          3,
          i -> {
            threads.add(Thread.currentThread().getName());
            allHere.countDown();
            await(allHere);
          });
    }
    assertThat(threads).hasSize(3).contains(Thread.currentThread().getName());
    assertThat(
            threads.stream()
                .filter(name -> name.startsWith("dragoman-worker-"))
                .collect(Collectors.toSet()))
        .hasSize(2);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aTasksExceptionReachesTheCaller(int threads) {
    IllegalArgumentException failure = new IllegalArgumentException("task 5 failed");
    try (Workers workers = new Workers(threads)) {
      assertThatThrownBy(() ->
              workers.forEach(
                  20,
                  i -> {
                    if (i == 5) {
                      throw failure;
                    }
                  }))
          .isSameAs(failure);
    }
  }

  @Test
  void anErrorReachesTheCallerToo() {
    try (Workers workers = new Workers(2)) {
      assertThatThrownBy(() ->
              workers.forEach(
                  2,
                  i -> {
                    throw new AssertionError("no");
                  }))
          .isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void aCheckedExceptionThatSlippedThroughIsNotSwallowed() {
    try (Workers workers = new Workers(2)) {
      assertThatThrownBy(() -> workers.forEach(2, i -> sneak(new IOException("disk full"))))
          .hasRootCauseInstanceOf(IOException.class)
          .hasRootCauseMessage("disk full");
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }

  @Test
  void afterAFailureTheOthersGoOn() {
    AtomicInteger runs = new AtomicInteger();
    try (Workers workers = new Workers(2)) {
      assertThatThrownBy(() ->
              workers.forEach(
                  10,
                  i -> {
                    runs.incrementAndGet();
                    throw new IllegalStateException("each fails");
                  }))
          .isInstanceOf(IllegalStateException.class);
      workers.forEach(10, i -> runs.incrementAndGet());
    }
    assertThat(runs).hasValue(20);
  }

  @Test
  void tasksMayShareOutTasksOfTheirOwn() {
    AtomicInteger runs = new AtomicInteger();
    try (Workers workers = new Workers(3)) {
      workers.forEach(5, i -> workers.forEach(7, j -> runs.incrementAndGet()));
    }
    assertThat(runs).hasValue(35);
  }

  @Test
  void afterClosingTheThreadsEndAndTheCallerWorksAlone() throws InterruptedException {
    Workers workers = new Workers(3);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    CountDownLatch allHere = new CountDownLatch(3);
    workers.forEach(
        3,
        i -> {
          threads.add(Thread.currentThread());
          allHere.countDown();
          await(allHere);
        });
    threads.remove(Thread.currentThread());
    workers.close();
    workers.close();
    for (Thread thread : threads) {
      thread.join(10_000);
      assertThat(thread.isAlive()).isFalse();
    }
    AtomicInteger runs = new AtomicInteger();
    workers.forEach(5, i -> runs.incrementAndGet());
    assertThat(runs).hasValue(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void noThreadsAtAllAreRefused(int threads) {
    assertThatThrownBy(() -> new Workers(threads))
        .hasMessage("workers: needs at least 1 thread, got " + threads);
  }
}
