package threadmill.server.statistics;

import java.util.List;

/// How much work was done while how many threads had something to do: the parallelism profile of a
/// program (Sevcik: Characterizations of parallelism in applications and their use in scheduling,
/// SIGMETRICS 1989). Work and span follow from it, and with them the time that any number of cores
/// would take (Eager, Zahorjan, Lazowska: Speedup versus efficiency in parallel systems, IEEE
/// Transactions on Computers 38, 1989).
///
/// @param idleNanos time in which no thread had anything to do: it waited for time or input
/// @param workNanos CPU time while one thread had something to do, while two had, …
public record WorkSpan(double idleNanos, List<Double> workNanos) {
  public WorkSpan {
    workNanos = List.copyOf(workNanos);
  }

  /// CPU time of all threads together.
  public double work() {
    return workNanos.stream().mapToDouble(it -> it).sum();
  }

  /// Time that is left with a core for every thread.
  public double span() {
    return time(workNanos.size());
  }

  /// Time with some number of cores, all of them at work whenever that many threads have something
  /// to do. A model: it knows nothing of caches, locks that are waited for longer, or schedulers.
  public double time(double cores) {
    double time = idleNanos;
    for (int i = 0; i < workNanos.size(); i++) {
      time += workNanos.get(i) / Math.min(i + 1, cores);
    }
    return time;
  }

  /// How many times as fast as with one core it is with some, by the model.
  public double speedUp(double cores) {
    return time(1) / time(cores);
  }
}
