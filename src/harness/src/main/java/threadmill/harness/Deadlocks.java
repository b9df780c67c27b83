package threadmill.harness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.Report;

/// Finds cycles of untimed waits, over monitors, ownable locks and `join`, platform and virtual
/// threads alike.
///
/// `ThreadMXBean.findDeadlockedThreads` does not serve: it misses virtual threads and calls a cycle
/// of timed `tryLock` a deadlock, which resolves itself. A cycle counts when two looks in a row
/// find it unchanged. Each thread waits for at most one lock and each lock has at most one owner,
/// so a cycle is found by following the only edge from each thread.
///
/// Not seen: locks without an owner (a semaphore, a latch, the read side of a read-write lock).
public final class Deadlocks {
  private final Program program;
  private final Supplier<Stream<Thread>> virtual;
  private List<Waiting> before = List.of();
  private boolean reported;

  /// @param virtual looks at the virtual threads that may take part
  public Deadlocks(Program program, Supplier<Stream<Thread>> virtual) {
    this.program = program;
    this.virtual = virtual;
  }

  /// Whether the last look found a cycle.
  public boolean suspected() {
    return !before.isEmpty();
  }

  public Optional<Report.Deadlock> look(List<Thread> platform) {
    var candidates =
        Stream.concat(
                platform.stream().filter(t -> StatusWord.mayDeadlock(StatusWord.of(t))),
                virtual.get().filter(Deadlocks::mayDeadlock))
            .toList();
    var cycle = candidates.size() < 2 ? List.<Waiting>of() : cycle(candidates);
    boolean unchanged = !cycle.isEmpty() && sameWaits(cycle, before);
    before = cycle;
    if (!unchanged || reported) {
      return Optional.empty();
    }
    reported = true;
    return Optional.of(new Report.Deadlock(cycle.stream().map(this::describe).toList()));
  }

  private static boolean mayDeadlock(Thread virtual) {
    return switch (virtual.getState()) {
      case BLOCKED, WAITING -> true;
      case NEW, RUNNABLE, TIMED_WAITING, TERMINATED -> false;
    };
  }

  private static List<Waiting> cycle(List<Thread> candidates) {
    var snapshots = new ArrayList<Snapshot>();
    var monitorOwners = new IdentityHashMap<Object, Thread>();
    for (var thread : candidates) {
      var snapshot = Snapshot.of(thread);
      if (snapshot != null) {
        snapshots.add(snapshot);
        snapshot.ownedMonitors().forEach(monitor -> monitorOwners.put(monitor, thread));
      }
    }
    var waits = new IdentityHashMap<Thread, Waiting>();
    for (var snapshot : snapshots) {
      var joins = snapshot.joins();
      var lock = joins == null ? snapshot.lock() : joins;
      var owner = joins != null ? joins : lock == null ? null : owner(lock, monitorOwners);
      if (lock != null && owner != null && owner != snapshot.thread()) {
        waits.put(snapshot.thread(), new Waiting(snapshot, lock, owner));
      }
    }
    return follow(waits);
  }

  private static @Nullable Thread owner(Object lock, Map<Object, Thread> monitorOwners) {
    var owner = monitorOwners.get(lock);
    return owner != null ? owner : Snapshot.ownerOf(lock);
  }

  private static List<Waiting> follow(Map<Thread, Waiting> waits) {
    var done = new HashSet<Thread>();
    for (var start : waits.keySet()) {
      var path = new ArrayList<Waiting>();
      var onPath = new HashSet<Thread>();
      for (var wait = waits.get(start);
          wait != null && !done.contains(wait.thread());
          wait = waits.get(wait.owner())) {
        if (!onPath.add(wait.thread())) {
          var again = wait.thread();
          int from = 0;
          while (path.get(from).thread() != again) {
            from++;
          }
          return List.copyOf(path.subList(from, path.size()));
        }
        path.add(wait);
      }
      done.addAll(onPath);
    }
    return List.of();
  }

  @SuppressWarnings("ReferenceEquality") // the same lock, not an equal one
  private static boolean sameWaits(Collection<Waiting> now, Collection<Waiting> then) {
    return now.size() == then.size()
        && now.stream()
            .allMatch(
                n -> then.stream().anyMatch(t -> t.thread() == n.thread() && t.lock() == n.lock()));
  }

  private Report.Waiter describe(Waiting wait) {
    var snapshot = wait.snapshot();
    return new Report.Waiter(
        snapshot.name(),
        snapshot.joins() != null,
        name(wait.lock()),
        program.place(snapshot.stack()));
  }

  private static String name(Object lock) {
    if (lock instanceof Thread thread) {
      return Threads.name(thread);
    }
    return lock.getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(lock));
  }

  /// One edge: a thread waits for a lock that another one holds.
  private record Waiting(Snapshot snapshot, Object lock, Thread owner) {
    Thread thread() {
      return snapshot.thread();
    }
  }
}
