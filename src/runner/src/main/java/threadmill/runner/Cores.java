package threadmill.runner;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import threadmill.runner.kernel.Cpus;

/// The ledger of the cores that runs may be bound to: who has which, alone or with others.
///
/// A *shared* lease gives the cores that the fewest others have. An *exclusive* one gives cores
/// that nobody has, and nobody gets until it is over. Some cores are never part of an exclusive
/// lease, so that everybody else is still served, unless it is for all cores there are: then it
/// waits until nobody has any, and has them together with the server, which has no other place to
/// run.
///
/// Implementation note: `this` guards all fields, and the leases' and requests' own. Nobody waits
/// but in [Request#await], and who waits holds no lease, so there is no deadlock. Requests are
/// served in the order in which they came; one that cannot be served yet keeps its cores from those
/// behind it (an exclusive one from all of them, a shared one from exclusive ones), so none
/// starves: what it waits for only ever becomes free. Those behind it that can do without these
/// cores are served meanwhile. Nothing is left to shut down: who waits is told by
/// [Request#abandon].
final class Cores {
  private final List<Integer> usable;
  private final int keptShared;
  private final int[] sharedBy;
  private final Set<Lease> exclusive = new HashSet<>();
  private final Set<Request> waiting = new LinkedHashSet<>();

  /// @param keptShared how many cores are never leased exclusively, but together with all others
  Cores(List<Integer> usable, int keptShared) {
    this.usable = List.copyOf(usable);
    this.keptShared = keptShared;
    this.sharedBy = new int[usable.size()];
  }

  /// The cores that this process itself may use.
  static Cores ofThisProcess(int keptShared) {
    return new Cores(Arrays.stream(Cpus.allowed()).boxed().toList(), keptShared);
  }

  List<Integer> usable() {
    return usable;
  }

  /// Asks for `count` cores, or all where there are fewer.
  synchronized Request ask(int count, boolean alone) {
    var request = new Request(Math.min(count, usable.size()), alone);
    waiting.add(request);
    settle();
    return request;
  }

  /// Serves whoever can be served, in turn.
  private void settle() {
    var closed = new HashSet<Integer>();
    var closedToExclusive = new HashSet<Integer>();
    boolean exclusiveWaits = false;
    for (var request : List.copyOf(waiting)) {
      if (request.alone) {
        var wanted = exclusiveWaits ? List.<Integer>of() : forExclusive(request, closedToExclusive);
        if (!wanted.isEmpty() && wanted.stream().allMatch(place -> sharedBy[place] == 0)) {
          grant(request, wanted);
        } else {
          exclusiveWaits = true;
          closed.addAll(wanted);
        }
      } else {
        var wanted = forShared(request, closed);
        if (wanted.size() == request.count) {
          grant(request, wanted);
        } else {
          // Whatever it will get when an exclusive lease ends; any of them may be it.
          closedToExclusive.addAll(places());
        }
      }
    }
    notifyAll();
  }

  private List<Integer> places() {
    return IntStream.range(0, usable.size()).boxed().toList();
  }

  private boolean leased(int place) {
    return exclusive.stream().anyMatch(lease -> lease.places.contains(place));
  }

  private List<Integer> forShared(Request request, Set<Integer> closed) {
    return places().stream()
        .filter(place -> !leased(place) && !closed.contains(place))
        .sorted(Comparator.comparingInt(place -> sharedBy[place]))
        .limit(request.count)
        .toList();
  }

  /// The cores that are the first to be free, or none where others have too many exclusively. High
  /// numbers first: the kernel gives most of its own work to the low ones.
  private List<Integer> forExclusive(Request request, Set<Integer> closed) {
    int had = exclusive.stream().mapToInt(lease -> lease.places.size()).sum();
    int most = request.count == usable.size() ? usable.size() : usable.size() - keptShared;
    if (had + request.count > most) {
      return List.of();
    }
    var free =
        places().reversed().stream()
            .filter(place -> !leased(place) && !closed.contains(place))
            .sorted(Comparator.comparingInt(place -> sharedBy[place]))
            .limit(request.count)
            .toList();
    return free.size() == request.count ? free : List.of();
  }

  private void grant(Request request, List<Integer> places) {
    var lease = new Lease(places, request.alone);
    waiting.remove(request);
    request.lease = lease;
    if (request.alone) {
      exclusive.add(lease);
      if (exclusive.stream().mapToInt(it -> it.places.size()).sum() == usable.size()) {
        exclusive.forEach(it -> it.sharedWithServer = true);
      }
    } else {
      places.forEach(place -> sharedBy[place]++);
    }
  }

  private synchronized void giveBack(Lease lease) {
    if (lease.alone) {
      exclusive.remove(lease);
    } else {
      lease.places.forEach(place -> sharedBy[place]--);
    }
    settle();
  }

  /// Somebody's wish for cores.
  final class Request {
    private final int count;
    private final boolean alone;
    private boolean abandoned;
    private @Nullable Lease lease;

    private Request(int count, boolean alone) {
      this.count = count;
      this.alone = alone;
    }

    /// Waits until it is granted; empty when it was abandoned before.
    Optional<Lease> await() throws InterruptedException {
      synchronized (Cores.this) {
        try {
          while (lease == null && !abandoned) {
            Cores.this.wait();
          }
        } catch (InterruptedException stopped) {
          withdraw();
          throw stopped;
        }
        return Optional.ofNullable(lease);
      }
    }

    /// Makes whoever awaits it give up, unless it was granted already.
    void abandon() {
      synchronized (Cores.this) {
        if (lease == null) {
          withdraw();
        }
      }
    }

    private void withdraw() {
      abandoned = true;
      waiting.remove(this);
      var granted = lease;
      if (granted != null) {
        granted.close();
      } else {
        settle();
      }
    }
  }

  /// Cores of one run, until closed.
  final class Lease implements AutoCloseable {
    private final List<Integer> places;
    private final boolean alone;
    private boolean sharedWithServer;

    private Lease(List<Integer> places, boolean alone) {
      this.places = places;
      this.alone = alone;
    }

    /// Their numbers, in ascending order.
    List<Integer> numbers() {
      return places.stream().map(usable::get).sorted().toList();
    }

    /// Whether no other run has them.
    boolean exclusive() {
      return alone;
    }

    /// Whether at some time all cores were leased exclusively, so that the server had to be on
    /// these too.
    boolean sharedWithServer() {
      synchronized (Cores.this) {
        return sharedWithServer;
      }
    }

    @Override
    public void close() {
      giveBack(this);
    }
  }
}
