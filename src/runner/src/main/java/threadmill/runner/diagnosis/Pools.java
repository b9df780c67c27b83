package threadmill.runner.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import threadmill.runner.diagnosis.Finding.PoolStarvation;
import threadmill.runner.timeline.Lane;
import threadmill.runner.timeline.Slice;
import threadmill.runner.timeline.Slice.State;

/// Finds pools all of whose threads waited at once, none of them for a task: each waited for a
/// result, and nobody was left to work one out.
final class Pools {
  private static final Pattern THREAD =
      Pattern.compile("(pool-\\d+)-thread-.*|(ForkJoinPool(?:-\\d+|\\.commonPool))-worker-.*");

  /// Methods that wait for what another task does.
  private static final List<String> RESULTS =
      List.of(
          "java.util.concurrent.FutureTask.",
          "java.util.concurrent.CompletableFuture",
          "java.util.concurrent.CountDownLatch.",
          "java.util.concurrent.CyclicBarrier.",
          "java.util.concurrent.ForkJoinTask.");

  private Pools() {}

  static List<Finding> starved(Profile profile) {
    Map<String, List<Lane>> pools = new HashMap<>();
    for (var lane : profile.program) {
      var matcher = THREAD.matcher(lane.name());
      if (matcher.matches()) {
        var pool = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        pools.computeIfAbsent(pool, _ -> new ArrayList<>()).add(lane);
      }
    }
    List<Finding> found = new ArrayList<>();
    pools.forEach((pool, lanes) -> {
      var together = together(lanes);
      long time = together.stream().mapToLong(Evidence::nanos).sum();
      double share = (double) time / profile.end;
      if (share >= Thresholds.STARVATION) {
        found.add(new PoolStarvation(share, pool, lanes.size(), Profile.longest(together)));
      }
    });
    return found;
  }

  private record Edge(long at, int by) {}

  /// Stretches in which all wait for results, as evidence on the first lane.
  private static List<Evidence> together(List<Lane> lanes) {
    List<Edge> edges = new ArrayList<>();
    for (var lane : lanes) {
      for (var slice : lane.slices()) {
        if (waitsForResult(slice)) {
          edges.add(new Edge(slice.from(), 1));
          edges.add(new Edge(slice.to(), -1));
        }
      }
    }
    edges.sort(
        Comparator.comparingLong(Edge::at).thenComparing(Edge::by, Comparator.reverseOrder()));
    List<Evidence> found = new ArrayList<>();
    int waiting = 0;
    long from = 0;
    for (var edge : edges) {
      waiting += edge.by();
      if (waiting == lanes.size() && edge.by() > 0) {
        from = edge.at();
      } else if (waiting == lanes.size() - 1 && edge.by() < 0 && edge.at() > from) {
        found.add(new Evidence(lanes.getFirst().id(), from, edge.at()));
      }
    }
    return found;
  }

  private static boolean waitsForResult(Slice slice) {
    var at = slice.detail() == null ? null : slice.detail().at();
    return slice.state() == State.PARKED && at != null && RESULTS.stream().anyMatch(at::startsWith);
  }
}
