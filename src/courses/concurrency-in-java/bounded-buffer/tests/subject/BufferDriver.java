import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Puts into buffers and takes out of them, with many threads.
class BufferDriver {

  /// Two consumers wait at a buffer with a single place, then a producer brings an item for each;
  /// and so on, with a new buffer each time.
  static void rounds(int times) throws InterruptedException {
    for (int i = 0; i < times; i++) {
      var buffer = new Buffer(1);
      var consumers = new ArrayList<Thread>();
      for (int c = 0; c < 2; c++) {
        consumers.add(start("consumer-" + c, buffer::take));
      }
      for (var consumer : consumers) {
        settle(consumer, 20);
      }
      var producer =
          start(
              "producer",
              () -> {
                buffer.put(1);
                buffer.put(2);
              });
      producer.join();
      for (var consumer : consumers) {
        consumer.join();
      }
    }
  }

  /// Fills a buffer and empties it again, some times over: what came out.
  static List<Object> fillAndEmpty(int capacity, int times) throws InterruptedException {
    var buffer = new Buffer(capacity);
    var out = new ArrayList<Object>();
    for (int i = 0; i < times; i++) {
      for (int n = 0; n < capacity; n++) {
        buffer.put(i * capacity + n);
      }
      for (int n = 0; n < capacity; n++) {
        out.add(buffer.take());
      }
    }
    return out;
  }

  /// Whether a producer waits at a full buffer until there is room.
  static boolean producerWaits(int capacity) throws InterruptedException {
    var buffer = new Buffer(capacity);
    for (int n = 0; n < capacity; n++) {
      buffer.put(n);
    }
    var producer = start("producer", () -> buffer.put(capacity));
    boolean waited = waits(producer);
    buffer.take();
    producer.join(TimeUnit.SECONDS.toMillis(2));
    return waited && !producer.isAlive();
  }

  /// Whether a consumer waits at an empty buffer until there is something.
  static boolean consumerWaits(int capacity) throws InterruptedException {
    var buffer = new Buffer(capacity);
    var consumer = start("consumer", buffer::take);
    boolean waited = waits(consumer);
    buffer.put(1);
    consumer.join(TimeUnit.SECONDS.toMillis(2));
    return waited && !consumer.isAlive();
  }

  /// Some consumers wait at an empty buffer, and a single item comes: how many of them have taken
  /// something (or thrown an exception) when all others wait again.
  static int servedByOneItem(int capacity, int consumers) throws InterruptedException {
    var buffer = new Buffer(capacity);
    var threads = new ArrayList<Thread>();
    for (int c = 0; c < consumers; c++) {
      threads.add(start("consumer-" + c, buffer::take));
    }
    for (var thread : threads) {
      settle(thread, 500);
    }
    buffer.put(1);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
    while (threads.stream().allMatch(Thread::isAlive) && System.nanoTime() < deadline) {
      Thread.sleep(1);
    }
    Thread.sleep(20); // for those who were woken too
    for (var thread : threads) {
      settle(thread, 500);
    }
    int served = (int) threads.stream().filter(t -> !t.isAlive()).count();
    for (int c = served; c < consumers; c++) {
      buffer.put(1);
    }
    return served;
  }

  /// A crowd of both: all that the consumers took, and -1 for null.
  static int[] crowd(int capacity, int producers, int consumers, int each)
      throws InterruptedException {
    var buffer = new Buffer(capacity);
    var ready = new AtomicInteger();
    var threads = new ArrayList<Thread>();
    for (int p = 0; p < producers; p++) {
      int from = p * each * consumers;
      threads.add(
          start(
              "producer-" + p,
              () -> {
                meet(ready, producers + consumers);
                for (int n = 0; n < each * consumers; n++) {
                  buffer.put(from + n);
                }
              }));
    }
    var taken = new int[consumers][each * producers];
    for (int c = 0; c < consumers; c++) {
      var mine = taken[c];
      threads.add(
          start(
              "consumer-" + c,
              () -> {
                meet(ready, producers + consumers);
                for (int n = 0; n < mine.length; n++) {
                  mine[n] = buffer.take() instanceof Integer item ? item : -1;
                }
              }));
    }
    for (var thread : threads) {
      thread.join();
    }
    var all = new int[producers * consumers * each];
    for (int c = 0; c < consumers; c++) {
      System.arraycopy(taken[c], 0, all, c * each * producers, each * producers);
    }
    return all;
  }

  private static void meet(AtomicInteger ready, int all) {
    ready.incrementAndGet();
    while (ready.get() < all) {
      Thread.yield();
    }
  }

  /// Gives a thread a moment to come to rest: to wait in whatever way, or to end.
  private static void settle(Thread thread, int millis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (System.nanoTime() < deadline) {
      switch (thread.getState()) {
        case WAITING, TIMED_WAITING, TERMINATED -> {
          return;
        }
        default -> Thread.sleep(1);
      }
    }
  }

  /// Whether a thread comes to wait, without a time limit. A thread that has ended does not.
  private static boolean waits(Thread thread) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
    while (System.nanoTime() < deadline) {
      switch (thread.getState()) {
        case WAITING -> {
          return true;
        }
        case TERMINATED -> {
          return false;
        }
        default -> Thread.sleep(1);
      }
    }
    return false;
  }

  private interface Work {
    void run() throws InterruptedException;
  }

  /// Daemons, so that one that waits for ever is no leak while something else is looked at.
  private static Thread start(String name, Work work) {
    return Thread.ofPlatform()
        .name(name)
        .daemon()
        .start(() -> {
          try {
            work.run();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }
}
