package threadmill.runner.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import threadmill.runner.Limits;
import threadmill.runner.RunnerException;
import threadmill.runner.pool.SharedJvm.Tenant;
import threadmill.runner.sandbox.NotStartedException;
import threadmill.runner.sandbox.SandboxSpec;
import threadmill.runner.sandbox.Sandboxes;

/// Keeps the child JVM that runs share: starts it for the first of them, and another when that one
/// takes no more.
///
/// Implementation note: `places` bounds the runs under way. `this` guards `current`, `living` and
/// `closed`; a JVM is started under it, since whoever else comes needs the same one. No JVM calls
/// back here.
public final class SharedJvms implements AutoCloseable {
  /// What the JVM, the harness and the classes of all runs take of the heap.
  private static final int OWN_MIB = 512;

  private final Sandboxes sandboxes;
  private final SandboxSpec spec;
  private final Semaphore places = new Semaphore(SharedJvm.PLACES, true);
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("shared-jvm-looks").factory());
  private final List<SharedJvm> living = new ArrayList<>();
  private @Nullable SharedJvm current;
  private boolean closed;

  public SharedJvms(Sandboxes sandboxes) {
    this.sandboxes = sandboxes;
    int heap = SharedJvm.PLACES * mostHeapMiB() + OWN_MIB;
    int threads = SharedJvm.PLACES * Limits.defaults().threads();
    this.spec = SharedJvm.spec(sandboxes, heap, threads);
  }

  /// Most MiB of the heap that one run may have.
  public static int mostHeapMiB() {
    return Limits.defaults().heapMiB();
  }

  /// A place for one run, until it is closed.
  ///
  /// @param number of the run in its JVM
  public record Place(SharedJvm jvm, int number, Runnable givesBack) implements AutoCloseable {
    @Override
    public void close() {
      jvm.leave(number);
      givesBack.run();
    }
  }

  /// Waits for a place.
  public Place enter(Tenant tenant) throws InterruptedException, NotStartedException {
    places.acquire();
    try {
      while (true) {
        var jvm = current();
        int number = jvm.admit(tenant);
        if (number > 0) {
          return new Place(jvm, number, places::release);
        }
      }
    } catch (NotStartedException | RuntimeException e) {
      places.release();
      throw e;
    }
  }

  private synchronized SharedJvm current() throws NotStartedException {
    if (closed) {
      throw new RunnerException("the runner is stopping");
    }
    var jvm = current;
    if (jvm == null || !jvm.isOpen()) {
      jvm = SharedJvm.start(sandboxes, spec, clock);
      living.removeIf(SharedJvm::hasEnded);
      living.add(jvm);
      current = jvm;
    }
    return jvm;
  }

  /// Ends them all.
  @Override
  public synchronized void close() {
    closed = true;
    clock.shutdownNow();
    living.forEach(SharedJvm::close);
  }
}
