package threadmill.runner.child;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import threadmill.runner.RunnerException;
import threadmill.runner.sandbox.Bounds;
import threadmill.runner.sandbox.NotStartedException;
import threadmill.runner.sandbox.SandboxSpec;
import threadmill.runner.sandbox.Sandboxes;

/// Keeps child JVMs warm: each is started before it is needed, reserved for one run, and replaced
/// when that has ended.
///
/// There is a shelf for every kind, since that is fixed before a JVM starts. A shelf holds as many
/// as were in use at once within the last minute, the default one at least [Stock#fewest]; all
/// together at most [Stock#most], and who finds a shelf empty waits for a start.
///
/// Implementation note: `this` guards the shelves; no process is started, closed or waited for
/// under it. JVMs come up in `starters`, a thread for each core, and are cleaned up in `enders`. A
/// JVM belongs to its shelf until it is reserved, then to its reservation, which ends it.
public final class ChildJvms implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ChildJvms.class.getName());
  private static final Duration REVIEW = Duration.ofSeconds(30);

  private final Sandboxes sandboxes;
  private final SandboxSpec plain;
  private final SandboxSpec web;
  private final Stock stock;
  private final Map<Kind, Shelf> shelves = new HashMap<>();
  private final ExecutorService starters;
  private final ExecutorService enders =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("child-end-", 0).factory());
  private final ScheduledExecutorService reviewer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("child-review").factory());
  private boolean closed;

  /// What is fixed before a JVM starts.
  private record Kind(Bounds bounds, boolean web) {}

  /// How many child JVMs may wait for work.
  ///
  /// @param bounds those of most runs
  /// @param fewest that wait with those, at any time
  /// @param most that wait in all
  /// @param starters how many are started at the same time
  public record Stock(Bounds bounds, int fewest, int most, int starters) {}

  /// Starts to fill the default shelf.
  ///
  /// @param plain what all without the virtual web have in common; its bounds are replaced
  /// @param web the same for those with it
  public ChildJvms(Sandboxes sandboxes, SandboxSpec plain, SandboxSpec web, Stock stock) {
    this.sandboxes = sandboxes;
    this.plain = plain;
    this.web = web;
    this.stock = stock;
    this.starters =
        Executors.newFixedThreadPool(
            stock.starters(), Thread.ofPlatform().daemon().name("child-start-", 0).factory());
    synchronized (this) {
      fill(shelf(usual()));
    }
    var _ =
        reviewer.scheduleAtFixedRate(
            this::review, REVIEW.toSeconds(), REVIEW.toSeconds(), TimeUnit.SECONDS);
  }

  /// Reserves one, warm where there is one; returns at once.
  public Reservation reserve(Bounds bounds) {
    return reserve(bounds, false);
  }

  /// Reserves one as [#reserve(Bounds)] does.
  ///
  /// @param web whether it has the virtual web
  public synchronized Reservation reserve(Bounds bounds, boolean web) {
    if (closed) {
      throw new RunnerException("the runner is stopping");
    }
    var shelf = shelf(new Kind(bounds, web));
    shelf.inUse++;
    shelf.peak = Math.max(shelf.peak, shelf.inUse);
    return new Reservation(shelf, next(shelf));
  }

  /// The next one of a shelf, or the next to come up.
  private CompletableFuture<ChildJvm> next(Shelf shelf) {
    var jvm = new CompletableFuture<ChildJvm>();
    var warm = take(shelf);
    if (warm != null) {
      jvm.complete(warm);
    } else {
      shelf.waiting.add(jvm);
    }
    // The run needs the cores now; others are started when it is over, but for the next in line.
    start(shelf, shelf.waiting.size() + (shelf.idle.isEmpty() ? 1 : 0));
    return jvm;
  }

  /// How many wait for work.
  public synchronized int idle() {
    return shelves.values().stream().mapToInt(shelf -> shelf.idle.size()).sum();
  }

  /// The one that has waited longest and still lives.
  private @Nullable ChildJvm take(Shelf shelf) {
    for (var jvm = shelf.idle.poll(); jvm != null; jvm = shelf.idle.poll()) {
      if (jvm.sandbox().alive()) {
        return jvm;
      }
      cleanUp(jvm);
    }
    return null;
  }

  /// Behind the caller's back, or here when all is being closed and nobody else is left to do it.
  private void cleanUp(ChildJvm ended) {
    try {
      enders.execute(ended::close);
    } catch (RejectedExecutionException _) {
      ended.close();
    }
  }

  private Kind usual() {
    return new Kind(stock.bounds(), false);
  }

  private Shelf shelf(Kind kind) {
    return shelves.computeIfAbsent(kind, Shelf::new);
  }

  private void fill(Shelf shelf) {
    start(shelf, wanted(shelf) - shelf.idle.size() + shelf.waiting.size());
  }

  private int wanted(Shelf shelf) {
    int least = shelf.kind.equals(usual()) ? stock.fewest() : 0;
    return Math.max(least, Math.max(shelf.peak, shelf.peakBefore));
  }

  /// Sees to it that so many are being started, as far as there is room.
  private void start(Shelf shelf, int count) {
    int room = stock.most() - shelves.values().stream().mapToInt(s -> s.starting).sum() - idle();
    int needed =
        Math.max(shelf.waiting.size() - shelf.starting, Math.min(count - shelf.starting, room));
    for (int i = 0; i < needed && !closed; i++) {
      shelf.starting++;
      starters.execute(() -> startOne(shelf));
    }
  }

  private void startOne(Shelf shelf) {
    try {
      var spec = shelf.kind.web() ? web : plain;
      var jvm = ChildJvm.start(sandboxes, spec.with(shelf.kind.bounds()));
      if (!accept(shelf, jvm)) {
        jvm.close();
      }
    } catch (NotStartedException | RuntimeException e) {
      refuse(shelf, e);
    }
  }

  private synchronized boolean accept(Shelf shelf, ChildJvm jvm) {
    shelf.starting--;
    return put(shelf, jvm);
  }

  private synchronized void refuse(Shelf shelf, Exception why) {
    shelf.starting--;
    var waiting = shelf.waiting.poll();
    if (waiting != null) {
      waiting.completeExceptionally(why);
    } else if (!closed) {
      LOG.log(Level.WARNING, "a child JVM did not start; the next run will try again", why);
    }
  }

  /// Gives a JVM to who waits longest, or else to the shelf.
  private boolean put(Shelf shelf, ChildJvm jvm) {
    if (closed) {
      return false;
    }
    var waiting = shelf.waiting.poll();
    if (waiting != null) {
      waiting.complete(jvm);
    } else {
      shelf.idle.add(jvm);
    }
    return true;
  }

  /// Forgets peaks of more than a minute ago and ends what waits in vain.
  private void review() {
    var surplus = new ArrayList<ChildJvm>();
    synchronized (this) {
      for (var shelf : shelves.values()) {
        shelf.peakBefore = shelf.peak;
        shelf.peak = shelf.inUse;
        for (var jvm : List.copyOf(shelf.idle)) {
          if (shelf.idle.size() > wanted(shelf) || !jvm.sandbox().alive()) {
            shelf.idle.remove(jvm);
            surplus.add(jvm);
          }
        }
        fill(shelf);
      }
    }
    surplus.forEach(ChildJvm::close);
  }

  /// Ends all that wait; those in use belong to their runs.
  @Override
  public void close() {
    List<ChildJvm> all = new ArrayList<>();
    synchronized (this) {
      closed = true;
      for (var shelf : shelves.values()) {
        all.addAll(shelf.idle);
        shelf.idle.clear();
        shelf.waiting.forEach(waiting ->
            waiting.completeExceptionally(new RunnerException("the runner is stopping")));
        shelf.waiting.clear();
      }
    }
    reviewer.shutdownNow();
    all.forEach(ChildJvm::close);
    // What is still coming up is refused by its shelf and closed.
    starters.close();
    enders.close();
  }

  /// JVMs of the same kind.
  private static final class Shelf {
    final Kind kind;
    final Deque<ChildJvm> idle = new ArrayDeque<>();
    final Deque<CompletableFuture<ChildJvm>> waiting = new ArrayDeque<>();
    int starting;
    int inUse;

    /// Most that were in use at once since the last review, and between that and the one before.
    int peak;

    int peakBefore;

    Shelf(Kind kind) {
      this.kind = kind;
    }
  }

  /// A child JVM that is kept for one run; closed when the run is over.
  public final class Reservation implements AutoCloseable {
    private final Shelf shelf;
    private CompletableFuture<ChildJvm> jvm;
    private @Nullable ChildJvm taken;

    private Reservation(Shelf shelf, CompletableFuture<ChildJvm> jvm) {
      this.shelf = shelf;
      this.jvm = jvm;
    }

    /// Waits until it is up.
    public ChildJvm take() throws NotStartedException, InterruptedException {
      try {
        taken = jvm.get();
        return taken;
      } catch (ExecutionException e) {
        if (e.getCause() instanceof NotStartedException notStarted) {
          throw notStarted;
        }
        throw new RunnerException("no child JVM can be had", e);
      }
    }

    /// Reserves another in place of one that did not last.
    public void renew() {
      end();
      synchronized (ChildJvms.this) {
        jvm = next(shelf);
      }
    }

    /// Ends it, or gives it back if the run never took it, and has replacements started. What is
    /// left to do when its processes have been killed is done behind the caller's back.
    @Override
    public void close() {
      end();
      synchronized (ChildJvms.this) {
        shelf.inUse--;
        fill(shelf);
      }
    }

    private void end() {
      var used = taken;
      taken = null;
      if (used != null) {
        used.sandbox().kill();
        cleanUp(used);
      } else {
        var _ = jvm.thenAccept(this::giveBack);
      }
    }

    private void giveBack(ChildJvm unused) {
      boolean kept;
      synchronized (ChildJvms.this) {
        kept = put(shelf, unused);
      }
      if (!kept) {
        unused.close();
      }
    }
  }
}
