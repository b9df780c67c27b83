import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Readers and writers before one board.
class BoardDriver {

  /// A writer writes while two more writers and two readers come to wait; then they go in one after
  /// the other. And so on, with a new board each time.
  static void rounds(int times) throws InterruptedException {
    for (int i = 0; i < times; i++) {
      var gate = new ReadWrite();
      gate.startWriting();
      var people = new ArrayList<Thread>();
      people.add(start("reader-1", () -> read(gate)));
      settle(people.getLast(), 20);
      people.add(start("writer-1", () -> write(gate)));
      settle(people.getLast(), 20);
      people.add(start("reader-2", () -> read(gate)));
      settle(people.getLast(), 20);
      people.add(start("writer-2", () -> write(gate)));
      settle(people.getLast(), 20);
      gate.endWriting();
      for (var person : people) {
        person.join();
      }
    }
  }

  private static void read(ReadWrite gate) throws InterruptedException {
    gate.startReading();
    gate.endReading();
  }

  private static void write(ReadWrite gate) throws InterruptedException {
    gate.startWriting();
    gate.endWriting();
  }

  /// Whether some readers are inside at the same time.
  static boolean together(int readers) throws InterruptedException {
    var gate = new ReadWrite();
    var inside = new CountDownLatch(readers);
    var met = new AtomicInteger();
    var people = new ArrayList<Thread>();
    for (int r = 0; r < readers; r++) {
      people.add(
          start(
              "reader-" + r,
              () -> {
                gate.startReading();
                inside.countDown();
                if (inside.await(2, TimeUnit.SECONDS)) {
                  met.incrementAndGet();
                }
                gate.endReading();
              }));
    }
    for (var person : people) {
      person.join();
    }
    return met.get() == readers;
  }

  /// One is inside; another comes and should wait; the first goes. "waited" when the other waited
  /// and then came in.
  static String second(boolean firstWrites, boolean secondWrites) throws InterruptedException {
    var gate = new ReadWrite();
    if (firstWrites) {
      gate.startWriting();
    } else {
      gate.startReading();
    }
    var other = start("second", () -> enter(gate, secondWrites));
    boolean waited = waits(other);
    if (firstWrites) {
      gate.endWriting();
    } else {
      gate.endReading();
    }
    other.join(TimeUnit.SECONDS.toMillis(2));
    return !waited ? "did not wait" : other.isAlive() ? "never came in" : "waited";
  }

  /// A reader is inside, a writer comes, then another reader. Who came in, in order.
  static List<String> turns() throws InterruptedException {
    var gate = new ReadWrite();
    var came = Collections.synchronizedList(new ArrayList<String>());
    gate.startReading();
    var writer =
        start(
            "writer",
            () -> {
              gate.startWriting();
              came.add("writer");
              gate.endWriting();
            });
    settle(writer, 500);
    var reader =
        start(
            "reader",
            () -> {
              gate.startReading();
              came.add("reader");
              gate.endReading();
            });
    settle(reader, 500);
    gate.endReading();
    writer.join(TimeUnit.SECONDS.toMillis(2));
    reader.join(TimeUnit.SECONDS.toMillis(2));
    return List.copyOf(came);
  }

  /// Writers fill a notice letter by letter, readers look at all its letters: how many readers
  /// found letters that differ.
  static int crowd(int readers, int writers, int times) throws InterruptedException {
    var gate = new ReadWrite();
    var notice =
        new AtomicInteger[] {new AtomicInteger(), new AtomicInteger(), new AtomicInteger()};
    var torn = new AtomicInteger();
    var ready = new AtomicInteger();
    var people = new ArrayList<Thread>();
    for (int w = 0; w < writers; w++) {
      int first = w * times;
      people.add(
          start(
              "writer-" + w,
              () -> {
                meet(ready, readers + writers);
                for (int i = 1; i <= times; i++) {
                  gate.startWriting();
                  for (var letter : notice) {
                    letter.set(first + i);
                    Thread.yield();
                  }
                  gate.endWriting();
                }
              }));
    }
    for (int r = 0; r < readers; r++) {
      people.add(
          start(
              "reader-" + r,
              () -> {
                meet(ready, readers + writers);
                for (int i = 0; i < times; i++) {
                  gate.startReading();
                  int one = notice[0].get();
                  Thread.yield();
                  if (one != notice[1].get() || one != notice[2].get()) {
                    torn.incrementAndGet();
                  }
                  gate.endReading();
                }
              }));
    }
    for (var person : people) {
      person.join();
    }
    return torn.get();
  }

  private static void enter(ReadWrite gate, boolean writes) throws InterruptedException {
    if (writes) {
      write(gate);
    } else {
      read(gate);
    }
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
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
    while (System.nanoTime() < deadline) {
      switch (thread.getState()) {
        case WAITING, BLOCKED -> {
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
