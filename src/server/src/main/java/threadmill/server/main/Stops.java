package threadmill.server.main;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Closes database and home after the server has stopped, however it was told to.
///
/// Implementation note: on a signal Quarkus stops in a shutdown hook of its own, and the JVM runs
/// all hooks at once; ours waits for `served`, so that the database outlives whoever writes to it.
/// `this` guards the resources; [#close] empties them, so a second one finds nothing.
final class Stops implements AutoCloseable {
  private static final long SERVED_SECONDS = 30;

  private final Deque<AutoCloseable> resources = new ArrayDeque<>();
  private final CountDownLatch served = new CountDownLatch(1);
  private volatile boolean serving;
  private volatile int code;

  Stops() {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(this::hook));
  }

  /// Closed after everything that is named later.
  synchronized void last(AutoCloseable resource) {
    resources.push(resource);
  }

  /// The server is about to start.
  void serving() {
    serving = true;
  }

  /// The server has stopped.
  void served(int exitCode, @Nullable Throwable failure) {
    code = failure == null ? exitCode : 1;
    if (failure != null) {
      System.err.println("The server does not start: " + root(failure));
    }
    served.countDown();
  }

  private static String root(Throwable failure) {
    var root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.toString() : root.getMessage();
  }

  int code() {
    return code;
  }

  @Override
  public synchronized void close() {
    while (!resources.isEmpty()) {
      try {
        resources.pop().close();
      } catch (Exception broken) {
        System.err.println("It does not stop cleanly: " + broken.getMessage());
      }
    }
  }

  private void hook() {
    try {
      if (serving && !served.await(SERVED_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("The server did not stop in time; its database is stopped under it.");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    close();
  }
}
