package threadmill.runner.timeline.programs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import threadmill.harness.wire.ThreadState.Activity;

/// Threads that wait, each in its own way, and samples of them, one line a change: `sample nanoTime
/// id activity name`.
public final class Waits {
  private static final Object HELD = new Object();
  private static final Object WAITED = new Object();

  private Waits() {}

  public static void main(String[] args) throws InterruptedException {
    Gate.await("ready");
    List<Thread> threads;
    synchronized (HELD) {
      threads =
          List.of(
              waiting("sleeper-with-a-long-name", () -> sleep(400)),
              waiting("blocked-with-a-long-name", Waits::enter),
              waiting("waiting-with-a-long-name", Waits::waitFor),
              waiting("parking-with-a-long-name", () -> LockSupport.parkNanos(400_000_000)),
              waiting("parking-with-a-longer-name", () -> LockSupport.parkNanos(400_000_000)));
      // From the first sample on, the two that park are to be in the same state.
      while (threads.stream().anyMatch(thread -> thread.getState() == Thread.State.RUNNABLE)) {
        Thread.sleep(1);
      }
      Map<Long, Activity> before = new HashMap<>();
      long start = System.nanoTime();
      while (System.nanoTime() - start < 300_000_000) {
        long now = System.nanoTime();
        for (var thread : threads) {
          sample(now, thread, before);
        }
        Thread.sleep(5);
      }
    }
    for (var thread : threads) {
      thread.join();
    }
    Gate.await("done");
  }

  private static void sample(long now, Thread thread, Map<Long, Activity> before) {
    var activity =
        switch (thread.getState()) {
          case BLOCKED -> Activity.BLOCKED;
          case WAITING, TIMED_WAITING ->
              switch (thread.getName().substring(0, 4)) {
                case "slee" -> Activity.SLEEPING;
                case "park" -> Activity.PARKED;
                default -> Activity.WAITING;
              };
          case TERMINATED -> Activity.ENDED;
          case NEW, RUNNABLE -> Activity.RUNNABLE;
        };
    if (before.put(thread.threadId(), activity) != activity) {
      Gate.say("sample %d %d %s %s".formatted(now, thread.threadId(), activity, thread.getName()));
    }
  }

  private static Thread waiting(String name, Runnable how) {
    return Thread.ofPlatform().name(name).start(how);
  }

  private static void enter() {
    synchronized (HELD) {
      Spinners.spin(1_000_000);
    }
  }

  private static void waitFor() {
    long end = System.nanoTime() + 400_000_000;
    synchronized (WAITED) {
      try {
        for (long left = 400; left > 0; left = (end - System.nanoTime()) / 1_000_000) {
          WAITED.wait(left);
        }
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
