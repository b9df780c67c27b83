package threadmill.runner.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import threadmill.runner.timeline.Lane.Kind;
import threadmill.runner.timeline.Slice.State;
import threadmill.runner.timeline.Timeline.Link;

/// Finds out who set a waiting thread free, where that can be concluded.
///
/// The kernel's record of who wakes whom needs privileges. But only a thread on a core can wake
/// another, and the latest sample in which the other still waited bounds the time in which that was
/// done. So a link is drawn from the lock's owner in that sample, if it ran since; from a joined
/// thread that ended; else, for waits without a deadline, from the one thread of the program that
/// ran since, if there is only one. Where several could have done it, nothing is said.
final class Linking {
  static final int MOST_LINKS = 100_000;
  private static final String JOIN = "java.lang.Thread.join";

  /// A join is left soon after the other thread's last moment on a core, or before it: the JVM
  /// wakes who joins before the thread is wholly gone.
  private static final long ENDING = 2_000_000;

  /// Threads of the JVM that wake no thread of the program.
  private static final List<String> APART =
      List.of("threadmill", "C1 ", "C2 ", "VM ", "Monitor Defl", "Service Thread", "Signal Disp");

  private final List<Lane> lanes;
  private final JavaThreads threads;
  private final Map<Integer, Lane> byId = new HashMap<>();

  /// Takes in all lanes, those of the cores included.
  Linking(List<Lane> lanes, JavaThreads threads) {
    this.lanes = lanes;
    this.threads = threads;
    lanes.forEach(lane -> byId.put(lane.id(), lane));
  }

  List<Link> links() {
    List<Link> links = new ArrayList<>();
    for (var lane : lanes) {
      if (lane.kind() == Kind.CORE || apart(lane)) {
        continue;
      }
      var slices = lane.slices();
      for (int i = 0; i + 1 < slices.size() && links.size() < MOST_LINKS; i++) {
        var wait = slices.get(i);
        var next = slices.get(i + 1);
        if (wait.detail() != null
            && wait.to() == next.from()
            && (next.state() == State.RUNNING || next.state() == State.RUNNABLE)) {
          freed(lane, wait).forEach(links::add);
        }
      }
    }
    links.sort(Comparator.comparingLong(Link::at));
    return links;
  }

  private Stream<Link> freed(Lane lane, Slice wait) {
    return switch (wait.state()) {
      case BLOCKED -> byOwner(lane, wait);
      case PARKED -> hasOwner(wait) ? byOwner(lane, wait) : byTheOnly(lane, wait, "unpark");
      case WAITING -> joins(wait) ? byEnd(lane, wait) : byTheOnly(lane, wait, "notify");
      case RUNNING, RUNNABLE, SLEEPING, IO, PINNED, GC, OFF_CPU -> Stream.empty();
    };
  }

  private Stream<Link> byOwner(Lane lane, Slice wait) {
    var owner = owner(wait);
    return owner > 0
            && owner != lane.id()
            && ranSince(stillWaiting(wait), wait.to()).contains(owner)
        ? Stream.of(new Link(wait.to(), owner, lane.id(), "unlock"))
        : Stream.empty();
  }

  private Stream<Link> byEnd(Lane lane, Slice wait) {
    var joined = byId.get(owner(wait));
    if (joined == null || joined.slices().isEmpty()) {
      return Stream.empty();
    }
    long ended = joined.slices().getLast().to();
    return ended >= wait.from() && ended <= wait.to() + ENDING
        ? Stream.of(new Link(wait.to(), joined.id(), lane.id(), "join"))
        : Stream.empty();
  }

  private Stream<Link> byTheOnly(Lane lane, Slice wait, String why) {
    var detail = wait.detail();
    if (detail == null || detail.timed() == null || detail.timed()) {
      return Stream.empty();
    }
    var ran = ranSince(stillWaiting(wait), wait.to());
    ran.remove(lane.id());
    return ran.size() == 1
        ? Stream.of(new Link(wait.to(), ran.iterator().next(), lane.id(), why))
        : Stream.empty();
  }

  /// The latest moment at which it was seen waiting.
  private long stillWaiting(Slice wait) {
    return Math.max(wait.from(), threads.sampleBefore(wait.to()));
  }

  /// Lanes of the program's threads that were on a core between two moments.
  private Set<Integer> ranSince(long from, long to) {
    Set<Integer> ran = new HashSet<>();
    for (var core : lanes) {
      if (core.kind() != Kind.CORE) {
        continue;
      }
      var slices = core.slices();
      for (int i = firstEndingAfter(slices, from); i < slices.size(); i++) {
        var slice = slices.get(i);
        if (slice.from() >= to) {
          break;
        }
        int who = owner(slice);
        var lane = byId.get(who);
        if (lane != null && !apart(lane)) {
          ran.add(who);
        }
      }
    }
    return ran;
  }

  private static int firstEndingAfter(List<Slice> slices, long time) {
    int low = 0;
    int high = slices.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (slices.get(middle).to() <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean apart(Lane lane) {
    return lane.kind() == Kind.GC
        || (lane.kind() == Kind.VM && APART.stream().anyMatch(lane.name()::startsWith));
  }

  private static boolean joins(Slice wait) {
    return wait.detail() != null && JOIN.equals(wait.detail().at());
  }

  private static boolean hasOwner(Slice wait) {
    return owner(wait) > 0;
  }

  private static int owner(Slice slice) {
    var detail = slice.detail();
    return detail == null || detail.owner() == null ? 0 : detail.owner();
  }
}
