// Threads that wait in every way, each wait timed by the program itself. Prints, for every thread,
// how long it waited in which state for what: known, thread, state, lock, nanoseconds.
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

static final int ROUNDS = 100;
static final long PAUSE = 40;
static final Object MONITOR = new Object();
static final ReentrantLock LOCK = new ReentrantLock();
static final Map<String, Long> known = new ConcurrentHashMap<>();
static final Map<String, String> blockers = new ConcurrentHashMap<>();

interface Work {
  void run() throws Exception;
}

/// Waits, and keeps how long.
void timed(String state, String lock, Work wait) throws Exception {
  long began = System.nanoTime();
  wait.run();
  long took = System.nanoTime() - began;
  known.merge(Thread.currentThread().getName() + " " + state + " " + lock, took, Long::sum);
}

void sleep() throws Exception {
  timed("SLEEPING", "-", () -> Thread.sleep(PAUSE));
}

String identity(Object lock) {
  return lock.getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(lock));
}

Thread start(String name, Work work) {
  return Thread.ofPlatform()
      .name(name)
      .start(() -> {
        try {
          for (int i = 0; i < ROUNDS; i++) {
            work.run();
          }
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      });
}

long burn(long micros) {
  long end = System.nanoTime() + micros * 1_000;
  long x = 88172645463325252L;
  while (System.nanoTime() < end) {
    x ^= x << 13;
    x ^= x >>> 7;
    x ^= x << 17;
  }
  return x;
}

void main() throws Exception {
  var held = new Semaphore(0);
  var monitorWaiter =
      start("monitor-waiter", () -> {
        timed("PARKED", "blocker:monitor-waiter", held::acquire);
        timed("BLOCKED", identity(MONITOR), () -> {
          synchronized (MONITOR) {
            burn(10);
          }
        });
      });
  var monitorHolder =
      start("monitor-holder", () -> {
        synchronized (MONITOR) {
          held.release();
          sleep();
        }
        Thread.sleep(5);
        var blocker = LockSupport.getBlocker(monitorWaiter);
        if (blocker != null) {
          blockers.put("monitor-waiter", identity(blocker));
        }
        sleep();
      });
  var locked = new Semaphore(0);
  var lockWaiter =
      start("lock-waiter", () -> {
        timed("PARKED", "blocker:locked", locked::acquire);
        timed("PARKED", "blocker:lock-waiter", () -> {
          LOCK.lock();
          LOCK.unlock();
        });
      });
  var lockHolder =
      start("lock-holder", () -> {
        LOCK.lock();
        locked.release();
        sleep();
        var blocker = LockSupport.getBlocker(lockWaiter);
        if (blocker != null) {
          blockers.put("lock-waiter", identity(blocker));
        }
        LOCK.unlock();
        Thread.sleep(5);
        var latch = LockSupport.getBlocker(lockWaiter);
        if (latch != null) {
          blockers.put("locked", identity(latch));
        }
        sleep();
      });
  var mine = new Object();
  var parker =
      start("parker", () -> {
        timed("PARKED", identity(mine), () -> LockSupport.parkNanos(mine, PAUSE * 1_000_000));
        burn(300);
      });
  var first =
      start("waiter", () -> {
        var own = Thread.currentThread();
        var object = MONITORS.computeIfAbsent(own, _ -> new Object());
        timed("WAITING", identity(object), () -> {
          synchronized (object) {
            object.wait(PAUSE);
          }
        });
        burn(200);
      });
  var second =
      start("sleeper", () -> {
        sleep();
        burn(900);
      });
  var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  var out = new Socket(server.getInetAddress(), server.getLocalPort());
  var in = server.accept();
  var reader = start("socket-reader", () -> timed("IO", "-", () -> in.getInputStream().read()));
  var writer =
      start("socket-writer", () -> {
        sleep();
        out.getOutputStream().write(1);
      });
  var queue = new LinkedBlockingQueue<Integer>();
  var taker = start("queue-taker", () -> timed("PARKED", "blocker:queue-taker", queue::take));
  var putter =
      start("queue-putter", () -> {
        sleep();
        var blocker = LockSupport.getBlocker(taker);
        if (blocker != null) {
          blockers.put("queue-taker", identity(blocker));
        }
        queue.put(1);
      });
  var joiner =
      start("joiner", () -> {
        var joined = Thread.ofPlatform().name("joined").start(() -> {
          try {
            Thread.sleep(PAUSE);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
        timed("WAITING", identity(joined), joined::join);
      });
  for (var thread :
      new Thread[] {
        monitorWaiter, monitorHolder, lockWaiter, lockHolder, parker, first, second, reader, writer,
        taker, putter, joiner
      }) {
    thread.join();
  }
  // Last, since they take the cores.
  for (int i = 0; i < 3; i++) {
    var process =
        new ProcessBuilder("/jdk/bin/java", "-Xmx16m", "-XX:+UseSerialGC", "-version").start();
    timed("PARKED", "at:java.lang.ProcessImpl.waitFor", process::waitFor);
  }
  known.forEach((key, nanos) -> {
    var words = key.split(" ");
    var lock = words[2].startsWith("blocker:") ? blockers.get(words[2].substring(8)) : words[2];
    IO.println("known " + words[0] + " " + words[1] + " " + lock + " " + nanos);
  });
}

static final Map<Thread, Object> MONITORS = new ConcurrentHashMap<>();
